import { salesforce } from '../salesforce.ts';
import { escapeText, type Replica, type ReplicaState } from './replica.test-support.ts';
import type { ReplicaMessage, ReplicaTicket } from './replica-tickets.test-support.ts';

/**
 * An item of the feed: `article.cuf-feedItem` with `data-id` and `data-type` (third-party readers of the feed, 2025 and 2026; the kinds are
 * FeedItem.Type, documented). The sender's column is `.preamble_left`, the time in words `.preamble_right`. A mail's text is not in the page:
 * it is HTML in `value` of `emailui-rich-text-output`, which shows it in a frame. A post's text is `.cuf-feedBodyText .feedBodyInner`.
 * People are links to their records: ids of users begin with 005, of contacts with 003 (documented).
 */
const renderItem = ({ id, author, role, visibility, html }: ReplicaMessage): string => {
  const person = `${role === 'requester' ? '003' : '005'}${author.id}`;
  const body =
    visibility === 'public'
      ? `<div class="emailMessageBody"><emailui-rich-text-output value="${escapeText(html)}"></emailui-rich-text-output></div>`
      : `<div class="cuf-feedBodyText forceChatterMessageSegments forceChatterFeedBodyText"><div class="feedBodyInner Desktop oneApp">${html}</div></div>`;
  return `<div class="cuf-feedElementIterationItem"><article class="cuf-feedElement cuf-feedItem" data-id="${id}" data-type="${visibility === 'public' ? 'EmailMessageEvent' : 'TextPost'}">
<div class="cuf-preamble"><span class="preamble_left"><a class="cuf-entityLink" href="/lightning/r/${person}/view">${escapeText(author.name)}</a></span>
<span class="preamble_right"><a class="cuf-timestamp" href="#">vor 2 Tagen</a></span></div>${body}
<ul class="cuf-feedItemActions"><li><button>Gefällt mir</button></li></ul></article></div>`;
};

/** A change of a field has no text (third-party: `article[data-type="TrackedChange"]`). */
const CHANGE = `<article class="cuf-feedElement cuf-feedItem" data-id="0D5" data-type="TrackedChange"><div class="cuf-preamble"><span class="preamble_left"><a class="cuf-entityLink" href="/lightning/r/00511/view">Ana Ruiz</a></span></div></article>`;

/** A colleague's comment is an article of its own inside the post, with the classes of a post's text (third-party). */
const COMMENT = `<article class="cuf-commentItem forceChatterComment"><div class="cuf-preamble"><span class="uiOutputText">Ben</span></div><div class="slds-comment__content cuf-feedBodyText"><div class="feedBodyInner">I agree</div></div><feeds_timestamping-comment-creation title="13.08.2026, 12:58"><time datetime="2026-08-13T10:58:00Z">vor 3 Monaten</time></feeds_timestamping-comment-creation></article>`;

/** The mail composer's CKEditor 4 is in a frame in a frame (third-party); posts are written in Quill. */
const renderComposer = (mode: ReplicaState['mode']): string => {
  if (mode === 'internal')
    return '<div class="forceChatterPublisher"><div class="ql-toolbar"></div><div class="ql-container"><div class="ql-editor" contenteditable="true"><p><br></p></div></div></div>';
  const inner = '<html><body class="cke_editable" contenteditable="true"><p><br></p></body></html>';
  const outer = `<html><body><iframe class="cke_wysiwyg_frame" title="Email Body" srcdoc="${escapeText(inner)}"></iframe></body></html>`;
  return `<div class="emailuiComposer"><ul aria-label="An"><li><input role="combobox"></li></ul><input placeholder="Betreff eingeben">
<iframe title="CK Editor Container" srcdoc="${escapeText(outer)}"></iframe><button class="slds-button_brand">Senden</button></div>`;
};

const renderPane = (ticket: ReplicaTicket, { open, mode, box }: ReplicaState): string => {
  const [newest = '', ...older] = ticket.messages.toReversed().map(renderItem);
  const commented = newest.replace('<ul class="cuf-feedItemActions">', `${COMMENT}$&`);
  return `<section id="tab-${ticket.id}" role="tabpanel" class="tabContent oneConsoleTab${ticket.id === open ? ' active' : ''}" aria-expanded="${ticket.id === open}">
<records-highlights2><div data-target-selection-name="sfdc:RecordField.Case.CaseNumber"><lightning-formatted-text>0000${ticket.id}</lightning-formatted-text></div>
<div data-target-selection-name="sfdc:RecordField.Case.Subject"><span>Betreff</span><lightning-formatted-text>${escapeText(ticket.subject)}</lightning-formatted-text></div></records-highlights2>
<div class="cuf-publisher">${box === 'open' ? renderComposer(mode) : '<button value="SendEmail">E-Mail</button>'}</div>
<div class="forceChatterScroller"><input type="search" placeholder="Feed durchsuchen"><div class="cuf-feed">${commented}${CHANGE}${older.join('\n')}</div></div>
<div class="detail"><textarea class="notes" aria-label="Interne Kommentare">VIP</textarea></div></section>`;
};

export const salesforceReplica: Replica = {
  adapter: salesforce,
  host: 'northwind.lightning.force.com',
  // Several; `ws` names the console's tab.
  ticketPath: (id) => `/lightning/r/Case/${id}/view?ws=%2Flightning%2Fr%2FCase%2F${id}%2Fview`,
  otherPath: '/lightning/o/Case/list?filterName=Recent',
  // Times are in words of the reader's language.
  pageLacks: ['at'],
  login: { type: 'text/html', text: '<form id="login_form"><input type="password" name="pw"></form>' },
  // Every case that was opened stays mounted; its tab tells the pane by `aria-controls` (third-party).
  renderPage(state) {
    const mounted = state.tickets.filter(({ id }) => state.mounted.includes(id) || id === state.open);
    const tabs = mounted.map(
      ({ id }) =>
        `<li class="oneConsoleTabItem${id === state.open ? ' slds-is-active' : ''}" role="presentation"><a role="tab" href="/lightning/r/Case/${id}/view" aria-controls="tab-${id}" aria-selected="${id === state.open}">0000${id}</a></li>`,
    );
    return `<html><body class="desktop"><div class="viewport" aria-hidden="false"><ul class="tabBarItems" role="tablist">${tabs.join('')}</ul>
${mounted.map((ticket) => renderPane(ticket, state)).join('\n')}</div></body></html>`;
  },
};
