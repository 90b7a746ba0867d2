import type { TicketLayout } from '../domain/ticket-layout.ts';
import { createAdapter } from './layout/create-adapter.ts';

const thread = '.thread-type-';

/** Views and main.js of FreeScout, 2026-08-15. */
const layout: TicketLayout = {
  version: 1,
  parts: {
    ticketId: [
      {
        css: 'body[data-conversation_id]',
        attribute: 'data-conversation_id',
        sure: 'source',
        seen: 'view.blade.php',
      },
    ],
    subject: [
      { css: '.conv-subjtext > span', sure: 'source', seen: 'view.blade.php' },
      { css: '#conv-subj-value', attribute: 'value', sure: 'source', seen: 'view.blade.php' },
    ],
    queue: [{ css: '.mailbox-name', sure: 'source', seen: 'sidebar_menu_view.blade.php' }],
    requesterName: [{ css: '#conv-layout-customer .customer-name', sure: 'source', seen: 'profile_snippet.blade.php' }],
    requesterEmail: [
      { css: '#conv-layout-customer .customer-email .contact-main', sure: 'source', seen: 'profile_snippet.blade.php' },
    ],
    agentName: [{ css: '.nav-user', sure: 'source', seen: 'app.blade.php: the first name' }],
    agentId: [{ css: 'body[data-auth_user_id]', attribute: 'data-auth_user_id', sure: 'source', seen: 'app.blade.php' }],
    message: [{ css: '#conv-layout-main .thread', sure: 'source', seen: 'thread.blade.php' }],
    messageId: [{ css: '.thread', attribute: 'data-thread_id', sure: 'source', seen: 'thread.blade.php' }],
    // "You" in the reader's language for the agent's own: the link tells who.
    author: [{ css: '.thread-person strong', sure: 'source', seen: 'thread.blade.php' }],
    authorId: [{ css: '.thread-person a[href]', attribute: 'href', sure: 'source', seen: 'the profile of a user or a customer' }],
    body: [{ css: '.thread-content', sure: 'source', seen: 'thread.blade.php' }],
    attachment: [{ css: '.thread-attachments .attachment-link', sure: 'source', seen: 'thread_attachments.blade.php' }],
    replyPane: [{ css: '.conv-reply-block:not(.hidden)', sure: 'source', seen: 'view.blade.php' }],
    replyTicketId: [{ css: 'input[name="conversation_id"]', attribute: 'value', sure: 'source', seen: 'view.blade.php' }],
  },
  tests: {
    requester: [`${thread}customer`],
    agent: [`${thread}message`, `${thread}note`],
    event: [`${thread}lineitem`, `${thread}draft`],
    public: [`${thread}customer`, `${thread}message`],
    internal: [`${thread}note`],
    writesPublic: ['[name="is_note"][value=""]'],
    // What is forwarded goes to somebody else.
    writesInternal: ['.conv-note-block', '.conv-forward-block', '[name="is_note"][value="1"]'],
  },
  order: 'newest-first',
};

const PATH = /\/conversation\/(\d+)\/?$/;

/** FreeScout from its page, which holds the whole thread: its API is a module that not everybody has, and takes a key. It shows times in the reader's language only. */
export const freeScout = createAdapter({
  id: 'freescout',
  name: 'FreeScout',
  support: 'replica',
  seesSent: true,
  layout,
  matches: ({ document }) => document.body?.hasAttribute('data-auth_user_id') === true,
  ticketIdIn: (url) => PATH.exec(url.pathname)?.[1],
  ticketUrl: (url, id) => new URL(url.pathname.replace(PATH, `/conversation/${id}`), url.origin),
});
