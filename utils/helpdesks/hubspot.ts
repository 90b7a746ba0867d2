import type { TicketLayout } from '../domain/ticket-layout.ts';
import { createAdapter } from './layout/create-adapter.ts';

/** From time trackers, user scripts and one script that answers mails in the inbox, 2023 to 2026. */
const layout: TicketLayout = {
  version: 1,
  parts: {
    subject: [
      { css: '[data-test-id="sticky-subject-header"]', sure: 'third-party', seen: 'inbox' },
      { css: '[data-selenium-test="highlightTitle"]', sure: 'third-party', seen: 'ticket record' },
      { css: '[data-test-id="highlight-record-label"]', sure: 'third-party', seen: 'ticket record' },
    ],
    requesterName: [{ css: '[data-selenium-test="contact-chicklet-title-link"]', sure: 'third-party' }],
    message: [{ css: '[class*="CommonMessage__StyledContentColumn"]', sure: 'third-party' }],
    author: [{ css: '[data-message-metadata-type="from"] b', sure: 'third-party', seen: 'when the recipients are unfolded' }],
    body: [{ css: '[data-test-id="primary-message-body-content"]', sure: 'third-party' }],
  },
  tests: {},
  order: 'oldest-first',
};

const PATH = /^\/(?:help-desk\/\d+\/view\/\w+\/ticket\/(\d+)|live-messages\/\d+\/inbox\/(\d+))/;

/**
 * HubSpot's help desk and inbox. Their pages are known, and where some parts stand; what is known of no mark tells a contact's message from a
 * colleague's or from a comment, so tickets are not read until somebody shows how.
 */
export const hubSpot = createAdapter({
  id: 'hubspot',
  name: 'HubSpot',
  support: 'experimental',
  seesSent: false,
  layout,
  matches: ({ url }) =>
    /^app(?:-\w+)?\.hubspot\.com$/.test(url.hostname) && /^\/(?:help-desk|live-messages)\//.test(url.pathname),
  // Tickets and the inbox's threads are counted apart.
  ticketIdIn(url) {
    const [, ticket, thread] = PATH.exec(url.pathname) ?? [];
    return ticket ?? (thread === undefined ? undefined : `thread-${thread}`);
  },
  ticketUrl: (url) => new URL(PATH.exec(url.pathname)?.[0] ?? '/', url.origin),
});
