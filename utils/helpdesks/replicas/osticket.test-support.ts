import { osTicket } from '../osticket.ts';
import { escapeText, type Replica } from './replica.test-support.ts';
import type { ReplicaMessage } from './replica-tickets.test-support.ts';

/** `message`, `response` and `note` are osTicket's own entry types: include/staff/templates/thread-entry.tmpl.php. */
const classOf = ({ role, visibility }: ReplicaMessage): string =>
  visibility === 'internal' ? 'note' : role === 'requester' ? 'message' : 'response';

/**
 * The entry's wrapper carries the id (thread-entries.tmpl.php), the entry the type; `time[datetime]` is W3C. Labels: an edited entry bears a title, a reply to
 * all an icon.
 */
const renderEntry = (message: ReplicaMessage): string => `<div id="thread-entry-${message.id}">
<div class="thread-entry ${classOf(message)} avatar"><span class="pull-right avatar"><img alt=""></span><div class="header"><div class="pull-right"><ul class="title"><li><a class="no-pjax" href="#"><i class="icon-pencil"></i> Bearbeiten</a></li></ul>
<span class="textra light"><span class="label label-bare" title="Bearbeitet am 18.11.2026 von Ana">Bearbeitet</span><span class="label label-bare"><i class="icon-group"></i></span></span></div>
<b>${escapeText(message.author.name)}</b> schrieb <a name="entry-${message.id}" href="#entry-${message.id}"><time class="relative" datetime="${message.at.replace('.000Z', '+00:00')}" data-toggle="tooltip" title="17.11.">vor 3 Tagen</time></a>
<span class="faded title truncate">Re: order</span></div>
<div class="thread-body no-pjax"><div>${message.html}</div><div class="clear"></div></div></div></div>`;

/** What happened to the ticket stands between the entries (thread-event.tmpl.php); what osTicket noted by itself is an entry (`isSystem`). */
const events = `<div class="thread-event action"><span class="type-icon"><i class="faded icon-hand-right"></i></span><span class="faded description">Zugewiesen von <b>Ben</b> <time datetime="2026-11-17T08:06:00+00:00">17.11.</time></span></div>
<div id="thread-entry-8001"><div class="thread-entry system"><div class="header"><b>SYSTEM</b> schrieb <time datetime="2026-11-17T08:06:00+00:00">17.11.</time></div><div class="thread-body no-pjax"><div>Overdue</div><div class="clear"></div></div></div></div>`;

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
    const form = (
      name: 'reply' | 'note',
      field: string,
    ): string => `<form id="${name}" class="${name === 'note' ? 'hidden ' : ''}tab_content spellcheck exclusive save" data-lock-object-id="ticket/${ticket.id}" style="display: ${(name === 'note') === (mode === 'internal') ? 'block' : 'none'};">
<input type="hidden" name="__CSRFToken__" value="x"><input type="hidden" name="id" value="${ticket.id}"><input type="hidden" name="a" value="${name === 'note' ? 'postnote' : 'reply'}">
${name === 'reply' ? '<select id="cannedResp" name="cannedResp"><option value="0">Antwort wählen</option><option value="3">Refund</option></select>' : '<input type="text" name="title">'}
${box === 'open' ? `<div class="redactor-box"><div class="redactor-in" contenteditable="true"></div><textarea name="${field}" class="richtext draft" style="display:none"></textarea></div>` : ''}</form>`;
    return `<html><head><meta name="csrf_token" content="x"></head><body><div id="pjax-container">
<div class="tixTitle has_bottom_border"><h3>${escapeText(ticket.subject)}</h3></div>
<table class="ticket_info"><tr><td><a href="users.php?id=${ticket.requester.id}"><span id="user-${ticket.requester.id}-name">${escapeText(ticket.requester.name)}</span></a>
<span id="user-${ticket.requester.id}-email">${ticket.requester.email}</span></td></tr></table>
<div id="ticketThread"><div id="thread-items" data-thread-id="3">${events}${ticket.messages.map(renderEntry).join('\n')}</div></div>
<div class="sticky bar stop actions" id="response_options"><ul class="tabs" id="response-tabs"><li${mode === 'public' ? ' class="active"' : ''}><a href="#reply" id="post-reply-tab">Antwort</a></li><li${mode === 'internal' ? ' class="active"' : ''}><a href="#note" id="post-note-tab">Notiz</a></li></ul>${form('reply', 'response')}${form('note', 'internal_note')}</div>
<div style="display:none;" class="dialog" id="print-options"><h3>Drucken</h3><form action="tickets.php"><input type="hidden" name="id" value="${ticket.id}"></form></div></div></body></html>`;
  },
};
