import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { Message, Person, TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { idField, textField, timeField } from '../api-fields.ts';
import { isGone, readJson, unreadable } from '../read-json.ts';
import { readHtmlBody, readPlainBody, type TicketParts } from '../ticket-parts.ts';
import { toPerson } from '../to-person.ts';

export const NAME = 'Zoho Desk';
/** `/agent/PORTAL/DEPARTMENT/tickets/details/ID`, the department's name or `all`. */
export const PATH = /^\/agent\/([^/]+)\/(?:[^/]+\/)?tickets\/details\/(\d+)(?=\/|$)/;

/** Every mail is asked for by itself: the list has only how it begins. */
const MAX_THREADS = 25;
const MAX_COMMENTS = 50;

type Read = <T>(path: string, schema: z.core.$ZodType<T>, what: string) => Promise<Result<T>>;

const organizationsSchema = z.object({ data: z.array(z.object({ id: idField, portalName: textField })) });
const ticketSchema = z.object({
  subject: textField,
  contact: z.object({ id: idField, firstName: textField, lastName: textField, email: textField }),
  department: z.nullish(z.object({ name: textField })),
  threadCount: idField,
  commentCount: idField,
});
const personSchema = z.nullish(z.object({ id: z.nullish(idField), name: textField, email: textField, type: textField }));
const bodyFields = {
  content: textField,
  contentType: textField,
  attachments: z._default(z.array(z.object({ name: z.string() })), []),
};

/** `direction`: in or out; `status`: SUCCESS, DRAFT, FAILED and others; `visibility`: public or private. */
const threadsSchema = z.object({
  data: z.array(
    z.object({
      id: idField,
      direction: z.string(),
      status: textField,
      visibility: textField,
      isForward: z._default(z.boolean(), false),
      createdTime: timeField,
      author: personSchema,
    }),
  ),
});
const threadSchema = z.object(bodyFields);
const commentsSchema = z.object({
  data: z.array(
    z.object({
      id: idField,
      isPublic: z.boolean(),
      commentedTime: timeField,
      commenterType: textField,
      commenter: personSchema,
      ...bodyFields,
    }),
  ),
});
type ReadMessage = TicketParts['messages'][number];

/** @see https://desk.zoho.com/DeskAPIDocument: the page's own address of the same API takes the agent's session and the organisation's id. */
export async function readApi(page: HelpdeskPage, id: TicketId, signal: AbortSignal): Promise<Result<TicketParts>> {
  const portal = PATH.exec(page.url.pathname)?.[1] ?? '';
  const base = `/supportapi/zd/${portal}/api/v1`;
  const organizations = await readJson(page, `${base}/organizations`, organizationsSchema, NAME, 'the organisation', signal);
  if (!organizations.ok) return organizations;
  const organization = organizations.value.data.find(({ portalName }) => encodeURIComponent(portalName) === portal);
  if (!organization) return unreadable(NAME, 'the organisation of this page');
  const read: Read = (path, schema, what) => {
    const query = `${path.includes('?') ? '&' : '?'}orgId=${encodeURIComponent(organization.id)}`;
    return readJson(page, `${base}/tickets/${id}${path}${query}`, schema, NAME, what, signal);
  };
  const ticket = await read('?include=contacts,departments', ticketSchema, 'the ticket');
  if (!ticket.ok) return ticket;
  const { subject, contact, department, threadCount, commentCount } = ticket.value;
  const requester = toPerson({ id: contact.id, name: `${contact.firstName} ${contact.lastName}`.trim(), email: contact.email });
  const [threads, comments] = await Promise.all([
    threadCount === '0' ? nothing : readThreads(page, read, requester),
    commentCount === '0' ? nothing : readComments(page, read, requester),
  ]);
  if (!threads.ok) return threads;
  if (!comments.ok) return comments;
  const isCut = threads.value.length >= MAX_THREADS || comments.value.length >= MAX_COMMENTS;
  return {
    ok: true,
    value: {
      subject,
      ...(department?.name ? { queue: department.name } : {}),
      requester,
      messages: [...threads.value, ...comments.value].flat().toSorted((a, b) => a.at.localeCompare(b.at)),
      ...(isCut ? { incomplete: 'older messages may not be loaded' } : {}),
    },
  };
}

const nothing = { ok: true, value: [] } as const;

/** One list of messages for each mail, empty for a draft. */
async function readThreads(
  page: HelpdeskPage,
  read: Read,
  requester: Person,
): Promise<Result<readonly (readonly ReadMessage[])[]>> {
  const list = await read(`/threads?limit=${MAX_THREADS}`, threadsSchema, 'the messages');
  if (!list.ok) return list;
  const found: (readonly ReadMessage[])[] = [];
  for (const { id, direction, status, visibility, isForward, createdTime, author } of list.value.data) {
    if (status === 'DRAFT') {
      found.push([]);
      continue;
    }
    const thread = await read(`/threads/${encodeURIComponent(id)}`, threadSchema, 'the text of a message');
    if (!thread.ok) return isGone(thread.error) ? unreadable(NAME, 'the text of a message') : thread;
    const isSent = direction === 'in' || (direction === 'out' && status === 'SUCCESS' && !isForward);
    found.push([
      {
        id,
        ...toSide(author, direction === 'out', requester),
        visibility: isSent && visibility === 'public' ? 'public' : 'internal',
        at: createdTime,
        ...readBody(page, thread.value),
      },
    ]);
  }
  return { ok: true, value: found };
}

async function readComments(page: HelpdeskPage, read: Read, requester: Person): Promise<Result<readonly ReadMessage[]>> {
  const list = await read(`/comments?limit=${MAX_COMMENTS}&sortBy=-commentedTime`, commentsSchema, 'the comments');
  if (!list.ok) return list;
  return {
    ok: true,
    value: list.value.data.map((comment) => ({
      id: comment.id,
      ...toSide(comment.commenter, comment.commenterType === 'AGENT', requester),
      visibility: comment.isPublic ? 'public' : 'internal',
      at: comment.commentedTime,
      ...readBody(page, comment),
    })),
  };
}

/** The requester goes by their address; whoever else wrote in takes part. */
function toSide(
  author: z.infer<typeof personSchema>,
  isAgent: boolean,
  requester: Person,
): { readonly author: Person; readonly role: Message['role'] } {
  const email = author?.email.toLowerCase() ?? '';
  if (!isAgent && email !== '' && email === requester.email?.toLowerCase()) return { author: requester, role: 'requester' };
  const person =
    author && toPerson({ id: author.id || author.email || author.name || 'unknown', name: author.name, email: author.email });
  return { author: person ?? toPerson(undefined), role: isAgent ? 'agent' : 'participant' };
}

const readBody = (page: HelpdeskPage, { content, contentType, attachments }: z.infer<typeof threadSchema>) => ({
  ...(/plain/i.test(contentType) ? readPlainBody(content) : readHtmlBody(page, content)),
  attachments: attachments.map(({ name }) => name),
});
