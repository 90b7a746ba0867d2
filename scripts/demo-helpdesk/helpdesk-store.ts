import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { plantSeed, type HelpdeskSeed } from './helpdesk-seed.ts';
import { helpdeskDataSchema, type DemoTicket, type HelpdeskData, type Message, type Person } from './helpdesk-data.ts';

export type HelpdeskStore = {
  readonly data: () => HelpdeskData;
  readonly findTicket: (id: string) => DemoTicket | undefined;
  /** A new ticket without messages; returns its id. */
  readonly addTicket: (subject: string, requester: Person) => string;
  /** Adds the agent's reply or note to the ticket and to the log, and closes the ticket if asked. */
  readonly sendReply: (
    ticketId: string,
    reply: Pick<Message, 'text' | 'visibility'> & { closes: boolean },
  ) => Message | undefined;
  /** The requester writes again; a closed ticket opens. */
  readonly addRequesterMessage: (ticketId: string, text: string) => Message | undefined;
  readonly changeRequester: (ticketId: string, requester: Person) => DemoTicket | undefined;
};

/** Opens the JSON file, or plants the seed in it when there is none. Each change is on disk before the call returns. */
export function openHelpdeskStore(file: string, seed: () => HelpdeskSeed, now: () => Date): HelpdeskStore {
  const found = existsSync(file);
  const data = found ? helpdeskDataSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : plantSeed(seed(), now());
  const save = (): void => writeAtomically(file, JSON.stringify(data));
  if (!found) save();

  const findTicket = (id: string): DemoTicket | undefined => data.tickets.find((ticket) => ticket.id === id);
  const append = (ticket: DemoTicket, message: Pick<Message, 'author' | 'authorRole' | 'visibility' | 'text'>): Message => {
    const id = `${ticket.id}-${ticket.messages.length + 1}`;
    const added: Message = { id, ...message, createdAt: now().toISOString(), quoted: '', attachments: [] };
    ticket.messages.push(added);
    return added;
  };

  return {
    data: () => data,
    findTicket,
    addTicket: (subject, requester) => {
      const id = String(Math.max(1000, ...data.tickets.map((ticket) => Number(ticket.id))) + 1);
      data.tickets.push({
        id,
        ref: '',
        subject,
        queue: '',
        status: 'new',
        requester,
        createdAt: now().toISOString(),
        messages: [],
      });
      save();
      return id;
    },
    sendReply: (ticketId, { text, visibility, closes }) => {
      const ticket = findTicket(ticketId);
      if (!ticket) return undefined;
      const message = append(ticket, { author: data.me, authorRole: 'agent', visibility, text });
      ticket.status = closes ? 'closed' : 'open';
      data.sent.push({ ticketId, messageId: message.id, sentAt: message.createdAt, visibility, text, closed: closes });
      save();
      return message;
    },
    addRequesterMessage: (ticketId, text) => {
      const ticket = findTicket(ticketId);
      if (!ticket) return undefined;
      const message = append(ticket, { author: ticket.requester, authorRole: 'requester', visibility: 'public', text });
      if (ticket.status === 'closed') ticket.status = 'open';
      save();
      return message;
    },
    changeRequester: (ticketId, requester) => {
      const ticket = findTicket(ticketId);
      if (!ticket) return undefined;
      ticket.requester = requester;
      save();
      return ticket;
    },
  };
}

/** The file holds the old text or the new one, never half of it, also when the process ends in between. */
function writeAtomically(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text, { flush: true });
  renameSync(draft, file);
}
