import type { TicketLayout } from '../domain/ticket-layout.ts';
import { createAdapter } from './layout/create-adapter.ts';
import { NAME, PATH, readApi } from './zoho-desk/read-api.ts';

/** From extensions and scripts that work on the live page, 2025 and 2026. It tells neither times nor sides nor whom the editor writes to in any way they know. */
const layout: TicketLayout = {
  version: 1,
  parts: {
    pane: [{ css: '[data-id="subTab_{id}"]', sure: 'third-party', seen: 'an extension’s tests' }],
    message: [{ css: '[data-id="threadContent"], [data-id="content"]', sure: 'third-party', seen: 'mails and comments' }],
    replyPane: [{ css: '[data-id="subTab_{id}"]', sure: 'third-party', seen: 'holds iframe.ze_area' }],
  },
  tests: {},
  order: 'oldest-first',
};

/** Zoho Desk, through the API of its own pages: a request for each mail, so it is asked once a minute. */
export const zohoDesk = createAdapter({
  id: 'zoho-desk',
  name: NAME,
  support: 'experimental',
  seesSent: true,
  askEveryMs: 60_000,
  layout,
  matches: ({ url }) => /^desk\.zoho\.(?:com|[a-z]{2}|com\.[a-z]{2})$/.test(url.hostname) && url.pathname.startsWith('/agent/'),
  ticketIdIn: (url) => PATH.exec(url.pathname)?.[2],
  ticketUrl: (url) => new URL(PATH.exec(url.pathname)?.[0] ?? url.pathname, url.origin),
  readApi,
});
