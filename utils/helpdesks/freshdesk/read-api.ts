import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { Message, TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { idField, textField, timeField } from '../api-fields.ts';
import { readJson } from '../read-json.ts';
import { readHtmlBody, type TicketParts } from '../ticket-parts.ts';
import { toPerson } from '../to-person.ts';
import { NAME, readNumbered } from './read-numbered.ts';

/** `source` of a ticket that an agent began by writing to the requester, and of a message that went on to somebody else. @see https://developers.freshdesk.com/api/#ticket_attributes */
const OUTBOUND_EMAIL = 10;
const FORWARDED = 8;

const attachments = z._default(z.array(z.object({ name: z.string() })), []);
const ticketSchema = z.object({
  subject: textField,
  description: textField,
  requester_id: idField,
  requester: z.object({ name: z.string(), email: z.nullish(z.string()) }),
  responder_id: z.nullish(idField),
  group_id: z.nullish(idField),
  source: z.nullish(z.number()),
  created_at: timeField,
  attachments,
});
const conversationSchema = z.object({
  id: idField,
  body: textField,
  incoming: z.boolean(),
  private: z.boolean(),
  source: z.nullish(z.number()),
  user_id: z.nullish(idField),
  from_email: z.nullish(z.string()),
  created_at: timeField,
  attachments,
});
/** What the page itself loads at its start; good to have for names, and not worth a failure. */
const namesSchema = z.object({
  data: z.object({
    agents: z.array(z.object({ id: idField, contact: z.object({ name: z.string(), email: z.nullish(z.string()) }) })),
    groups: z._default(z.array(z.object({ id: idField, name: z.string() })), []),
  }),
});
const meSchema = z.object({ agent: z.object({ id: idField }) });

export async function readApi(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<TicketParts>> {
  const at = `/api/v2/tickets/${id}`;
  const [ticket, conversations, names, me] = await Promise.all([
    readJson(page, `${at}?include=requester`, ticketSchema, NAME, 'the ticket', signal),
    readNumbered(page, `${at}/conversations`, 100, conversationSchema, 'the messages', signal),
    readJson(page, '/api/_/bootstrap/agents_groups', namesSchema, NAME, 'the agents', signal),
    readJson(page, '/api/_/bootstrap/me', meSchema, NAME, 'the agent', signal),
  ]);
  if (!ticket.ok) return ticket;
  if (!conversations.ok) return conversations;
  const { requester_id, requester, responder_id, source, ...first } = ticket.value;
  const { agents, groups } = names.ok ? names.value.data : { agents: [], groups: [] };
  const people = new Map(agents.map((agent) => [agent.id, toPerson({ id: agent.id, ...agent.contact })]));
  const asker = toPerson({ id: requester_id, ...requester });
  people.set(requester_id, asker);
  const queue = groups.find((group) => group.id === first.group_id)?.name;
  const agent = me.ok ? people.get(me.value.agent.id) : undefined;
  const begunBy = source === OUTBOUND_EMAIL ? (responder_id ?? 'agent') : requester_id;

  return {
    ok: true,
    value: {
      subject: first.subject,
      ...(queue ? { queue } : {}),
      requester: asker,
      ...(agent ? { agent } : {}),
      messages: [
        {
          id: 'description',
          author: people.get(begunBy) ?? toPerson({ id: begunBy }),
          role: begunBy === requester_id ? 'requester' : 'agent',
          visibility: 'public',
          at: first.created_at,
          ...readHtmlBody(page, first.description),
          attachments: first.attachments.map(({ name }) => name),
        },
        ...conversations.value.items.map((message) => {
          const by = message.user_id ?? message.from_email ?? 'unknown';
          return {
            id: message.id,
            author: people.get(by) ?? { id: by, name: message.from_email ?? by },
            role: toRole(by === requester_id, message.incoming),
            visibility: message.private || message.source === FORWARDED ? ('internal' as const) : ('public' as const),
            at: message.created_at,
            ...readHtmlBody(page, message.body),
            attachments: message.attachments.map(({ name }) => name),
          };
        }),
      ],
      ...(conversations.value.isCut ? { incomplete: 'the newest messages are not loaded' } : {}),
    },
  };
}

/** `incoming` is what came from outside, from whomever. */
const toRole = (isRequester: boolean, isIncoming: boolean): Message['role'] =>
  isRequester ? 'requester' : isIncoming ? 'participant' : 'agent';
