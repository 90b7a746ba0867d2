import type { TicketLayout } from '../domain/ticket-layout.ts';
import type { HelpdeskAdapter } from '../ports/helpdesk-adapter.ts';
import { NAME, readApi, readMacros } from './chatwoot/read-api.ts';
import { createAdapter } from './layout/create-adapter.ts';

/**
 * Messages are not read from the page: it shows times without dates, side by who is reading and not by role, and a part of the thread (Message.vue). One composer
 * serves all conversations and bears no id of any.
 */
const layout: TicketLayout = {
  version: 1,
  parts: {
    message: [{ css: '[data-message-id]', sure: 'source', seen: 'Message.vue' }],
    replyPane: [{ css: '.reply-box', sure: 'source', seen: 'ReplyBox.vue' }],
  },
  tests: {
    writesPublic: ['.reply-box:not(.is-private)'],
    writesInternal: ['.reply-box.is-private', '.button--note.is-active'],
  },
  order: 'oldest-first',
};

const PATH = /^\/app\/accounts\/(\d+)\/(?:.*\/)?conversations\/(\d+)(?:\/|$)/;

/** Ids of the messages of each conversation as they were last read: the only thing on the page that tells which conversation it shows. */
const messagesOf = new Map<string, ReadonlySet<string>>();

const adapter = createAdapter({
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
  async readApi(page, id, signal) {
    const read = await readApi(page, id, signal);
    if (read.ok) messagesOf.set(id, new Set(read.value.messages.map((message) => message.id)));
    return read;
  },
  readMacros,
});

/** Chatwoot, through the API of its own pages. Conversations are counted in each account, so their ids bear the account's. A box below other conversations' messages is none. */
export const chatwoot: HelpdeskAdapter = {
  ...adapter,
  findReplyBox(page) {
    const search = adapter.findReplyBox(page);
    const known = search.kind === 'found' ? messagesOf.get(search.box.ticketId) : undefined;
    if (!known || known.size === 0) return search;
    const shown = [...page.document.querySelectorAll('[data-message-id]')];
    return shown.some((element) => known.has(element.getAttribute('data-message-id') ?? '')) ? search : { kind: 'none' };
  },
};
