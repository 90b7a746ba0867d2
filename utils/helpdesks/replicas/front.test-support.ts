import { front } from '../front.ts';
import { escapeText, type Replica } from './replica.test-support.ts';

/** No public code or document describes this page; what is drawn here stands for any page whose marks nobody knows. */
export const frontReplica: Replica = {
  adapter: front,
  host: 'app.frontapp.com',
  // Deep links in several projects' code and in a command-line client (2026).
  ticketPath: (id) => `/inboxes/teams/folders/77/unassigned/open/${id}`,
  otherPath: '/inboxes/teams/folders/77/unassigned',
  pageLacks: ['everything'],
  login: { type: 'text/html', text: '<form><input type="password" name="password"></form>' },
  renderPage({ tickets, open }) {
    const messages = tickets.find(({ id }) => id === open)?.messages ?? [];
    return `<html><body><div id="root">${messages.map(({ author, html }) => `<div class="x1"><div class="x2">${escapeText(author.name)}</div><div class="x3">${html}</div></div>`).join('\n')}
<div class="x4" contenteditable="true"></div></div></body></html>`;
  },
};
