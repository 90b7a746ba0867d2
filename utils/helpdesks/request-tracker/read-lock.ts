import type { Result } from '../../domain/failure.ts';
import type { TicketId, TicketLock } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { historyPageSchema, isMessage, readOwnTicket, readRest } from './rest.ts';
import { readHistory } from './read-history.ts';
import { toRequesterId } from './read-people.ts';

/** The lock as RT has it now: two small answers, newest entries first; the whole list only when none of those is a message. */
export async function readLock(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<TicketLock>> {
  const newest = `/ticket/${id}/history?per_page=50&page=1&orderby=id&order=DESC&fields=Type,Creator,Created`;
  const [ticket, entries] = await Promise.all([
    readOwnTicket(page, id, signal),
    readRest(page, newest, historyPageSchema, 'the newest message', signal),
  ]);
  if (!ticket.ok) return ticket;
  if (!entries.ok) return entries;
  const recent = entries.value.items.filter(isMessage);
  const all = recent.length > 0 ? ({ ok: true, value: recent } as const) : await readHistory(page, id, signal);
  if (!all.ok) return all;
  const last = all.value.reduce((newestId, item) => Math.max(newestId, Number(item.id)), 0);
  return {
    ok: true,
    value: {
      host: page.url.host,
      helpdesk: 'request-tracker',
      ticketId: id,
      requesterId: toRequesterId(ticket.value),
      lastMessageId: last === 0 ? '' : String(last),
    },
  };
}
