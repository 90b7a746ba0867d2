import { z } from 'zod';

const personSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  email: z.string(),
  organization: z.string().optional(),
});
export type Person = z.infer<typeof personSchema>;

const messageSchema = z.object({
  id: z.string().min(1),
  author: personSchema,
  authorRole: z.enum(['requester', 'agent']),
  visibility: z.enum(['public', 'internal']),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  text: z.string(),
  /** What was quoted from an earlier message. */
  quoted: z.string(),
  /** File names. */
  attachments: z.array(z.string()),
});
export type Message = z.infer<typeof messageSchema>;

const ticketSchema = z.object({
  id: z.string().min(1),
  /** A name to call the ticket by in tests and the demo; empty for added ones. */
  ref: z.string(),
  subject: z.string(),
  /** The group that answers; empty for added tickets. */
  queue: z.string().default(''),
  status: z.enum(['new', 'open', 'closed']),
  requester: personSchema,
  createdAt: z.iso.datetime(),
  /** Oldest first. */
  messages: z.array(messageSchema),
});
export type DemoTicket = z.infer<typeof ticketSchema>;

/** One entry of the log of what the agent sent, oldest first. */
const sentReplySchema = z.object({
  ticketId: z.string(),
  messageId: z.string(),
  sentAt: z.iso.datetime(),
  visibility: z.enum(['public', 'internal']),
  text: z.string(),
  closed: z.boolean(),
});
export type SentReply = z.infer<typeof sentReplySchema>;

/** Everything the helpdesk keeps, as it stands in its JSON file. */
export const helpdeskDataSchema = z.object({ me: personSchema, tickets: z.array(ticketSchema), sent: z.array(sentReplySchema) });
export type HelpdeskData = z.infer<typeof helpdeskDataSchema>;

/** When it is the agent's turn: since when the requester has waited (the first message after our last public reply). */
export function waitingSince(ticket: DemoTicket): string | undefined {
  if (ticket.status === 'closed') return undefined;
  const visible = ticket.messages.filter((message) => message.visibility === 'public');
  const lastReply = visible.findLastIndex((message) => message.authorRole === 'agent');
  return visible[lastReply + 1]?.createdAt;
}
