import type { TicketLayout } from '../domain/ticket-layout.ts';
import { NAME, readApi, readMacros } from './chatwoot/read-api.ts';
import { createAdapter } from './layout/create-adapter.ts';

/**
 * Messages are not read from the page: it shows times without dates, side by who is reading and not by role, and a part of the thread (Message.vue). One composer
 * serves all conversations and bears no id of any: whose it is, the newest message beside it tells.
 */
const layout: TicketLayout = {
  version: 1,
  parts: {
    message: [{ css: '[data-message-id]', sure: 'source', seen: 'Message.vue' }],
    messageId: [{ css: '[data-message-id]', attribute: 'data-message-id', sure: 'source', seen: 'Message.vue' }],
    replyPane: [{ css: '.reply-box', sure: 'source', seen: 'ReplyBox.vue' }],
  },
  tests: {
    writesPublic: ['.reply-box:not(.is-private)'],
    writesInternal: ['.reply-box.is-private', '.button--note.is-active'],
  },
  order: 'oldest-first',
};

const PATH = /^\/app\/accounts\/(\d+)\/(?:.*\/)?conversations\/(\d+)(?:\/|$)/;

/** Chatwoot, through the API of its own pages. Conversations are counted in each account, so their ids bear the account's. */
export const chatwoot = createAdapter({
  id: 'chatwoot',
  name: NAME,
  support: 'replica',
  seesSent: true,
  layout,
  matches: ({ document, url }) =>
    /^\/app\/accounts\/\d+\//.test(url.pathname) &&
    [...document.scripts].some(({ textContent }) => textContent?.includes('window.chatwootConfig')),
  ticketIdIn(url) {
    const [, account, number] = PATH.exec(url.pathname) ?? [];
    return number === undefined ? undefined : `${account}-${number}`;
  },
  ticketUrl: (url, id) => new URL(`/app/accounts/${id.replace('-', '/conversations/')}`, url.origin),
  readApi,
  readMacros,
  teamIn: (url) => PATH.exec(url.pathname)?.[1],
});
