import { hubSpot } from '../hubspot.ts';
import { escapeText, type Replica } from './replica.test-support.ts';
import type { ReplicaMessage } from './replica-tickets.test-support.ts';

/**
 * A message: `div[class*="CommonMessage__StyledContentColumn"]`, its text in `primary-message-body-content`, the sender's address in the
 * list of recipients once that is unfolded (one script that answers mails, 2025). Nothing is known of marks of direction, comments or times.
 */
const renderItem = ({ author, html }: ReplicaMessage): string => `<div class="CommonMessage__StyledContentColumn-sc-1x2y3z-0">
<div class="x1">${escapeText(author.name)} <span data-icon-name="downCarat"></span> vor 2 Tagen</div>
<dl><dt data-message-metadata-type="from">Von <b>${author.email}</b></dt></dl>
<div data-test-id="primary-message-body-content">${html}</div><button><span data-icon-name="ellipses"></span></button></div>`;

export const hubSpotReplica: Replica = {
  adapter: hubSpot,
  host: 'app-eu1.hubspot.com',
  // Links in several projects; what follows `#` names the channel of the reply (`email`, `live-chat`, `comment`).
  ticketPath: (id) => `/help-desk/6717628/view/342968399/ticket/${id}/thread/10598988085#email`,
  otherPath: '/help-desk/6717628/view/342968399',
  // Without a mark of direction no message can be told to be the requester's.
  pageLacks: ['everything'],
  login: { type: 'text/html', text: '<form><input type="password" name="password"></form>' },
  // The reply's editor is a ProseMirror beside `composer-send-button` (user script, 2026; extension, 2026).
  renderPage({ tickets, open, box }) {
    const ticket = tickets.find(({ id }) => id === open);
    if (!ticket) return '<html><body><div id="hs-app">Not found</div></body></html>';
    return `<html><body><nav><input type="search"></nav><div data-test-id="sticky-subject-header">${escapeText(ticket.subject)}</div>
<div class="thread">${ticket.messages.map(renderItem).join('\n')}</div>
${box === 'open' ? '<div class="composer"><button aria-label="Kanal wechseln">E-Mail</button><div class="ProseMirror" contenteditable="true"><p></p></div><button data-test-id="composer-send-button">Senden</button></div>' : ''}
<aside><a data-selenium-test="contact-chicklet-title-link">${escapeText(ticket.requester.name)}</a><textarea name="note"></textarea></aside></body></html>`;
  },
};
