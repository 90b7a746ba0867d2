import { zammad } from '../zammad.ts';
import { escapeText, toJson, type Replica, type ReplicaAnswer, type ReplicaState } from './replica.test-support.ts';
import { signedIn, type ReplicaMessage, type ReplicaTicket } from './replica-tickets.test-support.ts';

const signature = '<div data-signature="true" data-signature-id="1"><p>Northwind Support</p></div>';
const toBody = ({ html, role, visibility }: ReplicaMessage): string =>
  role === 'agent' && visibility === 'public' ? `${html}${signature}` : html;

/** An e-mail of an agent goes out in the name of the group's address, a note bears the agent's own name (email_reply.coffee, article_new.coffee). */
const toFrom = ({ author, role, visibility }: ReplicaMessage): string =>
  visibility === 'internal'
    ? author.name
    : role === 'requester'
      ? `${author.name} <${author.email}>`
      : `${author.name} via Northwind <support@northwind.example>`;

/** `AddressLine` shows the address in grey. */
const renderFrom = (message: ReplicaMessage): string =>
  escapeText(toFrom(message)).replace(/&lt;(\S+@\S+)&gt;$/, '<span class="text-muted">&lt;$1&gt;</span>');

/** views/ticket_zoom/article_view.jst.eco; classes, `data-id` and id are set by article_view.coffee; the avatar and its `data-id` as in a saved page of 2024. */
const renderArticle = (
  message: ReplicaMessage,
): string => `<div class="ticket-article-item ${message.role === 'requester' ? 'customer' : 'agent'}${message.visibility === 'internal' ? ' is-internal' : ''}" data-id="${message.id}" id="article-${message.id}">
<div class="article-meta-clip top"><div class="article-content-meta top hide"><div class="article-meta top">
<div class="horizontal article-meta-row"><div class="article-meta-key u-textTruncate">Von</div><div class="article-meta-value flex contain-text">${renderFrom(message)}</div></div>
<div class="horizontal article-meta-row"><div class="article-meta-key u-textTruncate">An</div><div class="article-meta-value flex contain-text">Billing</div></div></div></div></div>
<div class="article-content"><div class="js-avatar"><span class="avatar size-40 user-popover" data-id="${message.author.id}">MK</span></div>
<div class="bubble-gap"><div class="internal-border"><div class="textBubble"><div class="bubble-arrow"></div>
<div class="textBubble-content" id="article-content-${message.id}" data-id="${message.id}" style="height: 560px;"><div class="richtext-content" dir="auto">${toBody(message)}<span class="js-signatureMarker"></span></div>
<div class="textBubble-overflowContainer"><div class="btn btn--text js-toggleFold">Mehr anzeigen</div></div></div></div></div></div></div>
<div class="article-meta-clip bottom"><div class="article-content-meta bottom hide"><div class="article-meta-key">Kanal</div></div></div><div class="js-article-actions"></div>
<a href="https://zammad.example/#ticket/zoom/1/${message.id}"><small class="task-subline"><time class="humanTimeFromNow " datetime="${message.at}" title="17.11.2026">vor 3 Tagen</time></small></a></div>`;

/** What Zammad sent by itself (article_view_system.jst.eco) and a mail that did not arrive (article_view_delivery_failed.jst.eco). */
const events = `<div class="ticket-article-item system" data-id="8001" id="article-8001"><div class="small task-subline">"Wir haben Ihre Anfrage" -&gt; "maria@keller.example"</div></div>
<div class="ticket-article-item system" data-id="8002" id="article-8002"><div class="article-meta-clip"></div><div class="article-content"><div class="small task-subline alert alert--warning">Zustellung fehlgeschlagen: "550"</div></div></div>`;

/** views/ticket_zoom/article_new.jst.eco; the hidden field follows the class (`setArticleInternal`). The form is there while the ticket may be edited. */
const renderNew = (
  mode: ReplicaState['mode'],
): string => `<form class="article-add is-${mode} is-open" data-type="${mode === 'public' ? 'email' : 'note'}">
<input type="hidden" name="type" value="email"><input type="hidden" name="internal" value="${mode === 'internal' ? 'true' : ''}"><input type="hidden" name="in_reply_to" value="">
<div class="editControls"><div class="js-avatar"><span class="avatar" data-id="${signedIn.id}"></span></div><div class="editControls-item js-toggleVisibility js-selectInternalPublic">
<div class="editControls-icon icon-internal"></div><div class="editControls-icon icon-public"></div></div></div>
<div class="article-content bubble-gap"><div class="internal-border"><input type="text" name="to" class="form-control js-mail-inputs js-to"><div class="textBubble js-writeArea">
<div class="js-textarea richtext-content articleNewEdit-body" contenteditable="true" data-name="body"></div><div class="attachments"></div></div></div></div></form>`;

/** ticket_zoom.jst.eco; the task manager keeps the panes of all open tickets and hides all but one. */
const renderPane = (
  ticket: ReplicaTicket,
  { open, mode, box }: ReplicaState,
): string => `<div id="content_permanent_Ticket-${ticket.id}" class="content horizontal flex${ticket.id === open ? ' active' : ''}"${ticket.id === open ? '' : ' style="display: none;"'}>
<div class="main no-padding flex"><div class="ticketZoom"><div class="ticketZoom-header"><div class="js-ticketTitleContainer ticket-title"><div contenteditable="true" class="ticket-title-update js-objectTitle">${escapeText(ticket.subject)}</div></div></div>
<div class="ticket-article">${events}${ticket.messages.map(renderArticle).join('\n')}</div><div class="article-new">${box === 'open' ? renderNew(mode) : ''}</div></div></div>
<div class="tabsSidebar"><form><textarea name="customer_note"></textarea></form></div></div>`;

const toUser = ({ id, name, email }: ReplicaMessage['author']) => {
  const [firstname = '', ...rest] = name.split(' ');
  return { id: Number(id), firstname, lastname: rest.join(' '), email, login: email, active: true };
};
const byId = <T extends { readonly id: number }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((each) => [each.id, each]));

/** tickets_controller.rb (`all=true`), ticket_articles_controller.rb (`by_ticket`), users_controller.rb, text_modules_controller.rb. */
function answer({ tickets }: ReplicaState, path: string): ReplicaAnswer | undefined {
  const { pathname } = new URL(path, 'https://zammad.example');
  if (pathname === '/api/v1/users/me') return toJson(toUser(signedIn));
  if (pathname === '/api/v1/text_modules')
    return toJson([
      {
        id: 3,
        name: 'Refund',
        keywords: 'ref',
        content: '<div>Hi #{ticket.customer.firstname},</div><div><br></div><div>refunded.</div>',
        active: true,
        group_ids: [],
      },
      { id: 4, name: 'Old', keywords: '', content: 'Old', active: false, group_ids: [] },
    ]);
  const id = /^\/api\/v1\/(?:tickets|ticket_articles\/by_ticket)\/(\d+)$/.exec(pathname)?.[1];
  const ticket = tickets.find((each) => each.id === id);
  if (!ticket) return { ...toJson({ error: "Couldn't find Ticket", error_human: "Couldn't find Ticket" }), status: 404 };
  const articles = ticket.messages.map((message) => ({
    id: Number(message.id),
    ticket_id: Number(id),
    type: message.visibility === 'internal' ? 'note' : 'email',
    sender: message.role === 'agent' ? 'Agent' : 'Customer',
    from: toFrom(message),
    to: 'Billing',
    subject: null,
    body: toBody(message),
    content_type: 'text/html',
    internal: message.visibility === 'internal',
    preferences: {},
    created_by_id: Number(message.author.id),
    origin_by_id: null,
    created_by: message.author.email,
    created_at: message.at,
    attachments: [],
  }));
  if (pathname.includes('by_ticket')) return toJson(articles);
  return toJson({
    ticket_id: Number(id),
    ticket_article_ids: articles.map((article) => article.id),
    assets: {
      Ticket: {
        [ticket.id]: {
          id: Number(id),
          number: '60001',
          title: ticket.subject,
          customer_id: Number(ticket.requester.id),
          group_id: 2,
          state_id: 2,
        },
      },
      TicketArticle: byId(articles),
      User: byId([ticket.requester, ...ticket.messages.map(({ author }) => author)].map(toUser)),
      Group: { 2: { id: 2, name: ticket.queue } },
      Role: {},
    },
    tags: [],
    mentions: [],
  });
}

const common = {
  adapter: zammad,
  login: { status: 403, ...toJson({ error: 'Authentication required', error_human: 'Authentication required' }) },
  answer,
} as const;

/** The first interface. Its page has no name of an agent who answered by e-mail, only the line that the mail was sent with. */
export const zammadReplica: Replica = {
  ...common,
  host: 'zammad.example',
  ticketPath: (id) => `/#ticket/zoom/${id}/1`,
  otherPath: '/#ticket/view/my_assigned',
  pageLacks: ['author'],
  renderPage: (
    state,
  ) => `<html><head><script id="zammad_form_script"></script><meta name="csrf-token" content="x"></head><body><div id="app"><nav id="navigation"><input id="global-search"></nav>
<div id="content" class="content"></div><div id="taskbars">${state.tickets
    .filter(({ id }) => state.mounted.includes(id))
    .map((ticket) => renderPane(ticket, state))
    .join('\n')}</div></div></body></html>`,
};

/** desktop/pages/ticket/views/TicketDetailView.vue: the fields of a reply are teleported out of the hidden form. Selected options bear their icon (FieldSelectInput.vue, CommonIcon.vue). */
const renderReply = (
  mode: ReplicaState['mode'],
): string => `<div role="complementary" aria-labelledby="article-reply-form-title"><h2 id="article-reply-form-title">Antwort</h2>
<div data-test-id="article-reply-stripes-panel"><div id="ticketArticleReplyForm"><fieldset>
<output role="combobox" name="articleType"><div role="list"><div role="listitem"><svg class="icon icon-mail fill-current"></svg><span>E-Mail</span></div></div></output>
<output role="combobox" name="internal"><div role="list"><div role="listitem"><svg class="icon icon-${mode === 'internal' ? 'lock' : 'unlock'} fill-current"></svg><span>Sichtbarkeit</span></div></div><svg class="icon icon-chevron-down"></svg></output>
<div data-test-id="field-editor"><div class="tiptap ProseMirror" contenteditable="true" role="textbox" name="body"><p></p></div></div><div data-test-id="action-bar"></div></fieldset></div></div></div>`;

/**
 * The new desktop. Only the first and the last twenty messages are mounted (ArticleList.vue), times may be words (CommonDateTime.vue), and what is internal is
 * told by colours (useBubbleStyleGuide.ts): the page is not read.
 */
export const zammadDesktopReplica: Replica = {
  ...common,
  host: 'desktop.zammad.example',
  ticketPath: (id) => `/desktop/tickets/${id}`,
  otherPath: '/desktop/dashboard',
  pageLacks: ['everything'],
  renderPage({ tickets, open, mounted, mode, box }) {
    const ticket = tickets.find(({ id }) => id === open && mounted.includes(id));
    const detail = ticket
      ? `<div class="relative grid h-full"><div data-test-id="visible-ticket-detail-top-bar"><div role="heading" aria-level="2">${escapeText(ticket.subject)}</div></div>
<section role="feed">${ticket.messages
          .map(
            (
              message,
            ) => `<article id="article-${message.id}"><div data-test-id="article-bubble-container-${message.id}" class="group/article${message.visibility === 'internal' ? ' bg-stripes' : ''}">
<div data-test-id="article-bubble-body-${message.id}" class="Content Content--${message.role === 'agent' ? 'agent' : 'customer'}"><span>${escapeText(message.author.name)}</span><time data-test-id="date-time-absolute">17.11.2026</time>
<div data-test-id="article-content"><div class="inner-article-body">${message.html}</div></div></div></div></article>`,
          )
          .join('')}</section>${box === 'open' ? renderReply(mode) : '<button>Antworten</button>'}
<div id="wrapper-form-ticket-edit" class="hidden" aria-hidden="true"><form id="form-ticket-edit-${ticket.id}"><fieldset></fieldset></form></div></div>`
      : '<main><h1>404</h1></main>';
    return `<html><head><meta name="csrf-token" content="x"><meta name="action-cable-url" content="/cable"></head><body><div id="app" data-v-app="">${detail}
<aside><textarea name="checklist"></textarea></aside></div></body></html>`;
  },
};
