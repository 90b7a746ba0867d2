import type { TicketLayout } from '../domain/ticket-layout.ts';
import { NAME, readApi } from './intercom/read-api.ts';
import { readPlace } from './intercom/read-place.ts';
import { createAdapter } from './layout/create-adapter.ts';

/** The page tells neither times nor roles, and public code knows no sign of the composer's audience. */
const layout: TicketLayout = {
  version: 1,
  parts: {
    message: [
      { css: '[data-intercom-target="conversation-stream-content-part"]', sure: 'third-party', seen: 'two extensions, 2026' },
      { css: '[class*="group/content-part"]', sure: 'third-party', seen: 'an extension, 2026-04' },
      { css: '[data-part-group-id]', sure: 'third-party', seen: 'an extension, before 2026' },
    ],
    replyPane: [
      { css: '[data-conversation-reply-composer]', sure: 'third-party', seen: 'an extension, 2026' },
      { css: '.inbox2__composer__container', sure: 'third-party', seen: 'four extensions' },
    ],
  },
  tests: {},
  order: 'oldest-first',
  pierces: true,
};

/** Intercom's inbox by the endpoints of its own page, which are documented nowhere. */
export const intercom = createAdapter({
  id: 'intercom',
  name: NAME,
  support: 'experimental',
  seesSent: true,
  askEveryMs: 30_000,
  layout,
  matches: ({ url }) => /^app(?:\.eu|\.au)?\.intercom\.(?:com|io)$/.test(url.hostname) && url.pathname.startsWith('/a/'),
  ticketIdIn: (url) => readPlace(url)?.id,
  ticketUrl: (url, id) => new URL(`/a/inbox/${readPlace(url)?.app ?? ''}/inbox/conversation/${id}`, url.origin),
  readApi,
});
