import type { Result } from '../../domain/failure.ts';
import { ticketSchema, type Message, type Ticket, type TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { unreadable } from '../read-json.ts';
import { readBodies } from './read-bodies.ts';
import { readHistory } from './read-history.ts';
import { readAgent, readPeople, toRequesterId, toRole } from './read-people.ts';
import { readQueue } from './read-queue.ts';
import { NAME, readOwnTicket, type HistoryItem } from './rest.ts';
import { toWebPath } from './web-path.ts';

/** The whole ticket, or the reason why not. What is neither the ticket's first message nor a reply counts as internal. */
export async function readTicket(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<Ticket>> {
  const [ticket, history] = await Promise.all([readOwnTicket(page, id, signal), readHistory(page, id, signal)]);
  if (!ticket.ok) return ticket;
  if (!history.ok) return history;
  const requesterId = toRequesterId(ticket.value);
  const creators = history.value.map(({ Creator }) => Creator.id);
  const [bodies, people, agent, queue] = await Promise.all([
    readBodies(
      page,
      id,
      history.value.map((item) => item.id),
      signal,
    ),
    readPeople(page, [requesterId, ...creators], signal),
    readAgent(page, signal),
    readQueue(page, ticket.value, signal),
  ]);
  if (!bodies.ok) return bodies;
  if (!people.ok) return people;

  const toMessage = (item: HistoryItem): Partial<Message> => {
    const author = people.value.get(item.Creator.id);
    return {
      id: item.id,
      author: author?.person ?? { id: item.Creator.id, name: item.Creator.id },
      role: toRole(item.Creator.id, author?.isPrivileged ?? false, ticket.value),
      visibility: item.Type === 'Create' || item.Type === 'Correspond' ? 'public' : 'internal',
      at: item.Created,
      ...bodies.value.get(item.id),
    };
  };
  const parsed = ticketSchema.safeParse({
    host: page.url.host,
    helpdesk: 'request-tracker',
    id,
    url: new URL(`${toWebPath(page.url)}/Ticket/Display.html?id=${id}`, page.url.origin).href,
    subject: ticket.value.Subject ?? '',
    queue,
    requester: people.value.get(requesterId)?.person ?? { id: requesterId, name: requesterId },
    ...(agent ? { agent } : {}),
    messages: history.value.map(toMessage),
  });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : unreadable(NAME, parsed.error.issues[0]?.path.join('.') ?? 'the ticket');
}
