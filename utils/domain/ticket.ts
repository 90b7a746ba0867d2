import { z } from 'zod/mini';

/** Helpdesks that have an adapter of ours. A new one is one file in `utils/helpdesks/`, one name here, one line in one of its two lists. */
export const builtInHelpdeskSchema = z.enum([
  'zendesk',
  'freshdesk',
  'intercom',
  'help-scout',
  'gorgias',
  'hubspot',
  'front',
  'salesforce',
  'jira-service-management',
  'zoho-desk',
  'chatwoot',
  'zammad',
  'osticket',
  'freescout',
  'request-tracker',
  'demo',
]);
export type BuiltInHelpdesk = z.infer<typeof builtInHelpdeskSchema>;

/** A helpdesk that an agent has taught: `taught:` and an id of its own. */
export const taughtHelpdeskIdSchema = z.custom<`taught:${string}`>(
  (value) => typeof value === 'string' && /^taught:[\w-]{1,60}$/.test(value),
);

export const helpdeskIdSchema = z.union([builtInHelpdeskSchema, taughtHelpdeskIdSchema]);
export type HelpdeskId = z.infer<typeof helpdeskIdSchema>;

export const ticketIdSchema = z.string().check(z.minLength(1), z.maxLength(100)).brand('TicketId');
export type TicketId = z.infer<typeof ticketIdSchema>;

/** A person as the helpdesk knows them. `id` is the helpdesk's own user id and unique within one helpdesk. */
export const personSchema = z.object({ id: z.string().check(z.minLength(1)), name: z.string(), email: z.optional(z.string()) });
export type Person = z.infer<typeof personSchema>;

/** Who reads it: a public reply goes to the requester, an internal note never does. What is unknown counts as internal. */
export const visibilitySchema = z.enum(['public', 'internal']);
export type Visibility = z.infer<typeof visibilitySchema>;

export const messageSchema = z.object({
  /** The helpdesk's own id, unique within the ticket. */
  id: z.string().check(z.minLength(1)),
  author: personSchema,
  role: z.enum(['requester', 'agent', 'participant']),
  visibility: visibilitySchema,
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** Plain text, paragraphs divided by a blank line, without what was quoted from earlier messages. */
  text: z.string(),
  /** What was quoted from earlier messages, plain text; kept apart so that it is not answered twice. */
  quoted: z._default(z.string(), ''),
  attachments: z._default(z.array(z.string()), []),
});
export type Message = z.infer<typeof messageSchema>;

export const ticketSchema = z.object({
  /** Host with port, lower case: `127.0.0.1:8090`. */
  host: z.string().check(z.minLength(1)),
  helpdesk: helpdeskIdSchema,
  id: ticketIdSchema,
  /** Address of the ticket's page. */
  url: z.url(),
  subject: z.string(),
  /** The helpdesk's name for where the ticket lies (queue, group, inbox); empty where the page does not tell. */
  queue: z._default(z.string(), ''),
  requester: personSchema,
  /** The agent who is signed in, where the page tells. */
  agent: z.optional(personSchema),
  /** Oldest first. Empty for a ticket without any message. */
  messages: z.array(messageSchema),
  /** Empty when every message was read; else plain words on what is missing ("older messages are not loaded"). */
  incomplete: z._default(z.string(), ''),
});
export type Ticket = z.infer<typeof ticketSchema>;

/**
 * What a draft is bound to. Read when the ticket is read, and again from the page at the moment of insertion: any field
 * that differs refuses the insert.
 */
export const ticketLockSchema = z.object({
  host: z.string().check(z.minLength(1)),
  helpdesk: helpdeskIdSchema,
  ticketId: ticketIdSchema,
  requesterId: z.string(),
  /** Id of the newest message, whoever wrote it; empty for a ticket without messages. */
  lastMessageId: z.string(),
});
export type TicketLock = z.infer<typeof ticketLockSchema>;

export function toTicketLock(ticket: Ticket): TicketLock {
  return {
    host: ticket.host,
    helpdesk: ticket.helpdesk,
    ticketId: ticket.id,
    requesterId: ticket.requester.id,
    lastMessageId: ticket.messages.at(-1)?.id ?? '',
  };
}

/** The first field in which two locks differ, in order of gravity, or `undefined` when they agree. */
export function findLockDifference(a: TicketLock, b: TicketLock): keyof TicketLock | undefined {
  const order = ['host', 'helpdesk', 'ticketId', 'requesterId', 'lastMessageId'] as const;
  return order.find((field) => a[field] !== b[field]);
}

export const opportunityIdSchema = z.string().check(z.minLength(1)).brand('OpportunityId');
export type OpportunityId = z.infer<typeof opportunityIdSchema>;

/**
 * One chance to reply: the agent's turn in one ticket, from one public reply to the next, however often the requester
 * writes meanwhile. Every step of the ladder is counted once per opportunity, so drafting again does not make the
 * denominator grow. Equal tickets give equal ids, in every browser. Its parts: helpdesk, host, ticket, id of the last
 * public reply before this turn (empty on the first).
 */
export function toOpportunityId(ticket: Pick<Ticket, 'helpdesk' | 'host' | 'id' | 'messages'>): OpportunityId {
  const lastReply = ticket.messages.findLast((message) => message.role === 'agent' && message.visibility === 'public');
  return opportunityIdSchema.parse(`${toTicketPrefix(ticket)}${encodeURIComponent(lastReply?.id ?? '')}`);
}

/** What the ids of all opportunities of one ticket begin with. */
export function toTicketPrefix(ticket: Pick<Ticket, 'helpdesk' | 'host' | 'id'>): string {
  return `${[ticket.helpdesk, ticket.host, ticket.id].map(encodeURIComponent).join('/')}/`;
}

/** Is it the agent's turn: is the newest public message the requester's? */
export function isAwaitingReply(ticket: Pick<Ticket, 'messages'>): boolean {
  return ticket.messages.findLast((message) => message.visibility === 'public')?.role === 'requester';
}
