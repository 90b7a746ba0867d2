import { freeScout } from '../freescout.ts';
import { escapeText, type Replica, type ReplicaState } from './replica.test-support.ts';
import { signedIn, type ReplicaMessage, type ReplicaTicket } from './replica-tickets.test-support.ts';

/** `Thread::$types`. */
const typeOf = ({ role, visibility }: ReplicaMessage): string =>
  visibility === 'internal' ? 'note' : role === 'requester' ? 'customer' : 'message';

/** Users' and customers' own pages (routes/web.php); what the reader wrote is by "you", in their language (`getActionPerson`). */
const renderAuthor = ({ author, role }: ReplicaMessage): string =>
  role === 'requester'
    ? `<a href="https://desk.example/helpdesk/customers/${author.id}/edit">${escapeText(author.name)}</a>`
    : `<a href="https://desk.example/helpdesk/users/profile/${author.id}">${author.id === signedIn.id ? 'Sie' : escapeText(author.name)}</a>`;

/** The date is a text in the reader's zone and clock (`User::dateFormat`). */
const date = `<a href="#thread-1" class="thread-date" data-toggle="tooltip" title='Nov 17, 2026 09:05am'>vor 3 Tagen</a>`;

/** conversations/partials/thread.blade.php. An edited thread keeps its first text, hidden. */
const renderThread = (
  message: ReplicaMessage,
): string => `<div class="thread thread-type-${typeOf(message)}" id="thread-${message.id}" data-thread_id="${message.id}">
<div class="thread-photo"><span class="photo-sm"></span></div><div class="thread-message"><div class="thread-header"><div class="thread-title"><div class="thread-person"><strong>
${renderAuthor(message)}
</strong></div><div class="thread-recipients"><div><strong>An:</strong> support@desk.example</div></div></div>
<div class="thread-info">${date}<br/><span class="thread-status">Jemand, Aktiv</span></div></div>
<div class="thread-body"><div class="thread-content" dir="auto">${message.html}</div>
<div class='thread-meta'><i class="glyphicon glyphicon-pencil"></i> Bearbeitet <a href="#" class="thread-original-show">Original</a><div class="thread-original thread-text hidden"><p>Old text</p></div></div>
<div class='thread-meta'><i class="glyphicon glyphicon-eye-open"></i> Vom Kunden gesehen</div></div></div>
<div class="dropdown thread-options"><ul class="dropdown-menu"><li><a href="#" class="thread-edit-trigger">Bearbeiten</a></li></ul></div></div>`;

/** What happened, and what a colleague has begun to write, stand among the threads. */
const noise = `<div class="thread thread-type-draft" id="thread-8001" data-thread_id="8001"><div class="thread-message"><div class="thread-title"><div class="thread-person"><strong>Ben</strong> [Entwurf]</div></div><div class="thread-body"><p>Half a</p></div></div></div>
<div class="thread thread-type-lineitem thread-state-published" id="thread-8002"><div class="thread-message"><div class="thread-header"><div class="thread-title"><strong>Ben</strong> hat zugewiesen</div><div class="thread-info">${date}</div></div></div></div>`;

/** One form for replies, notes and forwards, hidden until one of them is opened (`showReplyForm`, `showNoteForm`); Summernote keeps the textarea. */
const renderForm = (
  ticket: ReplicaTicket,
  { mode, box }: ReplicaState,
): string => `<div class="conv-action-wrapper"><div class="conv-block conv-reply-block conv-action-block${box === 'open' ? '' : ' hidden'}${mode === 'internal' ? ' conv-note-block' : ''}"><div class="col-xs-12">
<form class="form-horizontal form-reply" method="POST" action=""><input type="hidden" name="conversation_id" value="${ticket.id}"/><input type="hidden" name="mailbox_id" value="1"/><input type="hidden" name="saved_reply_id" value=""/><input type="hidden" name="thread_id" value=""/>
<input type="hidden" name="is_note" value="${mode === 'internal' ? '1' : ''}"/><input type="hidden" name="subtype" value=""/><select name="to_email[]" id="to_email" multiple></select>
<div class="form-group conv-reply-body"><textarea id="body" class="form-control" name="body" rows="13" style="display: none;"></textarea>
<div class="note-editor note-frame panel panel-default"><div class="note-editing-area"><textarea class="note-codable" style="display: none;"></textarea><div class="note-editable" contenteditable="true"><div><br></div></div></div><div class="note-statusbar"></div></div></div></form></div></div></div>`;

/** layouts/app.blade.php, conversations/view.blade.php, customers/profile_snippet.blade.php, mailboxes/sidebar_menu_view.blade.php; in a folder of its host. */
export const freeScoutReplica: Replica = {
  adapter: freeScout,
  host: 'desk.example',
  ticketPath: (id) => `/helpdesk/conversation/${id}?folder_id=3`,
  otherPath: '/helpdesk/mailbox/1/3',
  // No machine-readable time; the reader's own threads are by "you".
  pageLacks: ['at', 'author'],
  login: {
    type: 'text/html',
    text: '<form method="POST" action="/helpdesk/login"><input type="password" name="password"></form>',
  },
  renderPage(state) {
    const ticket = state.tickets.find(({ id }) => id === state.open);
    const head = `<html><head><meta name="csrf-token" content="x"><title>#12</title></head>`;
    const nav = `<nav class="navbar"><span class="nav-user">Ana</span><form><input type="text" name="q" id="search-dt"></form></nav>`;
    if (!ticket) return `${head}<body class="locale-de" data-auth_user_id="${signedIn.id}">${nav}<h1>404</h1></body></html>`;
    return `${head}<body class="locale-de body-conv" data-conversation_id="${ticket.id}" data-mailbox_id="1" data-auth_user_id="${signedIn.id}">${nav}
<div class="sidebar-2col"><div class="dropdown sidebar-title"><span class="sidebar-title-real mailbox-name">${ticket.queue}</span></div></div>
<div id="conv-layout" class="conv-type-email"><div id="conv-layout-header"><div id="conv-toolbar"><span class="conv-reply conv-action inactive"></span><span class="conv-add-note conv-action inactive"></span></div>
<div id="conv-subject"><div class="conv-subjtext"><span>${escapeText(ticket.subject)}</span><div class="conv-subj-editor"><input type="text" id="conv-subj-value" value="${escapeText(ticket.subject)}"/></div></div><div class="conv-numnav"># <strong>12</strong></div>
${renderForm(ticket, state)}</div></div>
<div id="conv-layout-customer"><div class="customer-snippet"><a href="https://desk.example/helpdesk/customers/${ticket.requester.id}/edit" class="customer-name">${escapeText(ticket.requester.name)}</a>
<li class="customer-email"><a href="#" class="contact-main">${ticket.requester.email}</a></li></div><form><textarea name="customer_note"></textarea></form></div>
<div id="conv-layout-main">${noise}${ticket.messages.map(renderThread).toReversed().join('\n')}</div></div></body></html>`;
  },
};
