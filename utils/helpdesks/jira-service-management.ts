import type { TicketLayout } from '../domain/ticket-layout.ts';
import { NAME, readApi } from './jira-service-management/read-api.ts';
import { createAdapter } from './layout/create-adapter.ts';

/** The page tells neither times nor roles in a machine-readable way, so it can't stand in for the API. The description has the same editor as the composer. */
const layout: TicketLayout = {
  version: 1,
  parts: {
    ticketId: [
      {
        css: '[data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item"]',
        sure: 'third-party',
        seen: 'nine extensions',
      },
    ],
    message: [
      { css: '[data-testid^="comment-base-item-"]', sure: 'third-party', seen: 'another’s measurement, 2026-10' },
      { css: '[data-testid="issue.activity.comments-list"] > *', sure: 'third-party' },
    ],
    replyPane: [
      { css: '[data-testid="issue.activity.comment"]', sure: 'third-party', seen: 'another’s measurement, 2026-10' },
      { css: '[data-test-id="issue.activity.comment"]', sure: 'third-party' },
    ],
  },
  tests: {
    writesPublic: ['#comment-editor-container-tabs-1[aria-selected="true"]'],
    writesInternal: ['#comment-editor-container-tabs-0[aria-selected="true"]'],
  },
  order: 'oldest-first',
};

const KEY = /^\/(?:browse|jira\/servicedesk\/.+)\/([A-Z][A-Z0-9_]*-\d+)\/?$/;

/** Jira Service Management Cloud, the agents' side. An issue of another kind of project has the same address; reading it says so. */
export const jiraServiceManagement = createAdapter({
  id: 'jira-service-management',
  name: NAME,
  support: 'replica',
  seesSent: true,
  askEveryMs: 30_000,
  layout,
  matches: ({ url }) => url.hostname.endsWith('.atlassian.net') && /^\/(?:browse|jira)\//.test(url.pathname),
  ticketIdIn: ({ searchParams, pathname }) =>
    /^[A-Z][A-Z0-9_]*-\d+$/.exec(searchParams.get('selectedIssue') ?? '')?.[0] ?? KEY.exec(pathname)?.[1],
  ticketUrl: (url, id) => new URL(`/browse/${id}`, url.origin),
  readApi,
});
