import type { TicketLayout } from '../domain/ticket-layout.ts';
import { createAdapter } from './layout/create-adapter.ts';

/** Colleagues' comments on a post stand inside it or beside it. */
const COMMENTS = ['.cuf-commentItem', '.forceChatterComment'];

/** Classes of the Lightning console's case feed, from extensions and scripts that read it, 2024 to 2026. */
const layout: TicketLayout = {
  version: 1,
  parts: {
    // The console's tab names the case and its pane; every case that was opened stays in the page.
    pane: [
      {
        css: 'a[href*="/lightning/r/Case/{id}/"][aria-controls]',
        follow: 'aria-controls',
        sure: 'third-party',
        seen: 'oneConsoleTabItem',
      },
    ],
    // Another case in a tab below this one: its feed is in the same pane.
    ticketId: [
      {
        css: 'a[href*="/lightning/r/Case/"][aria-controls]:not([href*="/lightning/r/Case/{id}/"])',
        attribute: 'href',
        sure: 'third-party',
        seen: 'oneConsoleTabItem',
      },
    ],
    subject: [
      { css: '[data-target-selection-name="sfdc:RecordField.Case.Subject"] lightning-formatted-text', sure: 'third-party' },
      { css: 'lightning-formatted-text[slot="primaryField"]', sure: 'third-party', seen: 'page header' },
    ],
    message: [{ css: 'article.cuf-feedItem, article.cuf-feedElement', sure: 'third-party' }],
    messageId: [{ css: 'article[data-id]', attribute: 'data-id', sure: 'third-party' }],
    author: [
      { css: '.preamble_left a.cuf-entityLink', sure: 'third-party' },
      { css: '.preamble_left', sure: 'third-party', seen: 'the sender’s column' },
      { css: 'a.cuf-entityLink:not(.cuf-mention)', sure: 'third-party' },
    ],
    body: [
      // A post with a link to the rest of it is not whole. A mail's text is in a frame of its own, and in the attribute.
      { css: 'article:not([data-type="EmailMessageEvent"]) .cuf-feedBodyText:not(:has(.cuf-more))', sure: 'third-party' },
      { css: 'emailui-rich-text-output[value]', attribute: 'value', sure: 'third-party' },
      { css: '.emailMessageBody.uiOutputText:not(:has(.cuf-more))', sure: 'third-party' },
    ],
    replyPane: [
      { css: '.emailuiComposer, .ql-container', sure: 'third-party', seen: 'e-mail composer; Quill of the other publishers' },
      { css: ':has(> iframe[title="CK Editor Container"])', sure: 'third-party' },
    ],
  },
  tests: {
    // Ids of users begin with 005, ids of contacts with 003 (documented).
    requester: ['.preamble_left a[href*="/r/003"]', '.preamble_left a[href*="/r/Contact/"]'],
    agent: ['.preamble_left a[href*="/r/005"]', '.preamble_left a[href*="/r/User/"]'],
    // Kinds of feed items are documented (FeedItem.Type). E-mails are between the team and others; every other kind counts as internal.
    public: ['article[data-type="EmailMessageEvent"]'],
    event: ['TrackedChange', 'CreateRecordEvent', 'ChangeStatusPost', 'CallLogPost', 'MilestoneEvent'].map(
      (kind) => `article[data-type="${kind}"]`,
    ),
    comments: COMMENTS,
    more: ['.loadMoreTrigger', '.cuf-showMoreContainer button'],
    writesPublic: ['.emailuiComposer', 'iframe[title="CK Editor Container"]'],
  },
  drop: COMMENTS,
  order: 'newest-first',
  pierces: true,
};

/**
 * Salesforce's Service Console, read from its page: its API is at another address. Times are in words of the reader's language, older posts are loaded
 * when they are scrolled to, and a mail that is folded up has no text to read: then nothing is read.
 */
export const salesforce = createAdapter({
  id: 'salesforce',
  name: 'Salesforce Service Cloud',
  support: 'experimental',
  seesSent: true,
  layout,
  matches: ({ url }) => url.hostname.endsWith('.lightning.force.com'),
  ticketIdIn: (url) => /^\/lightning\/r\/Case\/(\w+)\/view/.exec(url.pathname)?.[1],
  ticketUrl: (url, id) => new URL(`/lightning/r/Case/${id}/view`, url.origin),
});
