import { freshdesk } from '../freshdesk.ts';
import { escapeText, toJson, type Replica, type ReplicaAnswer, type ReplicaState } from './replica.test-support.ts';
import { signedIn, type ReplicaMessage, type ReplicaTicket } from './replica-tickets.test-support.ts';

/** The page folds long threads and writes times in the agent's language; notes bear `privatenote`, agents' messages `data-test-is-agent` (a message collector's Freshdesk part, 2026). */
const renderConversation = (
  message: ReplicaMessage,
): string => `<div class="ticket-details__item${message.visibility === 'internal' ? ' ticket-details__privatenote' : ''}" data-test-id="conversation-wrapper" data-album="note_${message.id}">
<div class="conversation-header" data-test-id="conversation-${message.id}"><span class="sender-info"${message.role === 'agent' ? ' data-test-is-agent' : ''} data-test-id="user-name"><b>${escapeText(message.author.name)}</b></span>
<span data-test-id="time-ago">vor 3 Tagen <span class="timeago-units" data-test-id="time-info" aria-label="Di, 17. Nov. 2026 um 9:05">(Di, 17. Nov. 2026 um 9:05)</span></span></div>
<div data-test-id="conversation-content-wrapper"><div data-test-conversation="conversation-text"><div class="ticket_note" data-note-id="${message.id}">${message.html}</div></div></div></div>`;

/** Froala with its own class names. The tabs say nothing of which is chosen; what tells a reply from a note was seen in no public code. */
const renderComposer = ({ mode, box }: ReplicaState): string =>
  box === 'closed'
    ? '<ul class="reply-bar"><li><button data-test-id="ticket-action-reply">Antworten</button></li><li><button data-test-id="add-note">Notiz</button></li></ul>'
    : `<div class="ticket-editor"><div class="ticket-actions-list"><button class="ticket-action-button" data-test-id="ticket-action-reply">Antworten</button></div>
${mode === 'internal' ? '<div data-test-notify-to><input role="combobox"></div>' : '<div class="ticket-action__fields"><input role="combobox"></div>'}
<div class="fr-box fr-basic"><div class="fr-toolbar"></div><div class="fr-wrapper"><div class="fr-element fr-view" dir="auto" contenteditable="true" aria-disabled="false" spellcheck="true"><p><br></p></div></div></div>
<div class="ticket-editor__footer"><span class="reply-btn-wrapper"><button class="reply-btn" data-test-id="submit">Senden</button></span></div></div>`;

function renderTicket(ticket: ReplicaTicket, state: ReplicaState): string {
  const [first, ...later] = ticket.messages;
  return `<section id="mainactionbar"><button data-test-email-action="reply">Antworten</button><textarea aria-label="Todo" style="display:none"></textarea></section>
<ul><li class="breadcrumb__item active">${ticket.id}</li></ul><div class="ticket-details-wrapper"><h2 class="ticket-subject-heading">${escapeText(ticket.subject)} <button>✎</button></h2>
<div class="ticket-details__item requestor-wrap" data-test-id="ticket-description" data-album="ticket_${ticket.id}"><div id="ticket_original_request" class="text__content">${first?.html ?? ''}</div></div>
<button data-test-button="load-more">+11</button>${later.map(renderConversation).join('\n')}${renderComposer(state)}</div>
<div data-test-id="tkt-properties-status"><div class="ember-power-select-selected-item">Offen</div></div>`;
}

/**
 * developers.freshdesk.com: view a ticket with its requester, list its conversations (which lack the ticket's own description), canned responses;
 * the session alone is let in (read live by a userscript's author, 2026-08). `bootstrap/…`: three userscripts.
 */
function answer({ tickets }: ReplicaState, path: string): ReplicaAnswer | undefined {
  const { pathname, searchParams } = new URL(path, 'https://northwind.freshdesk.com');
  const agents = [
    ...new Map(
      tickets
        .flatMap(({ messages }) => messages.filter(({ role }) => role === 'agent'))
        .map((each) => [each.author.id, each.author]),
    ).values(),
  ];
  if (pathname === '/api/_/bootstrap/me') return toJson({ agent: { id: Number(signedIn.id) }, meta: { csrf_token: 'x' } });
  if (pathname === '/api/_/bootstrap/agents_groups')
    return toJson({
      data: {
        agents: agents.map(({ id, name, email }) => ({ id: Number(id), contact: { name, email } })),
        groups: tickets.map(({ id, queue }) => ({ id: Number(id) + 10, name: queue })),
      },
    });
  if (pathname === '/api/v2/canned_response_folders') return toJson([{ id: 5, name: 'General', responses_count: 1 }]);
  if (pathname === '/api/v2/canned_response_folders/5/responses')
    return toJson([{ id: 51, title: 'Refund', content: 'Hi, refunded.', content_html: '<p>Hi,</p><p>refunded.</p>' }]);
  const [, id, list] = /^\/api\/v2\/tickets\/(\d+)(\/conversations)?$/.exec(pathname) ?? [];
  const ticket = tickets.find((each) => each.id === id);
  const [first, ...later] = ticket?.messages ?? [];
  if (!ticket || !first) return { type: 'application/json', text: '', status: 404 };
  const toTime = (at: string): string => at.replace('.000Z', 'Z');
  if (list === undefined)
    return toJson({
      id: Number(id),
      subject: ticket.subject,
      description: first.html,
      description_text: first.text,
      requester_id: Number(ticket.requester.id),
      requester: { ...ticket.requester, id: Number(ticket.requester.id), mobile: null, phone: null },
      responder_id: null,
      group_id: Number(id) + 10,
      source: 1,
      created_at: toTime(first.at),
      attachments: [],
    });
  const perPage = Number(searchParams.get('per_page') ?? 30);
  const from = (Number(searchParams.get('page') ?? 1) - 1) * perPage;
  return toJson(
    later.slice(from, from + perPage).map((message) => ({
      id: Number(message.id),
      body: message.html,
      body_text: message.text,
      incoming: message.role === 'requester',
      private: message.visibility === 'internal',
      user_id: Number(message.author.id),
      source: message.visibility === 'internal' ? 2 : 0,
      from_email: message.role === 'requester' ? message.author.email : 'support@northwind.example',
      to_emails: [],
      created_at: toTime(message.at),
      attachments: [],
    })),
  );
}

export const freshdeskReplica: Replica = {
  adapter: freshdesk,
  host: 'northwind.freshdesk.com',
  ticketPath: (id) => `/a/tickets/${id}`,
  otherPath: '/a/tickets/filters/all_tickets',
  // Times are words in the agent's language; no mark is known of a box that writes to the requester.
  pageLacks: ['everything', 'audience'],
  login: { status: 401, ...toJson({ code: 'invalid_credentials', message: 'You have to be logged in to perform this action.' }) },
  renderPage: (state) =>
    `<html><body class="ember-application">${state.tickets
      .filter(({ id }) => id === state.open)
      .map((ticket) => renderTicket(ticket, state))
      .join('')}</body></html>`,
  answer,
};
