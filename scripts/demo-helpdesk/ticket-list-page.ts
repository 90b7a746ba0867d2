import { waitingSince, type DemoTicket, type HelpdeskData } from './helpdesk-data.ts';
import { html, type Html } from './html.ts';
import { describeAge, renderPage, renderTime } from './page-layout.ts';

export type ListFilter = 'open' | 'closed';

/** The ticket list: who has waited longest stands first. */
export function renderTicketList(data: HelpdeskData, filter: ListFilter, now: Date): string {
  const isClosed = (ticket: DemoTicket): boolean => ticket.status === 'closed';
  const closed = data.tickets.filter(isClosed);
  const open = data.tickets.filter((ticket) => !isClosed(ticket));
  const shown = (filter === 'closed' ? closed : open).toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
  const tab = (name: ListFilter, label: string, count: number): Html =>
    html`<a href="/?show=${name}" ${name === filter ? html`aria-current="page"` : undefined}>${label} <span>${count}</span></a>`;
  const body = html`<main class="list">
    <div class="list-head">
      <h1>Tickets</h1>
      <nav class="filter" aria-label="Which tickets">
        ${tab('open', 'Open', open.length)}${tab('closed', 'Closed', closed.length)}
      </nav>
    </div>
    ${
      shown.length === 0
        ? html`<p class="nothing">No ${filter} tickets.</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Status</th>
                <th scope="col">Ticket</th>
                <th scope="col">Requester</th>
                <th scope="col">Waiting</th>
              </tr>
            </thead>
            <tbody>
              ${shown.map((ticket) => renderRow(ticket, now))}
            </tbody>
          </table>`
    }
  </main>`;
  return renderPage('Tickets', data.me.name, body);
}

/** Waiting tickets by the start of the wait, then the others, newest last. */
function orderOf(ticket: DemoTicket): string {
  const since = waitingSince(ticket);
  return since ? `0${since}` : `1${ticket.createdAt}`;
}

function renderRow(ticket: DemoTicket, now: Date): Html {
  const since = waitingSince(ticket);
  return html`<tr>
    <td><span class="status ${ticket.status}">${ticket.status}</span></td>
    <td class="subject">
      <a href="/tickets/${encodeURIComponent(ticket.id)}">${ticket.subject}</a><span class="number">#${ticket.id}</span>
    </td>
    <td class="who">${ticket.requester.name}<small>${ticket.requester.organization ?? ''}</small></td>
    <td class="wait">${since ? describeAge(since, now) : '–'}</td>
  </tr>`;
}

/** The log of what was sent, newest first. */
export function renderSentLog(data: HelpdeskData): string {
  const rows = data.sent.toReversed().map(
    (reply) =>
      html`<li class="sent">
        <p>
          <a href="/tickets/${encodeURIComponent(reply.ticketId)}#message-${reply.messageId}">#${reply.ticketId}</a>
          ${reply.visibility === 'internal' ? 'Internal note' : 'Public reply'}${reply.closed ? ', ticket closed' : ''},
          ${renderTime(reply.sentAt)}
        </p>
        <div class="text">${reply.text}</div>
      </li>`,
  );
  const list =
    rows.length === 0
      ? html`<p class="nothing">Nothing has been sent yet.</p>`
      : html`<ol class="sent-log">
          ${rows}
        </ol>`;
  return renderPage(
    'Sent',
    data.me.name,
    html`<main class="list">
      <h1>Sent</h1>
      ${list}
    </main>`,
  );
}
