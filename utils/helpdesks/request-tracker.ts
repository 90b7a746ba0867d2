import { ticketIdSchema, type TicketId } from '../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { findReplyBox } from './request-tracker/find-reply-box.ts';
import { readLock } from './request-tracker/read-lock.ts';
import { readTicket } from './request-tracker/read-ticket.ts';
import { toWebPath } from './request-tracker/web-path.ts';

/**
 * Request Tracker 5. Who wrote what, when and for whom comes from its REST 2.0 (docs.bestpractical.com/rt/5.0.3/RT/REST2.html):
 * the page tells a comment from a reply only by translated words. Bodies come from the page, which has them decoded.
 */
export const requestTracker: HelpdeskAdapter = {
  id: 'request-tracker',
  name: 'Request Tracker',
  support: 'product',
  seesSent: true,
  matches: ({ document }) =>
    document.body?.id.startsWith('comp-') === true && document.getElementById('rt-header-container') !== null,
  openTicketId,
  readTicket: (page, signal) => withTicketId(page, (id) => readTicket(page, id, signal)),
  readLock: (page, signal) => withTicketId(page, (id) => readLock(page, id, signal)),
  findReplyBox,
  replyPageUrl: ({ url }, ticketId, visibility) => {
    const action = visibility === 'public' ? 'Respond' : 'Comment';
    return new URL(`${toWebPath(url)}/Ticket/Update.html?Action=${action}&id=${ticketId}`, url.origin);
  },
};

function openTicketId({ url, document }: HelpdeskPage): TicketId | undefined {
  const page = /\/Ticket\/(Display|Update|History)\.html$/.exec(url.pathname)?.[1];
  if (!page || !/^comp-Ticket-(?:Display|Update|History)$/.test(document.body?.id ?? '')) return undefined;
  const ids = url.searchParams.getAll('id');
  return ids.length === 1 && /^\d+$/.test(ids[0] ?? '') ? ticketIdSchema.parse(ids[0]) : undefined;
}

async function withTicketId<T>(page: HelpdeskPage, read: (id: TicketId) => Promise<T>) {
  const id = openTicketId(page);
  if (id !== undefined) return read(id);
  return {
    ok: false,
    error: { kind: 'ticket-unreadable', helpdesk: 'Request Tracker', missing: 'the ticket in the page address' },
  } as const;
}
