import { osTicket } from '../osticket.ts';
import { escapeText, type Replica } from './replica.test-support.ts';
import type { ReplicaMessage } from './replica-tickets.test-support.ts';

/** `message`, `response` and `note` are osTicket's own entry types: include/staff/templates/thread-entry.tmpl.php. */
const classOf = ({ role, visibility }: ReplicaMessage): string =>
  visibility === 'internal' ? 'note' : role === 'requester' ? 'message' : 'response';

/** The entry's wrapper carries the id (thread-entries.tmpl.php), the entry the type; `time[datetime]` is W3C. */
const renderEntry = (message: ReplicaMessage): string => `<div id="thread-entry-${message.id}">
<div class="thread-entry ${classOf(message)} avatar"><div class="header"><b>${escapeText(message.author.name)}</b> posted
<time datetime="${message.at}" title="17 Nov">17 Nov</time><span class="title truncate"></span></div>
<div class="thread-body no-pjax"><div>${message.html}</div></div></div></div>`;

/** Both forms are in the page at once; the tab that is not shown is hidden (include/staff/ticket-view.inc.php, scp/js/ticket.js). */
export const osTicketReplica: Replica = {
  adapter: osTicket,
  host: 'support.example',
  ticketPath: (id) => `/scp/tickets.php?id=${id}`,
  otherPath: '/scp/tickets.php',
  pageLacks: [],
  login: { type: 'text/html', text: '<form action="login.php"><input type="password" name="passwd"></form>' },
  renderPage({ tickets, open, mode, box }) {
    const ticket = tickets.find(({ id }) => id === open);
    if (!ticket) return '<html><body><div id="pjax-container"><div class="error-banner">No such ticket</div></div></body></html>';
    const form = (name: 'reply' | 'note', field: string): string =>
      `<form id="${name}"${(name === 'note') === (mode === 'internal') ? '' : ' style="display:none"'}><input type="hidden" name="id" value="${ticket.id}">
${box === 'open' ? `<div class="redactor-box"><div class="redactor-in" contenteditable="true"></div><textarea name="${field}" class="richtext" style="display:none"></textarea></div>` : ''}</form>`;
    return `<html><head><meta name="csrf_token" content="x"></head><body><div id="pjax-container">
<div class="tixTitle has_bottom_border"><h3>${escapeText(ticket.subject)}</h3></div>
<table class="ticket_info"><tr><td><a href="users.php?id=${ticket.requester.id}"><span id="user-${ticket.requester.id}-name">${escapeText(ticket.requester.name)}</span></a>
<span id="user-${ticket.requester.id}-email">${ticket.requester.email}</span></td></tr></table>
<div id="ticketThread"><div id="thread-items" data-thread-id="3">${ticket.messages.map(renderEntry).join('\n')}</div></div>
<div id="response-options"><div id="response-tabs"></div>${form('reply', 'response')}${form('note', 'internal_note')}</div></div></body></html>`;
  },
};
