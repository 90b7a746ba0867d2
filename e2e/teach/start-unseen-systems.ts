import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unseenTickets, type UnseenMessage, type UnseenTicket } from './unseen-tickets.ts';

const page = (title: string, body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** `2026-11-17 08:00`: what a server prints from its database, in its own time zone. */
function print(at: string): string {
  const local = new Date(Date.parse(at) - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}

const rowClass = { requester: 'rec from-client', agent: 'rec from-desk', note: 'rec remark' } as const;

/** A plain ticket system: tables, one form with a textarea, the id in a parameter. */
function renderPlain(ticket: UnseenTicket): string {
  const row = ({ kind, author, at, lines }: UnseenMessage): string =>
    `<tr class="${rowClass[kind]}"><td valign="top"><b>${author}</b><br><i>${print(at)}</i></td><td>${lines.map((line) => `<p>${line}</p>`).join('')}</td></tr>`;
  return page(
    `Case ${ticket.id}`,
    `<table><tr><td><a href="/case.cgi?op=list">All cases</a></td><td><form action="/case.cgi"><input name="find"></form></td></tr></table>
<h2>${ticket.subject}</h2><table border="1" class="history"><tr><th>Who</th><th>What</th></tr>${ticket.messages.map(row).join('')}</table>
<form method="post" action="/case.cgi"><input type="hidden" name="cid" value="${ticket.id}"><p>State <select name="state"><option value="open" selected>open</option><option value="done">done</option></select></p><textarea name="answer" rows="6" cols="60"></textarea><input type="submit" value="Send"></form>`,
  );
}

/** An app that draws in the browser: class names that a tool made, tabs for reply and note, an editable box, addresses without page loads. */
function renderApp(): string {
  const data = JSON.stringify(unseenTickets).replaceAll('<', '\\u003c');
  const script = `
const tickets = ${data};
const css = { requester: 'Card_customer__Qk2z9', agent: 'Card_team__7hTq1', note: 'Card_private__m4Xc8' };
const draw = () => {
  const id = location.pathname.split('/').at(-1);
  const ticket = tickets.find((each) => each.id === id);
  document.querySelector('#root').innerHTML = '<aside class="Side_list__b7Yw2">' + tickets.map((each) => '<button class="Side_row__p3Lk5" data-open="' + each.id + '">' + each.subject + '</button>').join('') + '</aside>' + (ticket ? '<main class="Main_pane__t5Rd8"><div class="Top_bar__x2Nm4"><div class="Top_title__u8Vb3">' + ticket.subject + '</div></div><div class="Feed_list__e6Gf9">' + ticket.messages.map((m) => '<div class="Feed_slot__a9Jc1"><div class="Card_root__z1Ks6 ' + css[m.kind] + '"><div class="Card_head__w4Hp7"><span class="Card_initials__n5Tz2">' + m.author[0] + '</span><span class="Card_author__r2Ml9">' + m.author + '</span><span class="Card_when__g8Xq3" title="' + m.at + '">a while ago</span></div><div class="Card_text__y7Dn4">' + m.lines.map((line) => '<p>' + line + '</p>').join('') + '</div><div class="Card_tools__h3Bv6"><button>Quote</button></div></div></div>').join('') + '</div><div class="Write_root__k6Sf1"><div role="tablist"><button role="tab" data-kind="reply" aria-selected="true">Reply</button><button role="tab" data-kind="note" aria-selected="false">Note</button></div><div class="Write_box__c1Zx5" contenteditable="true"></div></div></main>' : '');
  for (const row of document.querySelectorAll('[data-open]')) row.onclick = () => { history.pushState(null, '', '/inbox/all/' + row.dataset.open); draw(); };
  const tabs = [...document.querySelectorAll('[role=tab]')];
  for (const tab of tabs) tab.onclick = () => tabs.forEach((each) => each.setAttribute('aria-selected', String(each === tab)));
};
window.clicks = 0;
addEventListener('click', () => { window.clicks += 1; });
draw();`;
  return page('Inbox', `<div id="root"></div><script>${script}</script>`);
}

export type UnseenSystem = { readonly origin: string; readonly asked: readonly string[]; readonly close: () => Promise<void> };

/** Each on a host of its own, since what is taught belongs to a host. `asked`: method and path of every request. */
export async function startUnseenSystem(kind: 'plain' | 'app'): Promise<UnseenSystem> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://unseen');
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    const ticket = unseenTickets.find(({ id }) => id === url.searchParams.get('cid'));
    const html = kind === 'app' ? renderApp() : ticket ? renderPlain(ticket) : page('Cases', '<h2>Cases</h2>');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // What a server listens on is an address object.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
