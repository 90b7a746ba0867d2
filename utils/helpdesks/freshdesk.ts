import type { TicketLayout } from '../domain/ticket-layout.ts';
import { readApi } from './freshdesk/read-api.ts';
import { readMacros } from './freshdesk/read-macros.ts';
import { NAME } from './freshdesk/read-numbered.ts';
import { createAdapter } from './layout/create-adapter.ts';

/** The page writes times in the agent's language only, so it can't stand in for the API. A note’s box asks whom to notify; no public code knows a sign of one that writes to the requester. */
const layout: TicketLayout = {
  version: 1,
  parts: {
    ticketId: [{ css: '[data-album^="ticket_"]', attribute: 'data-album', prefix: 'ticket_', sure: 'third-party' }],
    message: [
      { css: '[data-test-id="conversation-wrapper"]', sure: 'third-party', seen: 'four extensions' },
      { css: '.ticket-details__item', sure: 'third-party' },
    ],
    replyPane: [{ css: '.ticket-editor', sure: 'third-party', seen: 'holds tabs, Froala and the send button' }],
  },
  tests: { writesInternal: ['[data-test-notify-to]'] },
  order: 'oldest-first',
};

/** Freshdesk by its public API, which lets the agent's session in; requests count towards the account's limit, so it is asked once a minute. */
export const freshdesk = createAdapter({
  id: 'freshdesk',
  name: NAME,
  support: 'experimental',
  seesSent: true,
  askEveryMs: 60_000,
  layout,
  matches: ({ url }) => url.hostname.endsWith('.freshdesk.com') && url.pathname.startsWith('/a/'),
  ticketIdIn: (url) => /^\/a\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  ticketUrl: (url, id) => new URL(`/a/tickets/${id}`, url.origin),
  readApi,
  readMacros,
});
