import type { Ticket } from '../../utils/domain/ticket.ts';
import { MAX_QUERY } from '../knowledge/use-knowledge-search.ts';

/** What solved tickets are compared with: the subject and the requester's newest message; empty for a ticket without one. */
export function toSimilarText({ subject, messages }: Ticket): string {
  const newest = messages.findLast(({ role, visibility }) => role === 'requester' && visibility === 'public');
  return newest ? `${subject}\n\n${newest.text}`.trim().slice(0, MAX_QUERY) : '';
}
