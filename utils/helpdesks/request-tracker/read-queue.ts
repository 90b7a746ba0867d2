import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { readRest, restQueueSchema, type RestTicket } from './rest.ts';

/**
 * The name of the ticket's queue; '' for an agent who may not see the queue, or where RT does not tell: it is good to know and not
 * worth a failure. The ticket's own answer has only the queue's number.
 */
export async function readQueue(page: HelpdeskPage, { Queue }: RestTicket, signal: AbortSignal): Promise<string> {
  if (!Queue) return '';
  const queue = await readRest(page, `/queue/${encodeURIComponent(Queue.id)}`, restQueueSchema, 'the queue', signal);
  return queue.ok ? (queue.value.Name ?? '') : '';
}
