import type { Result } from '../domain/failure.ts';
import type { TicketLayout } from '../domain/ticket-layout.ts';
import { createAdapter } from './layout/create-adapter.ts';
import { readLayout, type LayoutMiss } from './layout/read-layout.ts';
import type { TicketParts } from './ticket-parts.ts';

/** From extensions and user scripts that work on `secure.helpscout.net`, 2024 to 2026. */
const layout: TicketLayout = {
  version: 1,
  parts: {
    message: [
      { css: '[data-testid="ThreadContainer"] li > [id^="thread-"]', sure: 'third-party', seen: 'div#thread-ID' },
      { css: 'li > div[id^="thread-"]', sure: 'third-party' },
    ],
    messageId: [{ css: '[id^="thread-"]', attribute: 'id', prefix: 'thread-', sure: 'third-party' }],
    author: [{ css: 'span[data-nocollapse="true"]', sure: 'third-party' }],
    time: [{ css: 'time[datetime]', attribute: 'datetime', sure: 'guess', seen: 'time elements without a known attribute' }],
    body: [{ css: 'div[class*="is-wide-layout"]:not([data-testid])', sure: 'third-party' }],
    replyPane: [
      { css: ':has(> [data-cy="ConvoEditor"])', sure: 'third-party', seen: 'the Slate editor itself' },
      { css: ':has(> [data-testid="reply-editor"])', sure: 'third-party' },
    ],
  },
  // Only customers are marked by a class; replies and notes differ in a label in the reader's language, so both count as internal.
  tests: {
    requester: ['[id^="thread-"].is-customer'],
    agent: ['[id^="thread-"]:not(.is-customer)'],
    public: ['[id^="thread-"].is-customer'],
    // A line of the log has no text of its own and no author.
    event: ['[id^="thread-"]:not(:has([class*="is-wide-layout"])):not(:has([data-nocollapse]))'],
    writesPublic: ['[data-testid="reply-editor"]'],
    writesInternal: ['[data-testid="note-editor"]'],
  },
  // Agents choose which end is on top, and the page shows times in words.
  order: 'by-id',
};

const PATH = /^\/conversation\/(\d+)(?:\/(\d+))?/;

/**
 * Help Scout's inbox, read from its page: its API is at another address and takes a token. The subject stands in the page's title,
 * `#NUMBER SUBJECT - CUSTOMER`, which also tells whether the page has arrived at the conversation in the address.
 */
export const helpScout = createAdapter({
  id: 'help-scout',
  name: 'Help Scout',
  support: 'experimental',
  seesSent: false,
  layout,
  matches: ({ url }) => url.hostname === 'secure.helpscout.net',
  ticketIdIn: (url) => PATH.exec(url.pathname)?.[1],
  ticketUrl: (url, id) => new URL(`/conversation/${id}`, url.origin),
  readPage(page, id): Result<TicketParts, LayoutMiss> {
    const read = readLayout(page, layout, id);
    if (!read.ok) return read;
    const { title } = page.document;
    const [, number, named = ''] = /^#(\d+)\s+(.*)$/.exec(title.trim()) ?? [];
    const wanted = PATH.exec(page.url.pathname)?.[2];
    if (number !== undefined && wanted !== undefined && number !== wanted)
      return { ok: false, error: { missing: `conversation ${wanted} (it still shows ${number})`, tried: [] } };
    return { ok: true, value: { ...read.value, subject: cutEnd(named, ` - ${read.value.requester.name}`) } };
  },
});

const cutEnd = (text: string, end: string): string => (text.endsWith(end) ? text.slice(0, -end.length) : text);
