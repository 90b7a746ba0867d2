import { helpScout } from '../help-scout.ts';
import { escapeText, type Replica } from './replica.test-support.ts';
import type { ReplicaMessage } from './replica-tickets.test-support.ts';

/**
 * An item of the list: `li > div#thread-ID`, `is-customer` on a customer's; the author in `span[data-nocollapse]`, the text in a div whose
 * class names `is-wide-layout`, wrappers of the same class bear a `data-testid`; a `time` element whose attributes nobody describes (third-party
 * adapter of the page, 2025). Labels are in the reader's language, German here.
 */
const renderItem = (message: ReplicaMessage): string => {
  const kind = message.role === 'requester' ? 'Kundenantwort' : message.visibility === 'internal' ? 'Notiz' : 'Antwort';
  return `<li class="ThreadListItemcss__Item"><div id="thread-${message.id}" aria-label="${kind}" class="ThreadItemcss__UI${message.role === 'requester' ? ' is-customer' : ''}">
<div class="is-wide-layout" data-testid="ThreadHeader"><span data-nocollapse="true">${escapeText(message.author.name)}</span><time>vor 2 Tagen</time><button>Mehr</button></div>
<div class="ThreadBodycss__UI is-wide-layout">${message.html}</div></div></li>`;
};

/** The log of what happened stands between messages; it has neither text nor author of its own (third-party: "no content element"). */
const LOG =
  '<li><div id="thread-8000" aria-label="Statusänderung"><span>Ana Ruiz hat den Status geändert</span><time>gestern</time></div></li>';

export const helpScoutReplica: Replica = {
  adapter: helpScout,
  host: 'secure.helpscout.net',
  // `/conversation/ID/NUMBER?folderId=` (third-party, several).
  ticketPath: (id) => `/conversation/${id}/${Number(id) - 4000}?folderId=77`,
  otherPath: '/inboxes/508ac92f/views/99451',
  // Replies and notes bear no known mark, times no known attribute.
  pageLacks: ['visibility', 'at'],
  login: { type: 'text/html', text: '<form action="/members/login/"><input type="password" name="password"></form>' },
  renderPage({ tickets, open, mode, box }) {
    const ticket = tickets.find(({ id }) => id === open);
    if (!ticket) return '<html><head><title>Help Scout</title></head><body><div id="js-wrap"><h1>404</h1></div></body></html>';
    // The editor: `data-cy="ConvoEditor"`, `data-testid="reply-editor"`, a Slate (third-party); of a note's nothing is known.
    const mark = mode === 'public' ? ' data-testid="reply-editor"' : '';
    const editor =
      box === 'open'
        ? `<div class="ReplyBarV2css__ReplyBarUI" data-testid="reply-bar"><div><div data-cy="ConvoEditor"${mark} data-slate-editor="true" contenteditable="true" role="textbox" aria-label="Antwort"><p></p></div></div><button>Senden</button></div>`
        : '<button data-testid="reply-button"></button><button data-testid="note-button"></button>';
    return `<html><head><title>#${Number(ticket.id) - 4000} ${escapeText(ticket.subject)} - ${escapeText(ticket.requester.name)}</title></head>
<body><div id="js-wrap"><input type="search" aria-label="Suche"><main id="convo-main"><h1 class="title">Posteingang</h1>${editor}
<div data-testid="ThreadContainer"><ol aria-label="Einträge" role="list">${LOG}${ticket.messages.toReversed().map(renderItem).join('\n')}</ol></div></main>
<aside class="c-conversation-sidebar"><textarea aria-label="Notizen zum Kunden">VIP</textarea><div contenteditable="true" class="notes"></div></aside></div></body></html>`;
  },
};
