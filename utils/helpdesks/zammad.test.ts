import { expect, it } from 'vitest';
import type { Ticket } from '../domain/ticket.ts';
import { openChanged, openReplica, startState, toJson, type OpenReplica } from './replicas/replica.test-support.ts';
import { zammadDesktopReplica, zammadReplica } from './replicas/zammad.test-support.ts';
import { zammad } from './zammad.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(zammadReplica, startState('4101'));

async function read(page: OpenReplica): Promise<Ticket> {
  const ticket = await zammad.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value;
}

const article = (id: number, more: object = {}) => ({
  id,
  sender: 'Customer',
  type: 'email',
  internal: false,
  from: 'Carla <carla@keller.example>',
  body: `<p>Article ${id}</p>`,
  content_type: 'text/html',
  created_by_id: 501,
  origin_by_id: null,
  created_at: '2026-11-18T09:00:00.000Z',
  attachments: [],
  preferences: {},
  ...more,
});
const openArticles = (...list: readonly object[]): OpenReplica =>
  openChanged(zammadReplica, (path) => (path.includes('/by_ticket/') ? list : undefined));

it('reads queue, requester and who is signed in', async () => {
  expect(await read(open())).toMatchObject({
    url: 'https://zammad.example/#ticket/zoom/4101',
    queue: 'Billing',
    requester: { id: '501', name: 'Maria Keller', email: 'maria@keller.example' },
    agent: { id: '11', name: 'Ana Ruiz' },
  });
});

it('takes a call that an agent noted down for the caller’s words, and customers in copy for participants', async () => {
  const page = openArticles(
    article(1, { created_by_id: 11, origin_by_id: 501, type: 'phone' }),
    article(2, { created_by_id: 777 }),
    article(3, { sender: 'System', type: 'note', internal: true, created_by_id: 1 }),
  );
  expect((await read(page)).messages).toMatchObject([
    { role: 'requester', author: { id: '501', name: 'Maria Keller' } },
    { role: 'participant', author: { id: '777', name: 'Carla <carla@keller.example>' } },
    { role: 'participant', visibility: 'internal' },
  ]);
});

it('leaves out what Zammad sent by itself and failed deliveries, as its page does', async () => {
  const page = openArticles(
    article(1),
    article(2, { sender: 'System', created_by_id: 1 }),
    article(3, { sender: 'System', type: 'note', preferences: { delivery_message: true } }),
  );
  expect((await read(page)).messages.map(({ id }) => id)).toEqual(['1']);
  page.break(() => ({ status: 500, type: 'text/html', text: '' }));
  expect((await read(page)).messages.map(({ id }) => id)).toEqual(['9001', '9002', '9003', '9004']);
});

it('reads plain bodies line by line and names attachments', async () => {
  const page = openArticles(
    article(1, {
      body: 'Hello <b>you</b>\n> quoted',
      content_type: 'text/plain',
      attachments: [{ id: 4, filename: 'bill.pdf' }],
    }),
  );
  expect((await read(page)).messages).toMatchObject([{ text: 'Hello <b>you</b>', quoted: 'quoted', attachments: ['bill.pdf'] }]);
});

it('reads a merged ticket, whose messages went to another, as one without messages', async () => {
  expect(await read(openArticles())).toMatchObject({ subject: 'Charged twice & no refund', messages: [] });
});

it('gives a message the same id by API and by page, so that a lock read either way can be compared', async () => {
  const page = open();
  const byApi = await read(page);
  page.break(() => ({ status: 500, type: 'text/html', text: '' }));
  const byPage = await read(page);
  const ids = ({ messages, requester }: Ticket) => [requester.id, ...messages.map(({ id }) => id)];
  expect(ids(byPage)).toEqual(ids(byApi));
});

it('tells a session that ended from a ticket that is forbidden', async () => {
  const page = open();
  page.break(() => ({ ...toJson({ error: 'Not authorized' }), status: 403 }));
  expect(await zammad.readTicket(page, signal)).toMatchObject({ ok: true });
  page.break(() => zammadReplica.login);
  expect(await zammad.readTicket(page, signal)).toMatchObject({ ok: false, error: { kind: 'signed-out' } });
});

it('counts a box without its mark as internal', () => {
  const page = open();
  page.document.querySelector('form.article-add')?.classList.remove('is-public');
  expect(zammad.findReplyBox(page)).toMatchObject({ kind: 'found', box: { visibility: 'internal' } });
});

it('reads active text modules of all pages', async () => {
  const page = openChanged(zammadReplica, (path) => {
    if (!path.includes('/text_modules')) return undefined;
    const number = Number(/page=(\d+)&/.exec(path)?.[1]);
    const start = (number - 1) * 50;
    return Array.from({ length: [50, 2][number - 1] ?? 0 }, (_, index) => ({
      id: start + index,
      name: `M${start + index}`,
      content: '<div>Hi #{ticket.customer.firstname},</div><div>bye</div>',
      active: start + index !== 1,
    }));
  });
  const macros = await zammad.readMacros?.(page, signal);
  if (!macros?.ok) throw new Error(JSON.stringify(macros));
  expect(macros.value).toHaveLength(51);
  expect(macros.value.at(-1)).toEqual({ id: '51', title: 'M51', text: 'Hi #{ticket.customer.firstname},\nbye' });
});

it.each(['/desktop/tickets/7', '/desktop/tickets/7#article-3', '/desktop/ticket/zoom/7', '/desktop/tickets/7/3'])(
  'knows the ticket of the new desktop at %s',
  (path) => {
    const page = openReplica(zammadDesktopReplica, startState('4101'));
    expect(zammad.openTicketId({ ...page, url: new URL(path, page.url) })).toBe('7');
    expect(zammad.openTicketId({ ...page, url: new URL('/desktop/tickets/create', page.url) })).toBeUndefined();
  },
);

it('takes no box of the new desktop for another ticket’s', () => {
  const page = openReplica(zammadDesktopReplica, startState('4101'));
  expect(zammad.findReplyBox({ ...page, url: new URL('/desktop/tickets/4102', page.url) })).toEqual({ kind: 'none' });
});
