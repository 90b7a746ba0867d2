import { waitingSince, type DemoTicket, type HelpdeskData, type Message } from './helpdesk-data.ts';
import { html, type Html } from './html.ts';
import { describeAge, renderPage, renderTime } from './page-layout.ts';

export type EditorKind = 'rich' | 'plain';
export type TicketPageOptions = { readonly editor: EditorKind; readonly csrfToken: string; readonly now: Date };

/** One ticket: conversation, reply editor, requester. */
export function renderTicketPage(ticket: DemoTicket, data: HelpdeskData, options: TicketPageOptions): string {
  const body = html`<main class="ticket">
    <div class="ticket-head">
      <p><a href="/">Tickets</a> / #${ticket.id}</p>
      <h1>${ticket.subject}</h1>
      <span class="status ${ticket.status}">${ticket.status}</span>
    </div>
    <div class="ticket-body">
      <div class="column">
        ${
          ticket.messages.length === 0
            ? html`<p class="nothing">This ticket has no messages yet.</p>`
            : html`<ol class="conversation" aria-label="Conversation">
                ${ticket.messages.map(renderMessage)}
              </ol>`
        }
        ${renderReplyForm(ticket, data, options)}
      </div>
      ${renderSidebar(ticket, data, options.now)}
    </div>
  </main>`;
  return renderPage(`#${ticket.id} ${ticket.subject}`, data.me.name, body);
}

function renderMessage(message: Message): Html {
  const kind = message.visibility === 'internal' ? 'internal' : message.authorRole;
  return html`<li class="message ${kind}" id="message-${message.id}">
    <p class="from">
      <b>${message.author.name}</b>
      ${message.visibility === 'internal' ? html`<span class="mark">Internal note</span>` : undefined}${renderTime(message.createdAt)}
    </p>
    <div class="text">${message.text}</div>
    ${
      message.quoted === ''
        ? undefined
        : html`<details class="quoted">
            <summary>Quoted text</summary>
            <div class="text">${message.quoted}</div>
          </details>`
    }
    ${
      message.attachments.length === 0
        ? undefined
        : html`<ul class="attachments" aria-label="Attachments">
            ${message.attachments.map((name) => html`<li>${name}</li>`)}
          </ul>`
    }
  </li>`;
}

function renderReplyForm(ticket: DemoTicket, data: HelpdeskData, { editor, csrfToken }: TicketPageOptions): Html {
  const action = `/tickets/${encodeURIComponent(ticket.id)}/reply${editor === 'plain' ? '?editor=plain' : ''}`;
  return html`<form
    class="reply"
    method="post"
    action="${action}"
    data-reply-form
    data-ticket-id="${ticket.id}"
    data-visibility="public"
  >
    <input type="hidden" name="csrf" value="${csrfToken}" />
    <input type="hidden" name="visibility" value="public" />
    <div class="reply-head">
      <div class="kinds" role="group" aria-label="Who will read it">
        <button type="button" data-kind="public" aria-pressed="true">Public reply</button>
        <button type="button" data-kind="internal" aria-pressed="false">Internal note</button>
      </div>
      <p class="to">
        <span data-for="public">To ${ticket.requester.name}</span><span data-for="internal" hidden>Only the team reads this</span>
      </p>
    </div>
    ${editor === 'plain' ? renderPlainEditor(data.me.name) : renderRichEditor(data.me.name)}
    <div class="send">
      <p class="problem" role="alert" data-problem></p>
      <button type="submit" name="after" value="close">Send and close</button>
      <button type="submit" name="after" value="stay" class="primary">Send</button>
    </div>
  </form>`;
}

/** The first line break after `<textarea>` is the browser's to drop. */
const renderPlainEditor = (me: string): Html =>
  html`<textarea name="text" rows="10" aria-label="Reply" data-reply-editor>${`\n\n\n${me}\nNorthwind Cloud Support`}</textarea>`;

const renderRichEditor = (me: string): Html =>
  html`<div class="toolbar" role="toolbar" aria-label="Format">
      <button type="button" data-command="bold" aria-label="Bold" title="Bold"><b>B</b></button>
      <button type="button" data-command="insertUnorderedList" aria-label="Bulleted list" title="Bulleted list">• List</button>
      <button type="button" data-command="insertOrderedList" aria-label="Numbered list" title="Numbered list">1. List</button>
    </div>
    <div class="editor" contenteditable="true" role="textbox" aria-multiline="true" aria-label="Reply" data-reply-editor>
      <p><br /></p>
      <p class="signature">${me}<br />Northwind Cloud Support</p>
    </div>
    <textarea name="text" hidden aria-hidden="true"></textarea>`;

function renderSidebar(ticket: DemoTicket, data: HelpdeskData, now: Date): Html {
  const { requester } = ticket;
  const since = waitingSince(ticket);
  const others = data.tickets.filter((other) => other.requester.id === requester.id && other.id !== ticket.id);
  return html`<aside class="sidebar" aria-label="About this ticket">
    <h2>Requester</h2>
    <p class="name">${requester.name}</p>
    <p>${requester.organization ?? ''}</p>
    <p class="mail">${requester.email}</p>
    <h2>Ticket</h2>
    <dl>
      <dt>Group</dt>
      <dd>${ticket.queue === '' ? 'none' : ticket.queue}</dd>
      <dt>Opened</dt>
      <dd>${renderTime(ticket.createdAt)}</dd>
      <dt>Waiting</dt>
      <dd>${since ? describeAge(since, now) : 'not for us'}</dd>
      <dt>Messages</dt>
      <dd>${ticket.messages.length}</dd>
      <dt>Other tickets</dt>
      <dd>${others.length === 0 ? 'none' : others.map((other) => html`<a href="/tickets/${other.id}">#${other.id}</a> `)}</dd>
    </dl>
  </aside>`;
}
