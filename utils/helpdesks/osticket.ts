import type { TicketLayout } from '../domain/ticket-layout.ts';
import { createAdapter } from './layout/create-adapter.ts';

/** Files of osTicket 1.18 (2023-10-25). The form of the tab that is not active is hidden by its style (scp.js). */
const layout: TicketLayout = {
  version: 1,
  parts: {
    ticketId: [
      {
        css: 'form#reply input[name="id"], form#note input[name="id"]',
        attribute: 'value',
        sure: 'source',
        seen: 'ticket-view.inc.php; without the right to reply there is only the note',
      },
    ],
    subject: [{ css: '.tixTitle h3', sure: 'source', seen: 'ticket-view.inc.php' }],
    requesterName: [{ css: '[id^="user-"][id$="-name"]', sure: 'source', seen: 'ticket-view.inc.php' }],
    requesterEmail: [{ css: '[id^="user-"][id$="-email"]', sure: 'source', seen: 'ticket-view.inc.php' }],
    message: [
      { css: '#ticketThread [id^="thread-entry-"]', sure: 'source', seen: 'thread-entries.tmpl.php: the wrapper has the id' },
      { css: '#ticketThread .thread-entry', sure: 'source', seen: 'thread-entry.tmpl.php' },
    ],
    messageId: [
      { css: '[id^="thread-entry-"]', attribute: 'id', prefix: 'thread-entry-', sure: 'source', seen: 'thread-entries.tmpl.php' },
    ],
    author: [{ css: '.header b', sure: 'source', seen: 'thread-entry.tmpl.php' }],
    time: [{ css: '.header time[datetime]', attribute: 'datetime', sure: 'source', seen: 'thread-entry.tmpl.php' }],
    body: [{ css: '.thread-body > div:first-child', sure: 'source', seen: 'thread-entry.tmpl.php' }],
    attachment: [{ css: '.thread-body > .attachments .filename', sure: 'source', seen: 'thread-entry.tmpl.php' }],
    replyPane: [{ css: 'form#reply, form#note', sure: 'source', seen: 'ticket-view.inc.php' }],
    replyTicketId: [{ css: 'input[name="id"]', attribute: 'value', sure: 'source', seen: 'ticket-view.inc.php' }],
  },
  tests: {
    requester: ['.thread-entry.message'],
    // A collaborator's message is a `message` too: what is neither side's alone takes part. Of all labels only theirs has words and nothing else.
    agent: ['.thread-entry.response', '.thread-entry.note', '.thread-entry.message .label-bare:not([title]):not(:has(i))'],
    event: ['.thread-entry.system'],
    public: ['.thread-entry.message', '.thread-entry.response'],
    internal: ['.thread-entry.note'],
    writesPublic: ['form#reply'],
    writesInternal: ['form#note'],
  },
  order: 'by-time',
};

/** osTicket's agent panel. It has no API for reading with the agent's session; its page holds the whole thread. */
export const osTicket = createAdapter({
  id: 'osticket',
  name: 'osTicket',
  support: 'replica',
  seesSent: true,
  layout,
  matches: ({ document, url }) =>
    url.pathname.endsWith('/scp/tickets.php') && document.querySelector('#pjax-container, meta[name="csrf_token"]') !== null,
  ticketIdIn: (url) => /^\d+$/.exec(url.searchParams.get('id') ?? '')?.[0],
  ticketUrl: (url, id) => new URL(`${url.pathname}?id=${id}`, url.origin),
});
