/** A ticket as a made-up system knows it; `kind` says who wrote and who reads. */
export type ShapeMessage = {
  readonly id: number;
  readonly kind: 'requester' | 'agent' | 'note';
  readonly author: string;
  readonly at: string;
  readonly html: string;
  readonly text: string;
};
export type ShapeTicket = { readonly id: number; readonly subject: string; readonly messages: readonly ShapeMessage[] };

const say = (id: number, kind: ShapeMessage['kind'], author: string, at: string, ...lines: readonly string[]): ShapeMessage => ({
  id,
  kind,
  author,
  at: `2026-11-${at}:00.000Z`,
  html: lines.map((line) => `<p>${line}</p>`).join(''),
  text: lines.join('\n\n'),
});

/** The ticket that is taught from, and one that was never seen: other people, another length, two agents. */
export const shapeTickets: readonly [ShapeTicket, ShapeTicket] = [
  {
    id: 1042,
    subject: 'Webhook signature does not match',
    messages: [
      say(501, 'requester', 'Petra Keller', '17T09:12', 'Our webhook stopped on Monday.', 'The signature differs.'),
      say(502, 'agent', 'Ana Ruiz', '17T10:30', 'Which secret do you use?'),
      say(503, 'note', 'Ana Ruiz', '17T10:31', 'Looks like the rotated key.'),
      say(504, 'requester', 'Petra Keller', '18T08:00', 'The one from the first page.'),
    ],
  },
  {
    id: 2077,
    subject: 'Invoice without a VAT number',
    messages: [
      say(601, 'requester', 'Jon Lindqvist', '11T07:00', 'Please add our VAT number.'),
      say(602, 'note', 'Mia Okafor', '11T07:30', 'Ask finance first.', 'They know him.'),
      say(603, 'agent', 'Mia Okafor', '12T12:00', 'We ask our accountants.'),
      say(604, 'agent', 'Ana Ruiz', '13T12:00', 'It is done. See the new invoice.'),
      say(605, 'requester', 'Jon Lindqvist', '14T06:00', 'It has the old address.'),
    ],
  },
];

export type PageShape = {
  readonly path: (ticket: ShapeTicket) => string;
  readonly render: (ticket: ShapeTicket) => string;
  /** What the reply box is; a `textarea` unless said. */
  readonly box?: string;
};

const textForm = (ticket: ShapeTicket): string =>
  `<form action="/reply" method="post"><input type="hidden" name="ticket" value="${ticket.id}"><textarea name="body"></textarea><select name="status"><option value="open" selected>Open</option><option value="closed">Closed</option></select><button>Send</button></form>`;
const page = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body><nav><a href="/tickets">All</a><form action="/search"><input name="q"></form></nav>${body}</body></html>`;
const rows = (ticket: ShapeTicket, one: (message: ShapeMessage) => string): string => ticket.messages.map(one).join('\n');

/** Every shape by what is particular about it. */
export const pageShapes: Readonly<Record<string, PageShape>> = {
  'rows of a table, roles by class on the row': {
    path: ({ id }) => `/ticket.php?id=${id}`,
    render: (ticket) =>
      page(
        `#${ticket.id}`,
        `<h2>${ticket.subject}</h2><table class="thread"><tr><th>From</th><th>Text</th></tr>${rows(ticket, (m) => `<tr class="entry ${{ requester: 'customer', agent: 'staff', note: 'internal' }[m.kind]}"><td><b>${m.author}</b><br><small>${m.at.slice(0, 16).replace('T', ' ')}Z</small></td><td class="text">${m.html}</td></tr>`)}</table>${textForm(ticket)}`,
      ),
  },
  'nested boxes with the class names of CSS modules': {
    path: ({ id }) => `/app/inbox/${id}`,
    box: 'div[contenteditable]',
    render: (ticket) =>
      page(
        'Inbox',
        `<main><header class="Head_bar__9aXk2"><div class="Head_title__Qz81b">${ticket.subject}</div></header><div class="Thread_list__a81Kz">${rows(ticket, (m) => `<div class="Row_row__77aBc"><div class="Bubble_box__1a2B3 Bubble_${m.kind === 'requester' ? 'customer' : m.kind}__x9Y8z"><div class="Bubble_head__p0Pq1"><span class="Bubble_author__k3K3k">${m.author}</span><span class="Bubble_when__b4B4b" title="${m.at}">2d</span></div><div class="Bubble_content__c5C5c">${m.html}</div></div></div>`)}</div><section class="Composer_root__d6D6d"><div role="tablist"><button role="tab" aria-selected="true" class="Composer_tab__e7E7e" data-mode="reply">Reply</button><button role="tab" aria-selected="false" class="Composer_tab__e7E7e" data-mode="note">Note</button></div><div contenteditable="true" class="Composer_text__f8F8f"></div></section></main>`,
      ),
  },
  'a list with a group for each day': {
    path: ({ id }) => `/tickets/${id}/view`,
    render: (ticket) => {
      const days = [...new Set(ticket.messages.map(({ at }) => at.slice(0, 10)))];
      const group = (day: string): string =>
        `<section class="day"><h4>${day}</h4><ul>${ticket.messages
          .filter(({ at }) => at.startsWith(day))
          .map(
            (m) =>
              `<li data-kind="${m.kind}" data-message-id="${m.id}"><div class="by"><a href="/people/${m.id}" class="name">${m.author}</a> <time datetime="${m.at}">then</time></div><div class="words">${m.html}</div></li>`,
          )
          .join('')}</ul></section>`;
      return page(
        `Ticket ${ticket.id}`,
        `<h1>${ticket.subject}</h1><div class="days">${days.map(group).join('')}</div>${textForm(ticket)}`,
      );
    },
  },
  'a definition list for each message, newest first': {
    path: ({ id }) => `/index.php?page=ticket&id=${id}&sort=desc`,
    render: (ticket) =>
      page(
        'Desk',
        `<h1>${ticket.subject}</h1><div id="history">${[...ticket.messages]
          .reverse()
          .map(
            (m) =>
              `<dl class="mail ${m.kind === 'note' ? 'remark' : m.kind === 'agent' ? 'answer' : 'question'}"><dt>From</dt><dd class="from">${m.author}</dd><dt>Date</dt><dd class="date">${m.at}</dd><dt>Text</dt><dd class="content">${m.html}</dd></dl>`,
          )
          .join('')}</div>${textForm(ticket)}`,
      ),
  },
  'chat bubbles left and right': {
    path: ({ id }) => `/#/conversations/${id}`,
    render: (ticket) =>
      page(
        'Chat',
        `<h3 class="conversation-title">${ticket.subject}</h3><div class="bubbles">${rows(ticket, (m) => `<div class="bubble ${m.kind === 'requester' ? 'left' : m.kind === 'agent' ? 'right' : 'right whisper'} ${m.id % 2 ? 'odd' : 'even'}"><span class="who">${m.author}</span><div class="said">${m.html}</div><span class="when" data-timestamp="${Date.parse(m.at)}"></span></div>`)}</div><div class="write"><label><input type="checkbox" name="whisper"> Whisper</label><textarea></textarea></div>`,
      ),
  },
  'elements of its own': {
    path: ({ id }) => `/t/SUP-${id}`,
    render: (ticket) =>
      page(
        `SUP-${ticket.id}`,
        `<desk-ticket data-key="SUP-${ticket.id}"><desk-subject>${ticket.subject}</desk-subject><desk-thread>${rows(ticket, (m) => `<desk-message audience="${m.kind === 'note' ? 'team' : 'all'}" direction="${m.kind === 'requester' ? 'in' : 'out'}"><desk-author>${m.author}</desk-author><time datetime="${m.at}">x</time><desk-body>${m.html}</desk-body></desk-message>`)}</desk-thread><desk-reply data-ticket="SUP-${ticket.id}"><textarea></textarea></desk-reply></desk-ticket>`,
      ),
  },
  'roles only by a class on something inside': {
    path: ({ id }) => `/tickets/${id}`,
    render: (ticket) =>
      page(
        'T',
        `<h1>${ticket.subject}</h1><ol class="posts">${rows(ticket, (m) => `<li class="post"><header><i class="icon icon-${m.kind === 'requester' ? 'person' : m.kind === 'agent' ? 'headset' : 'lock'}"></i><strong>${m.author}</strong><time datetime="${m.at}">x</time></header><div class="post-body">${m.html}</div></li>`)}</ol>${textForm(ticket)}`,
      ),
  },
  'roles only by the shape of a link': {
    path: ({ id }) => `/tickets/${id}`,
    render: (ticket) =>
      page(
        'T',
        `<h1>${ticket.subject}</h1><div class="posts">${rows(ticket, (m) => `<article id="post-${m.id}"${m.kind === 'note' ? ' class="note"' : ''}><p class="line"><a href="/${m.kind === 'requester' ? 'customers' : 'agents'}/${m.id}">${m.author}</a> <time datetime="${m.at}">x</time></p><div class="post-body">${m.html}</div></article>`)}</div>${textForm(ticket)}`,
      ),
  },
};

/** No mark tells who wrote: only the names differ. */
export const pageWithoutDifference: PageShape = {
  path: ({ id }) => `/tickets/${id}`,
  render: (ticket) =>
    page(
      'T',
      `<h1>${ticket.subject}</h1><div>${rows(ticket, (m) => `<div class="post"><b>${m.author}</b> <time datetime="${m.at}">x</time><div class="text">${m.html}</div></div>`)}</div>${textForm(ticket)}`,
    ),
};
