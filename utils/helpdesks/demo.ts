import { z } from 'zod/mini';
import type { Result } from '../domain/failure.ts';
import { macroSchema } from '../domain/macro.ts';
import {
  personSchema,
  ticketIdSchema,
  ticketSchema,
  toTicketLock,
  visibilitySchema,
  type Ticket,
  type TicketId,
} from '../domain/ticket.ts';
import type { HelpdeskAdapter, HelpdeskPage, ReplyBoxSearch } from '../ports/helpdesk-adapter.ts';
import { findEditors, isStarting } from './insertion/find-editors.ts';
import { readJson, unreadable } from './read-json.ts';

const NAME = 'Demo helpdesk';

const demoTicketSchema = z.object({
  id: z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
  subject: z.string(),
  queue: z._default(z.string(), ''),
  requester: personSchema,
  me: z.optional(personSchema),
  messages: z.array(
    z.object({
      id: z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
      author: personSchema,
      authorRole: z.enum(['requester', 'agent']),
      visibility: z.string(),
      createdAt: z.iso.datetime(),
      text: z.string(),
      quoted: z.optional(z.string()),
      attachments: z.optional(z.array(z.string())),
    }),
  ),
});

const macrosSchema = z.array(macroSchema);

/** The helpdesk that comes with this project (`scripts/demo-helpdesk/`), read through its own small API. */
export const demoHelpdesk: HelpdeskAdapter = {
  id: 'demo',
  name: NAME,
  support: 'product',
  seesSent: true,
  matches: ({ document }) => document.querySelector('meta[name="helpdesk"]')?.getAttribute('content') === 'deskside-demo',
  openTicketId,
  readTicket,
  async readLock(page, signal) {
    const ticket = await readTicket(page, signal);
    return ticket.ok ? { ok: true, value: toTicketLock(ticket.value) } : ticket;
  },
  findReplyBox,
  replyPageUrl: () => undefined,
  readMacros: (page, signal) => readJson(page, '/api/macros', macrosSchema, NAME, 'the macros', signal),
};

function openTicketId({ url }: HelpdeskPage): TicketId | undefined {
  const id = /^\/tickets\/([\w-]+)\/?$/.exec(url.pathname)?.[1];
  return id === undefined ? undefined : ticketIdSchema.parse(id);
}

async function readTicket(page: HelpdeskPage, signal: AbortSignal): Promise<Result<Ticket>> {
  const { url } = page;
  const id = openTicketId(page);
  if (id === undefined) return unreadable(NAME, 'the ticket in the page address');
  // `slow` and `half` make the demo's API misbehave, so that it can be seen what then happens.
  const trouble = new URLSearchParams([...url.searchParams].filter(([name]) => name === 'slow' || name === 'half'));
  const path = `/api/tickets/${id}${trouble.size > 0 ? `?${trouble}` : ''}`;
  const answer = await readJson(page, path, demoTicketSchema, NAME, 'the whole ticket', signal);
  if (!answer.ok) return answer;
  const { subject, queue, requester, me, messages } = answer.value;
  if (answer.value.id !== id) return unreadable(NAME, `ticket ${id}`);
  const parsed = ticketSchema.safeParse({
    host: url.host,
    helpdesk: 'demo',
    id,
    url: new URL(`/tickets/${id}`, url.origin).href,
    subject,
    queue,
    requester,
    ...(me ? { agent: me } : {}),
    messages: messages.map((message) => ({
      id: message.id,
      author: message.author,
      role: message.authorRole,
      visibility: message.visibility === 'public' ? 'public' : 'internal',
      at: message.createdAt,
      text: message.text,
      quoted: message.quoted,
      attachments: message.attachments,
    })),
  });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : unreadable(NAME, parsed.error.issues[0]?.path.join('.') ?? 'the ticket');
}

function findReplyBox({ document }: HelpdeskPage): ReplyBoxSearch {
  const forms = [...document.querySelectorAll<HTMLElement>('form[data-reply-form]')];
  const editors = forms.flatMap((form) => findEditors(form).map((editor) => ({ form, editor })));
  const [found, another] = editors;
  if (another) return { kind: 'several', count: editors.length };
  if (!found) return { kind: forms.some(isStarting) ? 'not-ready' : 'none' };
  const { form, editor } = found;
  const ticketId = ticketIdSchema.safeParse(form.dataset['ticketId']);
  if (!ticketId.success) return { kind: 'none' };
  const visibility = z.catch(visibilitySchema, 'internal').parse(form.dataset['visibility']);
  return { kind: 'found', box: { ticketId: ticketId.data, visibility, ...editor } };
}
