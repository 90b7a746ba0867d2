import type { TicketLayout } from '../domain/ticket-layout.ts';
import { createAdapter } from './layout/create-adapter.ts';
import { DROP, NAME, readApi, readMacros } from './zendesk/read-api.ts';

const comment = '[data-test-id="omni-log-item-message"]';
const switcher = '[data-test-id="omnichannel-channel-switcher-button"]';

/** Test ids of the Agent Workspace, read in extensions that work on it (2023–2026). */
const layout: TicketLayout = {
  version: 1,
  parts: {
    pane: [
      {
        css: '[data-test-id="ticket-{id}-custom-layout"]',
        sure: 'third-party',
        seen: 'an extension’s notes on the live page, 2026-06-22',
      },
      { css: '[data-side-conversations-anchor-id="{id}"]', sure: 'third-party', seen: 'four userscripts' },
      { css: '[data-ticket-id="{id}"]', sure: 'third-party' },
    ],
    subject: [
      { css: '[data-test-id="omni-header-subject"]', attribute: 'value', sure: 'third-party' },
      { css: '[data-test-id="ticket-pane-subject"]', attribute: 'value', sure: 'third-party' },
    ],
    message: [{ css: 'article[data-test-id="omni-log-comment-item"]', sure: 'third-party', seen: 'nine extensions' }],
    author: [{ css: '[data-test-id="omni-log-item-sender"]', sure: 'third-party' }],
    time: [{ css: 'time[datetime]', attribute: 'datetime', sure: 'third-party' }],
    body: [
      { css: `${comment}:not([aria-hidden="true"]) [data-test-id="omni-log-message-content"]`, sure: 'third-party' },
      { css: '[data-test-id="omni-log-message-content"]', sure: 'third-party' },
    ],
    replyPane: [
      { css: '[data-side-conversations-anchor-id="{id}"]', sure: 'third-party', seen: 'holds log, switcher and editor' },
    ],
    replyTicketId: [
      { css: '[data-side-conversations-anchor-id]', attribute: 'data-side-conversations-anchor-id', sure: 'third-party' },
    ],
  },
  tests: {
    requester: [`${comment}[type="end-user"]`],
    agent: [`${comment}[type="agent"]`, `${comment}[type="internal"]`],
    public: [`${comment}[type="end-user"]`, `${comment}[type="agent"]`],
    internal: [`${comment}[type="internal"]`, '[data-test-id="omni-log-internal-note-tag"]'],
    writesPublic: [`${switcher}[data-channel="web"]`, `${switcher}[data-channel="native_messaging"]`],
    writesInternal: [`${switcher}[data-channel="internal"]`],
  },
  drop: DROP,
  order: 'by-time',
};

/** Zendesk's Agent Workspace: API first. Requests of agents' sessions count towards the account's limit, so it is asked once a minute. */
export const zendesk = createAdapter({
  id: 'zendesk',
  name: NAME,
  support: 'replica',
  seesSent: true,
  askEveryMs: 60_000,
  layout,
  matches: ({ url }) => url.hostname.endsWith('.zendesk.com') && /^\/agent(?:\/|$)/.test(url.pathname),
  ticketIdIn: (url) => /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  ticketUrl: (url, id) => new URL(`/agent/tickets/${id}`, url.origin),
  readApi,
  readMacros,
});
