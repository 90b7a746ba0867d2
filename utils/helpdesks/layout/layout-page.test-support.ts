import { Window } from 'happy-dom';
import type { TicketLayout } from '../../domain/ticket-layout.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';

export const lead = (css: string, more: { attribute?: string; prefix?: string; follow?: 'aria-controls' } = {}) => ({
  css,
  sure: 'source' as const,
  ...more,
});
export const layout: TicketLayout = {
  version: 1,
  parts: {
    pane: [lead('[data-pane="{id}"]')],
    ticketId: [lead('[data-shown]', { attribute: 'data-shown' })],
    subject: [lead('h1.new'), lead('h1')],
    message: [lead('.item')],
    messageId: [lead('.item', { attribute: 'id', prefix: 'm-' })],
    author: [lead('b')],
    time: [lead('time', { attribute: 'datetime' })],
    body: [lead('.body')],
    replyPane: [lead('form')],
    replyTicketId: [lead('input[name=ticket]', { attribute: 'value' })],
  },
  tests: {
    requester: ['.in'],
    agent: ['.out'],
    event: ['.log'],
    public: ['.in', '.out'],
    internal: ['.note'],
    more: ['.load-more'],
    writesPublic: ['.is-public'],
    writesInternal: ['.is-note'],
  },
  order: 'oldest-first',
};
const at = (hour: number): string => `<time datetime="2026-11-20T0${hour}:00:00Z"></time>`;
export const item = (id: number, marks: string, text: string): string =>
  `<div class="item ${marks}" id="m-${id}"><b>Ana</b>${at(id)}<div class="body">${text}</div></div>`;
export const form = '<form class="is-public"><input name="ticket" value="7"><textarea></textarea></form>';
export const whole = `<h1>Hello</h1>${item(1, 'in', 'Help')}${item(2, 'out', 'Yes')}${item(3, 'out note', 'Hush')}`;

export function open(
  inner: string,
  around = (pane: string): string => `<div data-pane="7"><i data-shown="7"></i>${pane}</div>`,
): HelpdeskPage {
  const window = new Window({ url: 'https://desk.example/7' });
  window.document.body.innerHTML = around(inner);
  return {
    document: window.document as unknown as Document,
    url: new URL('https://desk.example/7'),
    fetch: () => Promise.reject(new Error('offline')),
  };
}
