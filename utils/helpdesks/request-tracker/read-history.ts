import type { Result } from '../../domain/failure.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { HISTORY_FIELDS, historyPageSchema, isMessage, readRest, type HistoryItem } from './rest.ts';

/** The most that RT gives in one answer. */
const PER_PAGE = 100;

/**
 * Every message of the ticket, oldest first. Asks until a page is empty: RT leaves `total` and `pages` null, and a short
 * page may only be one with entries left out that this agent may not see.
 */
export async function readHistory(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<HistoryItem[]>> {
  const items = new Map<string, HistoryItem>();
  for (let number = 1; ; number += 1) {
    const path = `/ticket/${id}/history?per_page=${PER_PAGE}&page=${number}&${HISTORY_FIELDS}`;
    const answer = await readRest(page, path, historyPageSchema, 'the list of messages', signal);
    if (!answer.ok) return answer;
    for (const item of answer.value.items) items.set(item.id, item);
    if (answer.value.items.length === 0) break;
  }
  return { ok: true, value: [...items.values()].filter(isMessage).toSorted((a, b) => Number(a.id) - Number(b.id)) };
}
