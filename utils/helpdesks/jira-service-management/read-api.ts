import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { Message, Person, TicketId } from '../../domain/ticket.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { idField, textField, timeField } from '../api-fields.ts';
import { readJson, unreadable } from '../read-json.ts';
import { readPages } from '../read-pages.ts';
import { readHtmlBody, type TicketParts } from '../ticket-parts.ts';
import { toPerson } from '../to-person.ts';

export const NAME = 'Jira Service Management';

const MAX_PAGES = 50;

/** `accountType`: atlassian (with a licence or not), customer (of the portal) or app. */
const userSchema = z.object({
  accountId: z.string(),
  displayName: textField,
  emailAddress: z.nullish(z.string()),
  accountType: z.nullish(z.string()),
});
type User = z.infer<typeof userSchema>;

const issueSchema = z.object({
  fields: z.object({
    summary: textField,
    reporter: z.nullish(userSchema),
    created: timeField,
    project: z.object({ name: z.string(), projectTypeKey: z.string() }),
  }),
  renderedFields: z.object({ description: textField }),
});
/** `jsdPublic` is also true of comments that only one role or group may see; these carry `visibility`. @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/ */
const commentsSchema = z.object({
  startAt: z.number(),
  maxResults: z.number(),
  total: z.number(),
  comments: z.array(
    z.object({
      id: idField,
      author: z.nullish(userSchema),
      renderedBody: z.string(),
      created: timeField,
      jsdPublic: z.nullish(z.boolean()),
      visibility: z.nullish(z.unknown()),
    }),
  ),
});
const participantsSchema = z.object({ values: z.array(z.object({ accountId: z.string() })) });

export async function readApi(page: HelpdeskPage, key: TicketId, signal: AbortSignal): Promise<Result<TicketParts>> {
  const at = `/rest/api/3/issue/${key}`;
  const [issue, comments, participants, me] = await Promise.all([
    readJson(
      page,
      `${at}?fields=summary,reporter,created,project,description&expand=renderedFields`,
      issueSchema,
      NAME,
      'the ticket',
      signal,
    ),
    readPages(MAX_PAGES, async (next) => {
      const path = `${at}/comment?orderBy=created&expand=renderedBody&maxResults=100&startAt=${next || 0}`;
      const list = await readJson(page, path, commentsSchema, NAME, 'the messages', signal);
      if (!list.ok) return list;
      const { startAt, maxResults, total, comments: items } = list.value;
      const end = startAt + maxResults;
      return { ok: true, value: { items, next: end < total ? String(end) : undefined } };
    }),
    readJson(
      page,
      `/rest/servicedeskapi/request/${key}/participant?limit=100`,
      participantsSchema,
      NAME,
      'who takes part',
      signal,
    ),
    readJson(page, '/rest/api/3/myself', userSchema, NAME, 'the agent', signal),
  ]);
  if (!issue.ok) return issue;
  if (!comments.ok) return comments;
  const { summary, reporter, created, project } = issue.value.fields;
  if (project.projectTypeKey !== 'service_desk')
    return unreadable(NAME, 'a request (this issue’s project is no service project)');
  const requester = fromUser(reporter);
  const takePart = new Set(participants.ok ? participants.value.values.map(({ accountId }) => accountId) : []);
  const toRole = (author: User | null | undefined): Message['role'] => {
    if (author?.accountId === requester.id) return 'requester';
    return author?.accountType === 'atlassian' && !takePart.has(author.accountId) ? 'agent' : 'participant';
  };
  return {
    ok: true,
    value: {
      subject: summary,
      queue: project.name,
      requester,
      ...(me.ok ? { agent: fromUser(me.value) } : {}),
      messages: [
        {
          id: 'description',
          author: requester,
          role: 'requester',
          visibility: 'public',
          at: created,
          ...readHtmlBody(page, issue.value.renderedFields.description),
        },
        ...comments.value.items.map((comment) => ({
          id: comment.id,
          author: fromUser(comment.author),
          role: toRole(comment.author),
          visibility: comment.jsdPublic === true && !comment.visibility ? ('public' as const) : ('internal' as const),
          at: comment.created,
          ...readHtmlBody(page, comment.renderedBody),
        })),
      ],
      ...(comments.value.isCut ? { incomplete: 'the newest messages are not loaded' } : {}),
    },
  };
}

const fromUser = (user: User | null | undefined): Person =>
  toPerson(user && { id: user.accountId, name: user.displayName, email: user.emailAddress });
