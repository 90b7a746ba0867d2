import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { Macro } from '../../domain/macro.ts';
import type { Message, Person, TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { idField, textField, timeField } from '../api-fields.ts';
import { readAnswer, readJson, unreadable } from '../read-json.ts';
import { readPages } from '../read-pages.ts';
import { readHtmlBody, readPlainBody, type TicketParts } from '../ticket-parts.ts';
import { toPerson } from '../to-person.ts';

export const NAME = 'Zammad';
/** The signature that Zammad puts below a reply. */
export const DROP = ['[data-signature]'];

const MACROS_PER_PAGE = 50;
const MAX_MACRO_PAGES = 40;

const userSchema = z.object({ id: idField, firstname: textField, lastname: textField, email: textField });
type User = z.infer<typeof userSchema>;

/** What the page itself loads (`tickets_controller.rb`, `ticket_all`); everything by its id. */
const ticketSchema = z.object({
  assets: z.object({
    Ticket: z.record(z.string(), z.object({ title: textField, customer_id: idField, group_id: idField })),
    User: z.record(z.string(), userSchema),
    Group: z._default(z.record(z.string(), z.object({ name: textField })), {}),
  }),
});

/** `sender`: Agent, Customer or System. An agent who notes a call down writes for the caller, `origin_by_id`. */
const articlesSchema = z.array(
  z.object({
    id: idField,
    sender: z.string(),
    type: z.string(),
    internal: z.boolean(),
    from: textField,
    body: textField,
    content_type: textField,
    created_by_id: idField,
    origin_by_id: z.nullish(idField),
    created_at: timeField,
    attachments: z._default(z.array(z.object({ filename: z.string() })), []),
    preferences: z.nullish(z.object({ delivery_message: z.optional(z.unknown()) })),
  }),
);
type Article = z.infer<typeof articlesSchema>[number];

const macrosSchema = z.array(z.object({ id: idField, name: z.string(), content: textField, active: z.boolean() }));

/** Only the second list has the senders by name; their ids differ between installs. */
export async function readApi(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<TicketParts>> {
  const [all, articles, me] = await Promise.all([
    readJson(page, `/api/v1/tickets/${id}?all=true`, ticketSchema, NAME, 'the ticket', signal),
    readJson(page, `/api/v1/ticket_articles/by_ticket/${id}`, articlesSchema, NAME, 'the messages', signal),
    readJson(page, '/api/v1/users/me', userSchema, NAME, 'the agent', signal),
  ]);
  if (!(all.ok && articles.ok) && (await isSignedOut(page, signal)))
    return { ok: false, error: { kind: 'signed-out', helpdesk: NAME } };
  if (!all.ok) return all;
  if (!articles.ok) return articles;
  const { Ticket, User, Group } = all.value.assets;
  const ticket = Ticket[id];
  if (!ticket) return unreadable(NAME, `ticket ${id}`);
  const queue = Group[ticket.group_id]?.name;
  const toMessage = (article: Article): TicketParts['messages'][number] => {
    const by = article.origin_by_id ?? article.created_by_id;
    return {
      id: article.id,
      author: toPersonOf(by, User[by], article.from),
      role: toRole(article.sender, by === ticket.customer_id),
      visibility: article.internal ? 'internal' : 'public',
      at: article.created_at,
      ...(article.content_type === 'text/html' ? readHtmlBody(page, article.body, DROP) : readPlainBody(article.body)),
      attachments: article.attachments.map(({ filename }) => filename),
    };
  };
  return {
    ok: true,
    value: {
      subject: ticket.title,
      ...(queue ? { queue } : {}),
      requester: toPersonOf(ticket.customer_id, User[ticket.customer_id]),
      ...(me.ok ? { agent: toPersonOf(me.value.id, me.value) } : {}),
      messages: articles.value.filter(isMessage).map(toMessage),
    },
  };
}

/** Nobody wrote what Zammad sends by itself or hears of a failed delivery; its page shows a line of both. */
const isMessage = ({ sender, type, preferences }: Article): boolean =>
  !preferences?.delivery_message && (sender !== 'System' || type === 'note');

/** Zammad forbids where others say 401 (`authenticates.rb`); the error is in English whatever the agent's language. */
async function isSignedOut(page: HelpdeskPage, signal: AbortSignal): Promise<boolean> {
  const me = await readAnswer(page, '/api/v1/users/me', 'application/json', NAME, 'the agent', signal);
  return me.ok && me.value.status === 403 && me.value.body.includes('"Authentication required"');
}

/** Customers in copy take part; a note of Zammad's own is nobody's side. */
const toRole = (sender: string, isRequester: boolean): Message['role'] =>
  sender === 'Agent' ? 'agent' : sender === 'Customer' && isRequester ? 'requester' : 'participant';

function toPersonOf(id: string, user: User | undefined, from = ''): Person {
  const name = user ? `${user.firstname} ${user.lastname}`.trim() : from;
  return toPerson({ id, name, email: user?.email });
}

/** Text modules: what Zammad calls macros changes fields and writes nothing. @see https://docs.zammad.org/en/latest/api/text-module.html */
export async function readMacros(page: HelpdeskPage, signal: AbortSignal): Promise<Result<readonly Macro[]>> {
  const modules = await readPages(MAX_MACRO_PAGES, async (next) => {
    const path = `/api/v1/text_modules?page=${next || 1}&per_page=${MACROS_PER_PAGE}`;
    const list = await readJson(page, path, macrosSchema, NAME, 'the text modules', signal);
    if (!list.ok) return list;
    const isLast = list.value.length < MACROS_PER_PAGE;
    return { ok: true, value: { items: list.value, next: isLast ? undefined : String(Number(next || 1) + 1) } };
  });
  if (!modules.ok) return modules;
  return {
    ok: true,
    value: modules.value.items
      .filter(({ active }) => active)
      .map(({ id, name, content }) => ({ id, title: name, text: readHtmlBody(page, content).text })),
  };
}
