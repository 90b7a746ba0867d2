import type { DemoTicket, Message, Person } from './helpdesk-data.ts';

const toPerson = ({ id, name, email }: Person): Person => ({ id, name, email });

const toMessage = (message: Message): Message => ({ ...message, author: toPerson(message.author) });

/**
 * A ticket as `GET /api/tickets/{id}` gives it, messages oldest first. With `half` the newest message comes without its
 * text, as from a server that fails half-way.
 */
export function toTicketAnswer(ticket: DemoTicket, me: Person, half: boolean): object {
  const messages = ticket.messages.map(toMessage).map((message, index, all) => {
    if (!half || index < all.length - 1) return message;
    const { text: _dropped, ...rest } = message;
    return rest;
  });
  const { id, subject, queue, status } = ticket;
  return { id, subject, queue, status, requester: toPerson(ticket.requester), me: toPerson(me), messages };
}
