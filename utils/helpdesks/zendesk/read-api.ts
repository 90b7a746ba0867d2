import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { Macro } from '../../domain/macro.ts';
import type { Message, TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { idField, textField, timeField } from '../api-fields.ts';
import { readJson } from '../read-json.ts';
import { readPages } from '../read-pages.ts';
import { readHtmlBody, type TicketParts } from '../ticket-parts.ts';
import { toPerson } from '../to-person.ts';

export const NAME = 'Zendesk';
export const DROP = ['.signature'];

/** A ticket holds at most 5000 comments, a page of them at most 100. @see https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/ */
const MAX_PAGES = 50;
const MAX_MACRO_PAGES = 10;

/** `role`: end-user, agent or admin. */
const userSchema = z.object({ id: idField, name: z.string(), email: z.nullish(z.string()), role: z.nullish(z.string()) });
type User = z.infer<typeof userSchema>;

const ticketSchema = z.object({
  ticket: z.object({ subject: textField, requester_id: idField, group_id: z.nullish(idField) }),
  users: z._default(z.array(userSchema), []),
  groups: z._default(z.array(z.object({ id: idField, name: z.string() })), []),
});
const meta = z.union([
  z.object({ has_more: z.literal(false) }),
  z.object({ has_more: z.literal(true), after_cursor: z.string() }),
]);
const commentsSchema = z.object({
  comments: z.array(
    z.object({
      id: idField,
      author_id: idField,
      html_body: z.string(),
      public: z.boolean(),
      attachments: z._default(z.array(z.object({ file_name: z.string() })), []),
      created_at: timeField,
    }),
  ),
  users: z.array(userSchema),
  meta,
});
/** The id is null for nobody. */
const meSchema = z.object({ user: userSchema });

/** A value is HTML or text; that of `comment_value` may be a list of channel and text. */
const macrosSchema = z.object({
  macros: z.array(
    z.object({ id: idField, title: z.string(), actions: z.array(z.object({ field: z.string(), value: z.unknown() })) }),
  ),
  meta,
});

const toCursor = (list: z.infer<typeof meta>): string | undefined => (list.has_more ? list.after_cursor : undefined);
const toPage = (next: string): string => `page[size]=100${next && `&page[after]=${encodeURIComponent(next)}`}`;

export async function readApi(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<TicketParts>> {
  const at = `/api/v2/tickets/${id}`;
  const users = new Map<string, User>();
  const [ticket, comments, me] = await Promise.all([
    readJson(page, `${at}.json?include=users,groups`, ticketSchema, NAME, 'the ticket', signal),
    readPages(MAX_PAGES, async (next) => {
      const path = `${at}/comments.json?include=users&${toPage(next)}`;
      const list = await readJson(page, path, commentsSchema, NAME, 'the messages', signal);
      if (!list.ok) return list;
      for (const user of list.value.users) users.set(user.id, user);
      return { ok: true, value: { items: list.value.comments, next: toCursor(list.value.meta) } };
    }),
    readJson(page, '/api/v2/users/me.json', meSchema, NAME, 'the agent', signal),
  ]);
  if (!ticket.ok) return ticket;
  if (!comments.ok) return comments;
  for (const user of ticket.value.users) users.set(user.id, user);
  const { subject, requester_id, group_id } = ticket.value.ticket;
  const queue = ticket.value.groups.find((group) => group.id === group_id)?.name;
  const toRole = (author: string): Message['role'] =>
    author === requester_id ? 'requester' : /^(?:agent|admin)$/.test(users.get(author)?.role ?? '') ? 'agent' : 'participant';
  return {
    ok: true,
    value: {
      subject,
      ...(queue ? { queue } : {}),
      requester: toPerson(users.get(requester_id) ?? { id: requester_id }),
      ...(me.ok ? { agent: toPerson(me.value.user) } : {}),
      messages: comments.value.items.map((comment) => ({
        id: comment.id,
        // Zendesk itself (-1) and people who were deleted have no name.
        author: toPerson(users.get(comment.author_id) ?? { id: comment.author_id }),
        role: toRole(comment.author_id),
        visibility: comment.public ? 'public' : 'internal',
        at: comment.created_at,
        ...readHtmlBody(page, comment.html_body, DROP),
        attachments: comment.attachments.map(({ file_name }) => file_name),
      })),
      ...(comments.value.isCut ? { incomplete: 'the newest messages are not loaded' } : {}),
    },
  };
}

export async function readMacros(page: HelpdeskPage, signal: AbortSignal): Promise<Result<readonly Macro[]>> {
  const macros = await readPages(MAX_MACRO_PAGES, async (next) => {
    const list = await readJson(page, `/api/v2/macros/active.json?${toPage(next)}`, macrosSchema, NAME, 'the macros', signal);
    return list.ok ? { ok: true, value: { items: list.value.macros, next: toCursor(list.value.meta) } } : list;
  });
  if (!macros.ok) return macros;
  const found = macros.value.items.map(({ id, title, actions }) => {
    const valueOf = (name: string): string => toValue(actions.find(({ field }) => field === name)?.value);
    const html = valueOf('comment_value_html');
    return { id, title, text: html ? readHtmlBody(page, html).text : valueOf('comment_value') };
  });
  return { ok: true, value: found.filter(({ text }) => text !== '') };
}

function toValue(value: unknown): string {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last.trim() : '';
}
