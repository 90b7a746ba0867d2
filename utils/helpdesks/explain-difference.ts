import type { RefusalReason } from '../domain/insertion.ts';
import { findLockDifference, type TicketLock } from '../domain/ticket.ts';

export type LockDifference = { readonly reason: RefusalReason; readonly detail: string };

/** Ids that the page alone gave are made up from what it shows: they say nothing about ids of the helpdesk's own data. */
const isMadeUp = (id: string): boolean => id.startsWith('page:');

/**
 * Why the ticket is not as it was when the draft was made; `undefined` when it is. Two locks of one ticket that were read from different places
 * can't be compared: that is said, and not taken for a new message or another requester.
 */
export function explainDifference(was: TicketLock, is: TicketLock): LockDifference | undefined {
  const field = findLockDifference(was, is);
  if (field === undefined) return undefined;
  const isSameTicket = field === 'requesterId' || field === 'lastMessageId';
  const areRead = was.lastMessageId !== '' && is.lastMessageId !== '';
  if (isSameTicket && areRead && isMadeUp(was.lastMessageId) !== isMadeUp(is.lastMessageId)) {
    const [page, data] = ['the page', 'the helpdesk’s own data'];
    const [before, now] = isMadeUp(was.lastMessageId) ? [page, data] : [data, page];
    return { reason: 'ticket-unreadable', detail: `it was read from ${before} before and from ${now} now; draft again` };
  }
  return { reason: REASONS[field], detail: `${WORDS[field]} was ${was[field] || 'none'} and is ${is[field] || 'none'}` };
}

const REASONS: Readonly<Record<keyof TicketLock, RefusalReason>> = {
  host: 'other-ticket',
  helpdesk: 'other-ticket',
  ticketId: 'other-ticket',
  requesterId: 'requester-changed',
  lastMessageId: 'new-message',
};

const WORDS: Readonly<Record<keyof TicketLock, string>> = {
  host: 'the site',
  helpdesk: 'the helpdesk',
  ticketId: 'the ticket',
  requesterId: 'the requester',
  lastMessageId: 'the newest message',
};
