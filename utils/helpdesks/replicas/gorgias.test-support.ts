import { gorgias } from '../gorgias.ts';
import { escapeText, toJson, type Replica, type ReplicaAnswer, type ReplicaState } from './replica.test-support.ts';
import type { ReplicaTicket } from './replica-tickets.test-support.ts';

/**
 * Bubbles by their CSS module's name and labels of buttons are all that public code knows of the page (two extensions, 2026); the customer's notes are a
 * textarea beside the thread; the editor is believed to be Draft.js, with its own class names here.
 */
function renderTicket(ticket: ReplicaTicket, { box }: ReplicaState): string {
  return `<nav aria-label="Breadcrumbs"><a href="/app/customer/${ticket.requester.id}">${escapeText(ticket.requester.name)}</a></nav>
<aside><textarea id="note-field" aria-label="Note"></textarea></aside>
<div aria-label="Ticket thread">${ticket.messages
    .map(
      ({ author, html }) =>
        `<div class="MessageBubble--messageBubble--x1Yz9"><strong>${escapeText(author.name)}</strong> <span>3 days ago</span><div>${html}</div></div>`,
    )
    .join('\n')}</div>
${box === 'open' ? '<div class="DraftEditor-root"><div class="DraftEditor-editorContainer"><div class="notranslate public-DraftEditor-content" contenteditable="true" role="textbox" spellcheck="true"><div data-contents="true"><div data-block="true"><span><br></span></div></div></div></div></div><button>Send</button>' : ''}`;
}

/** developers.gorgias.com: retrieve a ticket, list messages of one ticket (cursor paging); internal notes are not `public`. */
function answer({ tickets }: ReplicaState, path: string): ReplicaAnswer | undefined {
  const { pathname, searchParams } = new URL(path, 'https://northwind.gorgias.com');
  const id = pathname === '/api/messages' ? searchParams.get('ticket_id') : /^\/api\/tickets\/(\d+)$/.exec(pathname)?.[1];
  const ticket = tickets.find((each) => each.id === id);
  if (!ticket) return { ...toJson({ error: { msg: 'Ticket not found.' } }), status: 404 };
  const toTime = (at: string): string => at.replace('.000Z', '+00:00');
  if (pathname !== '/api/messages')
    return toJson({
      id: Number(id),
      subject: ticket.subject,
      status: 'open',
      channel: 'email',
      customer: { ...ticket.requester, id: Number(ticket.requester.id) },
      assignee_user: null,
      assignee_team: { id: 3, name: ticket.queue },
      messages_count: ticket.messages.length,
    });
  return toJson({
    object: 'list',
    data: ticket.messages.map((message) => ({
      id: Number(message.id),
      ticket_id: Number(id),
      public: message.visibility === 'public',
      channel: message.visibility === 'internal' ? 'internal-note' : 'email',
      via: 'helpdesk',
      from_agent: message.role === 'agent',
      sender: { ...message.author, id: Number(message.author.id) },
      body_html: message.html,
      body_text: message.text,
      stripped_html: null,
      attachments: [],
      created_datetime: toTime(message.at),
      failed_datetime: null,
    })),
    meta: { prev_cursor: null, next_cursor: null },
  });
}

export const gorgiasReplica: Replica = {
  adapter: gorgias,
  host: 'northwind.gorgias.com',
  ticketPath: (id) => `/app/views/1384557/${id}`,
  otherPath: '/app/views/1384557',
  pageLacks: ['everything', 'audience'],
  login: { status: 401, ...toJson({ error: { msg: 'Unauthorized' } }) },
  renderPage: (state) =>
    `<html><body><main>${state.tickets
      .filter(({ id }) => id === state.open)
      .map((ticket) => renderTicket(ticket, state))
      .join('')}</main></body></html>`,
  answer,
};
