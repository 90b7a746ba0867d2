import { zendesk } from '../zendesk.ts';
import { escapeText, toJson, type Replica, type ReplicaAnswer, type ReplicaState } from './replica.test-support.ts';
import { signedIn, type ReplicaMessage, type ReplicaTicket } from './replica-tickets.test-support.ts';

/** `type` of an entry is `agent`, `end-user` or `internal` in nine extensions that work on the live page. */
const typeOf = ({ role, visibility }: ReplicaMessage): string =>
  visibility === 'internal' ? 'internal' : role === 'requester' ? 'end-user' : 'agent';

/** Not every `article` of the log is a message; a message's header, time and note tag stand beside its content. */
const renderComment = (message: ReplicaMessage): string => `<article data-test-id="omni-log-comment-item">
${message.role === 'agent' ? '<svg data-test-id="omni-log-avatar-badge-AgentBadge"></svg>' : ''}
<div data-test-id="omni-log-item-message" type="${typeOf(message)}">
<span data-test-id="omni-log-item-sender"><a data-test-id="omni-log-comment-user-link" href="/agent/users/${message.author.id}"><strong>${escapeText(message.author.name)}</strong></a></span>
${message.visibility === 'internal' ? '<span data-test-id="omni-log-internal-note-tag">Interne Notiz</span>' : '<span data-test-id="omni-log-item-via">E-Mail</span>'}
<time data-test-id="timestamp-relative" datetime="${message.at}">vor 3 Tagen</time>
<div data-test-id="omni-log-message-content"><div class="zd-comment" dir="auto">${message.html}</div></div></div></article>`;

/** CKEditor 5 with its own class names; the switcher's `data-channel` is `web` for e-mail, whatever its label says. */
const renderComposer = ({
  mode,
  box,
}: ReplicaState): string => `<div data-test-id="editor-view" class="zendesk-editor--rich-text-container">
<button data-test-id="omnichannel-channel-switcher-button" data-channel="${mode === 'public' ? 'web' : 'internal'}" aria-label="${mode === 'public' ? 'E-Mail' : 'Interne Notiz'}"></button>
${box === 'open' ? '<div class="ck ck-reset ck-editor"><div class="ck ck-content ck-editor__editable ck-rounded-corners ck-editor__editable_inline" role="textbox" contenteditable="true" data-test-id="omnicomposer-rich-text-ckeditor"><p><br></p></div></div>' : ''}
<ul data-test-id="ticket-editor-app-icon-view"><li><button>Makro</button></li></ul></div>
<input data-test-id="ticket-footer-macro-menu-autocomplete-input" role="combobox">`;

/** Panes of all open tickets stay mounted (main#main_panes); their grid carries the ticket's id, the shown one `active`. */
function renderPane(ticket: ReplicaTicket, state: ReplicaState): string {
  const isShown = ticket.id === state.open;
  return `<div class="ticket" style="visibility: ${isShown ? 'visible' : 'hidden'}">
<div class="ticket-panes-grid-layout${isShown ? ' active' : ''}" data-test-id="ticket-${ticket.id}-custom-layout" data-is-active="${isShown}">
<div data-test-id="column-1"><div data-test-id="ticket-system-field-requester-menu">${escapeText(ticket.requester.name)}</div>
<label>Notizen<textarea name="custom_field_1"></textarea></label></div>
<div data-test-id="column-2"><div data-side-conversations-anchor-id="${ticket.id}">
<input data-test-id="omni-header-subject" value="${escapeText(ticket.subject)}">
<section data-test-id="omni-log-container"><article><div>Zugewiesen an Support <time datetime="2026-11-17T08:06:00.000Z"></time></div></article>
${ticket.messages.map(renderComment).join('\n')}</section>${renderComposer(state)}</div></div>
<div data-test-id="column-3"><div data-test-id="tabs-nav-item-organizations"></div></div></div></div>`;
}

const toUser = ({ author, role }: ReplicaMessage) => ({
  id: Number(author.id),
  name: author.name,
  email: author.email,
  role: role === 'agent' ? 'agent' : 'end-user',
});

/** developer.zendesk.com: Show Ticket (with sideloaded groups), List Comments (cursor paging, sideloaded users), Show Self, Active Macros. */
function answer({ tickets }: ReplicaState, path: string): ReplicaAnswer | undefined {
  const { pathname } = new URL(path, 'https://northwind.zendesk.com');
  if (pathname === '/api/v2/users/me.json') return toJson({ user: { ...signedIn, id: Number(signedIn.id), role: 'agent' } });
  if (pathname === '/api/v2/macros/active.json')
    return toJson({
      macros: [
        {
          id: 25,
          title: 'Refund',
          active: true,
          actions: [{ field: 'comment_value_html', value: '<p>Hi,</p><p>refunded.</p>' }],
        },
        { id: 26, title: 'Close', active: true, actions: [{ field: 'status', value: 'solved' }] },
        {
          id: 27,
          title: 'Chat',
          active: true,
          actions: [{ field: 'comment_value', value: ['channel:all', 'Hello!\nOne moment.'] }],
        },
      ],
      meta: { has_more: false, after_cursor: null },
    });
  const [, id, list] = /^\/api\/v2\/tickets\/(\d+)(\/comments)?\.json$/.exec(pathname) ?? [];
  const ticket = tickets.find((each) => each.id === id);
  if (!ticket) return { ...toJson({ error: 'RecordNotFound', description: 'Not found' }), status: 404 };
  if (list === undefined)
    return toJson({
      ticket: {
        id: Number(id),
        subject: ticket.subject,
        requester_id: Number(ticket.requester.id),
        group_id: 7,
        status: 'open',
        via: { channel: 'email' },
      },
      users: [{ ...ticket.requester, id: Number(ticket.requester.id), role: 'end-user' }],
      groups: [{ id: 7, name: ticket.queue }],
    });
  return toJson({
    comments: ticket.messages.map((message) => ({
      id: Number(message.id),
      type: 'Comment',
      author_id: Number(message.author.id),
      body: message.text,
      html_body: `<div class="zd-comment" dir="auto">${message.html}</div>`,
      plain_body: message.text,
      public: message.visibility === 'public',
      attachments: [],
      created_at: message.at.replace('.000Z', 'Z'),
    })),
    users: ticket.messages.map(toUser),
    meta: { has_more: false, after_cursor: 'x', before_cursor: 'y' },
    links: { next: 'https://northwind.zendesk.com/next', prev: '' },
  });
}

export const zendeskReplica: Replica = {
  adapter: zendesk,
  host: 'northwind.zendesk.com',
  ticketPath: (id) => `/agent/tickets/${id}`,
  otherPath: '/agent/filters/360001',
  pageLacks: [],
  login: { status: 401, ...toJson({ error: "Couldn't authenticate you" }) },
  renderPage: (state) => `<html><body><nav data-test-id="header-tablist"></nav><main id="main_panes">
${state.tickets
  .filter(({ id }) => state.mounted.includes(id))
  .map((ticket) => renderPane(ticket, state))
  .join('\n')}</main></body></html>`,
  answer,
};
