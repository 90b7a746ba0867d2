import { expect, it } from 'vitest';
import { freeScout } from './freescout.ts';
import { freeScoutReplica } from './replicas/freescout.test-support.ts';
import { openReplica, startState, type OpenReplica } from './replicas/replica.test-support.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(freeScoutReplica, startState('4101'));

async function read(page: OpenReplica) {
  const ticket = await freeScout.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value;
}

it('reads mailbox and requester, and keeps the folder that it is installed in', async () => {
  expect(await read(open())).toMatchObject({
    url: 'https://desk.example/helpdesk/conversation/4101',
    queue: 'Billing',
    requester: { id: 'https://desk.example/helpdesk/customers/501/edit', name: 'Maria Keller', email: 'maria@keller.example' },
    agent: { id: '11', name: 'Ana' },
  });
});

it('tells authors by the page of each, whatever word stands for the reader', async () => {
  const { messages } = await read(open());
  expect(messages.map(({ author }) => author.id.replace('https://desk.example/helpdesk', ''))).toEqual([
    '/customers/501/edit',
    '/users/profile/12',
    '/users/profile/11',
    '/customers/501/edit',
  ]);
});

it('names files apart from the text', async () => {
  const page = open();
  page.document
    .querySelector('#thread-9004 .thread-body')
    ?.insertAdjacentHTML(
      'beforeend',
      '<div class="thread-attachments"><ul><li><a href="#" class="attachment-link">bill.pdf</a><span class="text-help">(2 KB)</span></li></ul></div>',
    );
  expect((await read(page)).messages.at(-1)).toMatchObject({ text: '12 and 13 November.', attachments: ['bill.pdf'] });
});

it('takes a forward for no reply to the requester', () => {
  const page = open();
  page.document.querySelector('.conv-reply-block')?.classList.add('conv-forward-block');
  expect(freeScout.findReplyBox(page)).toMatchObject({ kind: 'found', box: { visibility: 'internal' } });
});

it('believes neither the class nor the field of a note alone to be a reply', () => {
  const page = open();
  page.document.querySelector('.conv-reply-block')?.classList.add('conv-note-block');
  expect(freeScout.findReplyBox(page)).toMatchObject({ box: { visibility: 'internal' } });
  page.move({});
  page.document.querySelector('[name="is_note"]')?.setAttribute('value', '1');
  expect(freeScout.findReplyBox(page)).toMatchObject({ box: { visibility: 'internal' } });
});

it('reads nothing while the page still shows another conversation', async () => {
  const page = open();
  const other = { ...page, url: new URL('/helpdesk/conversation/4102', page.url) };
  expect(await freeScout.readTicket(other, signal)).toMatchObject({
    ok: false,
    error: { missing: 'ticket 4102 (it still shows ticket 4101)' },
  });
});
