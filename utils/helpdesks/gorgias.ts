import { z } from 'zod/mini';
import type { Result } from '../domain/failure.ts';
import type { TicketLayout } from '../domain/ticket-layout.ts';
import type { Message, TicketId } from '../domain/ticket.ts';
import type { HelpdeskPage } from '../ports/helpdesk-adapter.ts';
import { idField, textField, timeField } from './api-fields.ts';
import { createAdapter } from './layout/create-adapter.ts';
import { readJson } from './read-json.ts';
import { readPages } from './read-pages.ts';
import { readHtmlBody, readPlainBody, type TicketParts } from './ticket-parts.ts';
import { toPerson } from './to-person.ts';

const NAME = 'Gorgias';
const MAX_PAGES = 20;

/** The page tells neither times, roles nor the box's audience in any way that public code knows. */
const layout: TicketLayout = {
  version: 1,
  parts: {
    message: [{ css: '[class*="MessageBubble--messageBubble"]', sure: 'third-party', seen: 'an extension of 2026' }],
    replyPane: [{ css: '.DraftEditor-root', sure: 'guess', seen: 'Draft.js’s own class' }],
  },
  tests: {},
  order: 'oldest-first',
};

const personSchema = z.object({ id: idField, name: textField, email: z.nullish(z.string()) });

const ticketSchema = z.object({
  subject: textField,
  customer: personSchema,
  assignee_team: z.nullish(z.object({ name: textField })),
});

/** A note has `public` false and a channel of its own; a message with `failed_datetime` reached nobody. @see https://developers.gorgias.com/reference/list-messages */
const messagesSchema = z.object({
  data: z.array(
    z.object({
      id: idField,
      public: z.boolean(),
      channel: z.string(),
      from_agent: z.boolean(),
      sender: z.nullish(personSchema),
      body_html: textField,
      body_text: textField,
      attachments: z.nullish(z.array(z.object({ name: textField }))),
      created_datetime: timeField,
      failed_datetime: z.nullish(z.string()),
    }),
  ),
  meta: z.object({ next_cursor: z.nullish(z.string()) }),
});
type ApiMessage = z.infer<typeof messagesSchema>['data'][number];

/** Gorgias by its public API on the same host. That it lets the agent's session in is likely and unproven. */
export const gorgias = createAdapter({
  id: 'gorgias',
  name: NAME,
  support: 'experimental',
  seesSent: true,
  askEveryMs: 60_000,
  layout,
  matches: ({ url }) => url.hostname.endsWith('.gorgias.com') && url.pathname.startsWith('/app'),
  ticketIdIn: (url) => /^\/app\/(?:ticket|views\/\d+)\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  ticketUrl: (url, id) => new URL(`/app/ticket/${id}`, url.origin),
  readApi,
});

async function readApi(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<TicketParts>> {
  const [ticket, messages] = await Promise.all([
    readJson(page, `/api/tickets/${id}`, ticketSchema, NAME, 'the ticket', signal),
    readPages(MAX_PAGES, async (next) => {
      const path = `/api/messages?ticket_id=${id}&order_by=created_datetime:asc&limit=100${next && `&cursor=${encodeURIComponent(next)}`}`;
      const list = await readJson(page, path, messagesSchema, NAME, 'the messages', signal);
      return list.ok ? { ok: true, value: { items: list.value.data, next: list.value.meta.next_cursor ?? undefined } } : list;
    }),
  ]);
  if (!ticket.ok) return ticket;
  if (!messages.ok) return messages;
  const { subject, customer, assignee_team } = ticket.value;
  return {
    ok: true,
    value: {
      subject,
      queue: assignee_team?.name ?? '',
      requester: toPerson(customer),
      messages: messages.value.items.map((message) => ({
        id: message.id,
        author: toPerson(message.sender),
        role: toRole(message, customer.id),
        visibility:
          message.public && message.channel !== 'internal-note' && !message.failed_datetime
            ? ('public' as const)
            : ('internal' as const),
        at: message.created_datetime,
        ...(message.body_html ? readHtmlBody(page, message.body_html) : readPlainBody(message.body_text)),
        attachments: (message.attachments ?? []).map(({ name }) => name).filter(Boolean),
      })),
      ...(messages.value.isCut ? { incomplete: 'the newest messages are not loaded' } : {}),
    },
  };
}

function toRole({ from_agent, sender }: ApiMessage, requesterId: string): Message['role'] {
  if (from_agent) return 'agent';
  return sender?.id === requesterId ? 'requester' : 'participant';
}
