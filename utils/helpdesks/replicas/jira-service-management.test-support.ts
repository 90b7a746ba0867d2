import type { Person } from '../../domain/ticket.ts';
import { jiraServiceManagement } from '../jira-service-management.ts';
import { escapeText, toJson, type Replica, type ReplicaAnswer, type ReplicaState } from './replica.test-support.ts';
import { signedIn, type ReplicaMessage, type ReplicaTicket } from './replica-tickets.test-support.ts';

const toKey = (id: string): string => `SUP-${id}`;

/** The same editor and the same id stand in the description, in a comment that is edited and in the composer (measured by others, 2026-10). */
const editor =
  '<div data-testid="issue.component.editor.default-editor"><div data-testid="editor-primary-toolbar"><button>B</button></div><div data-testid="click-wrapper"><div class="ProseMirror" id="ak-editor-textarea" contenteditable="true" role="textbox" aria-multiline="true"><p></p></div></div></div>';

/** Header, body and footer of a comment, as measured by others in 2026; its time is relative and in the agent's language, and it says nothing of roles. */
const renderComment = ({
  id,
  author,
  html,
  visibility,
}: ReplicaMessage): string => `<div data-componentid="issue-comment-base.ui.comment.comment-in-view-wrapper.${id}"><div data-testid="comment-base-item-${id}"><div data-testid="issue-comment-base.ui.comment.ak-comment.${id}">
<div data-testid="issue-comment-base.ui.comment.ak-comment.${id}-header"><h3>${escapeText(author.name)}</h3><span data-testid="issue-timestamp.relative-time">vor 3 Tagen</span>${visibility === 'internal' ? '<span>Interne Notiz</span>' : ''}</div>
<div data-testid="issue-comment-base.ui.comment.ak-comment.${id}-body"><div class="ak-renderer-document">${html}</div></div><div data-testid="issue-comment-base.ui.comment.ak-comment.${id}-footer"><button>Antworten</button></div></div></div></div>`;

/** The tabs of the composer: the first writes an internal note, the second to the requester, whatever they are called. */
const renderComposer = ({ mode, box }: ReplicaState): string =>
  `<div data-testid="issue.activity.comment">${
    box === 'closed'
      ? '<button data-testid="canned-comments.common.ui.comment-text-area-placeholder.textarea">Kommentar hinzufügen…</button>'
      : `<div role="tablist"><div role="tab" id="comment-editor-container-tabs-0" aria-selected="${mode === 'internal'}">Interne Notiz</div><div role="tab" id="comment-editor-container-tabs-1" aria-selected="${mode === 'public'}">Antwort an Kunden</div></div>${editor}<button data-testid="comment-save-button">Speichern</button>`
  }</div>`;

function renderIssue(ticket: ReplicaTicket, state: ReplicaState): string {
  const [first, ...comments] = ticket.messages;
  return `<nav><input role="searchbox" placeholder="Suchen"></nav><ol><li><a data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item" href="/browse/${toKey(ticket.id)}"><span>${toKey(ticket.id)}</span></a></li></ol>
<h1 data-testid="issue.views.issue-base.foundation.summary.heading">${escapeText(ticket.subject)}</h1>
<div data-testid="issue.views.field.rich-text.description">${first?.html ?? ''}</div>
<div data-testid="issue.views.field.rich-text.editor-container">${editor}</div>
<div data-testid="issue.activity.comments-list">${comments.map(renderComment).join('\n')}</div>${renderComposer(state)}
<div data-testid="issue.views.issue-base.context.people.assignee.field">Ana</div>`;
}

const toUser = ({ id, name, email }: Required<Person>, accountType: string) => ({
  accountId: `5b10ac8d:${id}`,
  displayName: name,
  emailAddress: email,
  accountType,
  active: true,
});
const toTime = (at: string): string => at.replace('Z', '+0000');

/** developer.atlassian.com, Jira Cloud platform v3: get issue (rendered fields), get comments (rendered body, `jsdPublic`), get myself; service desk: request participants. */
function answer({ tickets }: ReplicaState, path: string): ReplicaAnswer | undefined {
  const { pathname, searchParams } = new URL(path, 'https://northwind.atlassian.net');
  if (pathname === '/rest/api/3/myself') return toJson(toUser(signedIn, 'atlassian'));
  const [, key, list] =
    /^\/rest\/(?:api\/3\/issue|servicedeskapi\/request)\/([^/]+)(?:\/(comment|participant))?$/.exec(pathname) ?? [];
  const ticket = tickets.find(({ id }) => toKey(id) === key);
  const [first, ...comments] = ticket?.messages ?? [];
  if (!ticket || !first)
    return {
      ...toJson({ errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} }),
      status: 404,
    };
  if (list === 'participant') return toJson({ size: 0, start: 0, limit: 50, isLastPage: true, values: [] });
  const startAt = Number(searchParams.get('startAt') ?? 0);
  const maxResults = Math.min(100, Number(searchParams.get('maxResults') ?? 50));
  if (list === 'comment')
    return toJson({
      startAt,
      maxResults,
      total: comments.length,
      comments: comments.slice(startAt, startAt + maxResults).map((message) => ({
        id: message.id,
        author: toUser(message.author, message.role === 'requester' ? 'customer' : 'atlassian'),
        body: { type: 'doc', version: 1, content: [] },
        renderedBody: message.html,
        created: toTime(message.at),
        updated: toTime(message.at),
        jsdPublic: message.visibility === 'public',
      })),
    });
  return toJson({
    id: `1${ticket.id}`,
    key,
    fields: {
      summary: ticket.subject,
      reporter: toUser(ticket.requester, 'customer'),
      created: toTime(first.at),
      project: { id: '10001', key: 'SUP', name: ticket.queue, projectTypeKey: 'service_desk' },
      description: { type: 'doc', version: 1, content: [] },
    },
    renderedFields: { description: first.html, created: 'vor 3 Tagen' },
  });
}

export const jiraServiceManagementReplica: Replica = {
  adapter: jiraServiceManagement,
  host: 'northwind.atlassian.net',
  toTicketId: toKey,
  ticketPath: (id) => `/jira/servicedesk/projects/SUP/queues/custom/12/${toKey(id)}`,
  otherPath: '/jira/servicedesk/projects/SUP/queues/custom/12',
  // No machine-readable time, role or visibility in the page.
  pageLacks: ['everything'],
  login: { status: 401, ...toJson({ message: 'Client must be authenticated to access this resource.', 'status-code': 401 }) },
  renderPage: (state) =>
    `<html><body><div id="jira-frontend">${state.tickets
      .filter(({ id }) => id === state.open)
      .map((ticket) => (state.mounted.includes(ticket.id) ? renderIssue(ticket, state) : ''))
      .join('')}</div></body></html>`,
  answer,
};
