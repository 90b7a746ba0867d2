import { createAdapter } from './layout/create-adapter.ts';

/** `/open/cnv_1a2b` and `/inboxes/…/open/12345`; since 2025 also `/open/cell-…/conversations/12345`. */
const PATH = /\/(?:open\/(cnv_\w+|\d+)|conversations\/(\d+))\/?$/;

/**
 * Front. Its page is known by its address only: no public code says where anything stands on it, and its own way is a plug-in in a frame. So
 * conversations are not read until somebody shows how.
 */
export const front = createAdapter({
  id: 'front',
  name: 'Front',
  support: 'experimental',
  seesSent: false,
  layout: { version: 1, parts: {}, tests: {}, order: 'oldest-first' },
  matches: ({ url }) => url.hostname.endsWith('.frontapp.com'),
  ticketIdIn(url) {
    const [, opened, listed] = PATH.exec(url.pathname) ?? [];
    return opened ?? listed;
  },
  ticketUrl: (url) => new URL(url.pathname, url.origin),
});
