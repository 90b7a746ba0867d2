import type { TicketLayout } from '../domain/ticket-layout.ts';
import { createAdapter } from './layout/create-adapter.ts';
import { DROP, NAME, readApi, readMacros } from './zammad/read-api.ts';

const item = '.ticket-article-item';

/**
 * Zammad's source up to 2026. Messages are read from the first interface only: the new desktop shows half of a long thread, and tells what is internal by
 * the colours of a bubble. Its form teleports out of `#wrapper-form-ticket-edit`, and the form that it leaves there bears the ticket's id.
 */
const layout: TicketLayout = {
  version: 1,
  parts: {
    pane: [
      { css: '#content_permanent_Ticket-{id}', sure: 'source', seen: 'task_manager.coffee' },
      {
        css: ':has(> #wrapper-form-ticket-edit):has(#form-ticket-edit-{id})',
        sure: 'source',
        seen: 'TicketDetailView.vue',
      },
    ],
    ticketId: [
      {
        css: '[id^="content_permanent_Ticket-"]',
        attribute: 'id',
        prefix: 'content_permanent_Ticket-',
        sure: 'source',
        seen: 'task_manager.coffee',
      },
      {
        css: '[id^="form-ticket-edit-"]',
        attribute: 'id',
        prefix: 'form-ticket-edit-',
        sure: 'source',
        seen: 'TicketDetailView.vue',
      },
    ],
    subject: [{ css: '.js-objectTitle, .ticket-title-update', sure: 'source', seen: 'title.jst.eco' }],
    message: [{ css: item, sure: 'source', seen: 'article_view.coffee' }],
    messageId: [{ css: item, attribute: 'data-id', sure: 'source', seen: 'article_view.coffee' }],
    author: [
      {
        css: '.article-meta.top .article-meta-value',
        sure: 'source',
        seen: 'article_view.jst.eco: From comes first',
      },
    ],
    authorId: [{ css: '.js-avatar [data-id]', attribute: 'data-id', sure: 'measured', seen: 'a saved page, 2024-02' }],
    time: [{ css: 'time[datetime]', attribute: 'datetime', sure: 'source', seen: 'humanTime' }],
    body: [{ css: '.textBubble-content .richtext-content', sure: 'source', seen: 'article_view.jst.eco' }],
    replyPane: [
      { css: 'form.article-add', sure: 'source', seen: 'article_new.jst.eco' },
      { css: '#ticketArticleReplyForm, #ticketArticleReplyFormPinned', sure: 'source', seen: 'ArticleReplyPanel.vue' },
    ],
  },
  tests: {
    requester: [`${item}.customer`],
    agent: [`${item}.agent`],
    // A line of what Zammad sent by itself, and one of a failed delivery (article_view_system, article_view_delivery_failed).
    event: [`${item} > div.task-subline`, `${item} > .article-content > .alert`],
    public: [`${item}:not(.is-internal) .internal-border`],
    internal: [`${item}.is-internal`],
    writesPublic: ['form.article-add.is-public', '[name="internal"] .icon-unlock'],
    writesInternal: ['form.article-add.is-internal', '[name="internal"][value="true"]', '[name="internal"] .icon-lock'],
  },
  drop: DROP,
  order: 'by-time',
};

const DESKTOP = /^\/desktop\/tickets?\/(?:zoom\/)?(\d+)(?:\/|$)/;

/** Zammad, in its first interface and in the new desktop. */
export const zammad = createAdapter({
  id: 'zammad',
  name: NAME,
  support: 'replica',
  seesSent: true,
  layout,
  matches: ({ document, url }) =>
    document.querySelector(
      url.pathname.startsWith('/desktop/') ? 'meta[name="action-cable-url"]' : '#zammad_form_script, #content_permanent',
    ) !== null,
  ticketIdIn: (url) => (DESKTOP.exec(url.pathname) ?? /^#ticket\/zoom\/(\d+)(?:\/|$)/.exec(url.hash))?.[1],
  ticketUrl: (url, id) => new URL(DESKTOP.test(url.pathname) ? `/desktop/tickets/${id}` : `/#ticket/zoom/${id}`, url.origin),
  readApi,
  readMacros,
});
