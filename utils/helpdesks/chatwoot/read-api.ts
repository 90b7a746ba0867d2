import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { Macro } from '../../domain/macro.ts';
import type { Message, Person, TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { idField, textField, timeField } from '../api-fields.ts';
import { readJson, unreadable } from '../read-json.ts';
import { readPages } from '../read-pages.ts';
import { readHtmlBody, readPlainBody, type TicketParts } from '../ticket-parts.ts';
import { toPerson } from '../to-person.ts';
import { withSession } from './read-session.ts';
import { toPlainText } from './to-plain-text.ts';

export const NAME = 'Chatwoot';

/** `MessageFinder` gives the newest twenty, or the twenty before an id. */
const PER_PAGE = 20;
const MAX_PAGES = 25;
const MAX_MARKDOWN = 500_000;

/** `message_type`; the others are what happened to the conversation (2) and what Chatwoot sends by itself (3). */
const INCOMING = 0;
const OUTGOING = 1;

const personSchema = z.object({ id: idField, name: textField, email: z.nullish(z.string()), type: textField });

/** Subjects are those of mails: a chat has none. */
const conversationSchema = z.object({
  meta: z.object({ sender: personSchema, team: z.nullish(z.object({ name: textField })) }),
  additional_attributes: z.nullish(z.object({ mail_subject: z.optional(z.unknown()) })),
});
const messageSchema = z.object({
  id: z.number(),
  content: textField,
  message_type: z.number(),
  private: z.boolean(),
  status: textField,
  created_at: timeField,
  sender: z.nullish(personSchema),
  content_attributes: z.nullish(
    z.object({
      deleted: z.optional(z.unknown()),
      email: z.nullish(z.object({ html_content: z.nullish(z.object({ full: textField })) })),
    }),
  ),
  attachments: z._default(z.array(z.object({ data_url: textField })), []),
});
type ApiMessage = z.infer<typeof messageSchema>;
const messagesSchema = z.object({ payload: z.array(messageSchema) });
const macrosSchema = z.array(z.object({ id: idField, short_code: z.string(), content: textField }));

const toAccountPath = (account: string): string => `/api/v1/accounts/${account}`;
const outOfReach = unreadable(NAME, 'the session (the page keeps it where its scripts can’t read it)');

/** `id`: the account's and the conversation's number in it, `1-27`. */
export async function readApi(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<TicketParts>> {
  const signedIn = withSession(page);
  if (!signedIn) return outOfReach;
  const [account = '', number = ''] = id.split('-');
  const at = `${toAccountPath(account)}/conversations/${number}`;
  const [conversation, messages, me] = await Promise.all([
    readJson(signedIn, at, conversationSchema, NAME, 'the conversation', signal),
    readPages(MAX_PAGES, async (next) => {
      const path = `${at}/messages${next && `?before=${next}`}`;
      const list = await readJson(signedIn, path, messagesSchema, NAME, 'the messages', signal);
      if (!list.ok) return list;
      const { payload } = list.value;
      const oldest = Math.min(...payload.map((message) => message.id));
      return { ok: true, value: { items: payload, next: payload.length < PER_PAGE ? undefined : String(oldest) } };
    }),
    readJson(signedIn, '/api/v1/profile', personSchema, NAME, 'the agent', signal),
  ]);
  if (!conversation.ok) return conversation;
  if (!messages.ok) return messages;
  const { meta, additional_attributes } = conversation.value;
  const subject = additional_attributes?.mail_subject;
  const requester = toPersonOf({ ...meta.sender, type: 'contact' });
  return {
    ok: true,
    value: {
      subject: typeof subject === 'string' ? subject : '',
      ...(meta.team?.name ? { queue: meta.team.name } : {}),
      requester,
      ...(me.ok ? { agent: toPersonOf({ ...me.value, type: 'user' }) } : {}),
      messages: messages.value.items
        .filter((message) => message.message_type === INCOMING || message.message_type === OUTGOING)
        .toSorted((a, b) => a.id - b.id)
        .map((message) => toMessage(page, message, requester)),
      ...(messages.value.isCut ? { incomplete: 'older messages are not loaded' } : {}),
    },
  };
}

function toMessage(page: HelpdeskPage, message: ApiMessage, requester: Person): TicketParts['messages'][number] {
  const author = message.sender ? toPersonOf(message.sender) : toPerson(undefined);
  return {
    id: String(message.id),
    author,
    role: toRole(message, author.id === requester.id),
    // What failed to be sent reached nobody.
    visibility: message.private || message.status === 'failed' ? 'internal' : 'public',
    at: message.created_at,
    ...readBody(page, message),
    attachments: message.attachments.flatMap(({ data_url }) => toFileName(data_url)),
  };
}

/** Another contact, as one in copy, takes part. */
const toRole = ({ message_type }: ApiMessage, isRequester: boolean): Message['role'] =>
  message_type === OUTGOING ? 'agent' : isRequester ? 'requester' : 'participant';

/** A mail has its HTML beside it; agents write Markdown, requesters text. */
function readBody(page: HelpdeskPage, { content, message_type, content_attributes }: ApiMessage) {
  if (content_attributes?.deleted) return { text: '', quoted: '' };
  const html = content_attributes?.email?.html_content?.full ?? '';
  if (message_type === INCOMING && html !== '') return readHtmlBody(page, html);
  return readPlainBody(message_type === OUTGOING ? toPlainText(content.slice(0, MAX_MARKDOWN)) : content);
}

/** Contacts, agents and bots are counted apart. */
const toPersonOf = ({ id, type, name, email }: z.infer<typeof personSchema>): Person =>
  toPerson({ id: `${type || 'unknown'}-${id}`, name, email });

function toFileName(address: string): readonly string[] {
  const name = /([^/]+)$/.exec(URL.canParse(address) ? new URL(address).pathname : '')?.[1];
  try {
    return name === undefined ? [] : [decodeURIComponent(name)];
  } catch {
    return [];
  }
}

/** Canned responses; their text is Markdown. */
export async function readMacros(page: HelpdeskPage, signal: AbortSignal): Promise<Result<readonly Macro[]>> {
  const account = /\/accounts\/(\d+)/.exec(page.url.pathname)?.[1];
  const signedIn = withSession(page);
  if (!signedIn || account === undefined) return outOfReach;
  const path = `${toAccountPath(account)}/canned_responses`;
  const list = await readJson(signedIn, path, macrosSchema, NAME, 'the canned responses', signal);
  if (!list.ok) return list;
  return {
    ok: true,
    value: list.value.map(({ id, short_code, content }) => ({
      id,
      title: short_code,
      text: toPlainText(content.slice(0, MAX_MARKDOWN)).trim(),
    })),
  };
}
