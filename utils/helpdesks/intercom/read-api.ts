import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { Message, TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { idField, textField, timeField } from '../api-fields.ts';
import { readJson, unreadable } from '../read-json.ts';
import { readHtmlBody, type TicketParts } from '../ticket-parts.ts';
import { toPerson } from '../to-person.ts';
import { readPlace } from './read-place.ts';
import { blockSchema, toHtml } from './to-html.ts';

export const NAME = 'Intercom';

/**
 * Codes of parts, as one client read them on live conversations (2026-05-28; an older version of it took 2 for a note). What is neither
 * here nor an event is internal.
 */
const FROM_USER = new Set([1, 12]);
const REPLY = new Set([2, 24]);
const NOTE = 3;
/** Assigned, priority, who takes part, rules, translations. */
const EVENTS = new Set([5, 6, 14, 21, 26, 31, 71]);
const isMessage = (code: number): boolean => FROM_USER.has(code) || REPLY.has(code) || code === NOTE;

const personSchema = z.object({
  id: idField,
  name: textField,
  email: z.nullish(z.string()),
  is_operator: z.nullish(z.boolean()),
});
type KnownPerson = z.infer<typeof personSchema>;

const partSchema = z.object({
  renderable_type: z.number(),
  created_at: timeField,
  entity_id: z.nullish(idField),
  renderable_data: z.object({
    blocks: z.nullish(z.array(blockSchema)),
    uploads: z.nullish(z.array(z.object({ name: textField }))),
    user_summary: z.nullish(personSchema),
    admin_summary: z.nullish(personSchema),
    entity: z.nullish(personSchema),
  }),
});
/** Events and whatever comes to be: the rest of it has other forms. */
const otherSchema = z.object({ renderable_type: z.number() });
const conversationSchema = z.object({
  title: textField,
  user_summary: personSchema,
  team_assignee: z.nullish(z.object({ id: idField, name: textField })),
  renderable_parts: z.array(z.union([partSchema, otherSchema])),
});
type Part = z.infer<typeof partSchema>;

export async function readApi(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<TicketParts>> {
  const app = `?app_id=${readPlace(page.url)?.app ?? ''}`;
  const [conversation, me] = await Promise.all([
    readJson(page, `/ember/inbox/conversations/${id}${app}`, conversationSchema, NAME, 'the conversation', signal),
    readJson(page, `/ember/admins/me.json${app}`, personSchema, NAME, 'the agent', signal),
  ]);
  if (!conversation.ok) return conversation;
  const { title, user_summary, team_assignee, renderable_parts } = conversation.value;
  const parts = renderable_parts.filter((part) => !EVENTS.has(part.renderable_type));
  const unread = parts.filter((part) => !('renderable_data' in part));
  if (unread.some((part) => isMessage(part.renderable_type))) return unreadable(NAME, 'a message (its form is unknown)');
  const messages = parts
    .filter((part) => 'renderable_data' in part)
    .map((part) => toMessage(page, part, user_summary))
    .filter(({ isKnown, message }) => isKnown || message.text !== '');
  const ids = new Set<string>();
  return {
    ok: true,
    value: {
      subject: title,
      // Team 0 is nobody's.
      queue: team_assignee && team_assignee.id !== '0' ? team_assignee.name : '',
      requester: toPerson(user_summary),
      ...(me.ok ? { agent: toPerson(me.value) } : {}),
      messages: messages.map(({ message }) => {
        const unique = ids.has(message.id) ? `${message.id}-${ids.size}` : message.id;
        ids.add(unique);
        return { ...message, id: unique };
      }),
      ...(unread.length > 0 ? { incomplete: 'what is of an unknown kind was left out' } : {}),
    },
  };
}

/** A message as its part tells it; of one whose code is not known only the words count. */
function toMessage(page: HelpdeskPage, part: Part, requester: KnownPerson) {
  const { renderable_type: code, renderable_data: data, created_at: at, entity_id } = part;
  const isFromUser = FROM_USER.has(code);
  const author = isFromUser ? (data.user_summary ?? requester) : (data.entity ?? data.admin_summary ?? data.user_summary);
  const body = readHtmlBody(page, toHtml(data.blocks ?? []));
  const role: Message['role'] =
    isFromUser && author?.id === requester.id
      ? 'requester'
      : !isFromUser && isMessage(code) && !author?.is_operator
        ? 'agent'
        : 'participant';
  return {
    isKnown: isMessage(code),
    message: {
      id: entity_id ?? `${code}:${at}`,
      author: toPerson(author),
      role,
      visibility: isFromUser || REPLY.has(code) ? ('public' as const) : ('internal' as const),
      at,
      ...body,
      attachments: (data.uploads ?? []).map(({ name }) => name).filter(Boolean),
    },
  };
}
