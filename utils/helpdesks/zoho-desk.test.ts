import { expect, it } from 'vitest';
import type { Ticket } from '../domain/ticket.ts';
import { openChanged, openReplica, startState, toJson, type OpenReplica } from './replicas/replica.test-support.ts';
import { zohoDeskReplica } from './replicas/zoho-desk.test-support.ts';
import { zohoDesk } from './zoho-desk.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(zohoDeskReplica, startState('4101'));

async function read(page: OpenReplica): Promise<Ticket> {
  const ticket = await zohoDesk.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value;
}

const thread = (id: number, more: object = {}) => ({
  id: String(id),
  direction: 'in',
  status: 'SUCCESS',
  visibility: 'public',
  createdTime: `2026-11-18T09:${String(id % 60).padStart(2, '0')}:00.000Z`,
  author: { name: 'Maria Keller', email: 'Maria@Keller.example', type: 'END_USER' },
  ...more,
});
/** The ticket is known; its lists are these, and every mail has the same text. */
function openThreads(list: readonly object[], comments: readonly object[] = []): OpenReplica {
  const page = open();
  page.break((path) => {
    if (path.includes('/threads?')) return toJson({ data: list });
    if (path.includes('/threads/')) return toJson({ content: '<p>Text</p>', contentType: 'text/html' });
    return path.includes('/comments?') ? toJson({ data: comments }) : 'as-ever';
  });
  return page;
}

it('reads department, requester and the page’s own organisation of several', async () => {
  const page = open();
  expect(await read(page)).toMatchObject({
    url: 'https://desk.zoho.eu/agent/northwind/billing/tickets/details/4101',
    queue: 'Billing',
    requester: { id: '501', name: 'Maria Keller', email: 'maria@keller.example' },
  });
  expect(page.asked.slice(1).every((path) => path.includes('orgId=20078'))).toBe(true);
});

it.each([
  ['/agent/northwind/all/tickets/details/7', '7'],
  ['/agent/northwind/tickets/details/7/conversation', '7'],
  ['/agent/northwind/billing/tickets/list/all-cases', undefined],
])('knows the ticket at %s', (path, id) => {
  const page = open();
  expect(zohoDesk.openTicketId({ ...page, url: new URL(path, page.url) })).toBe(id);
});

it.each(['desk.zoho.com', 'desk.zoho.in', 'desk.zoho.com.au'])('knows %s, and no host that only looks like it', (host) => {
  const page = open();
  const at = (name: string) => ({ ...page, url: new URL(`https://${name}/agent/northwind/all/tickets/details/7`) });
  expect(zohoDesk.matches(at(host))).toBe(true);
  expect(zohoDesk.matches(at(`${host}.example`))).toBe(false);
});

it('counts what was not sent to the requester as internal, leaves out drafts, and tells who else wrote in', async () => {
  const page = openThreads([
    thread(6, { direction: 'out', status: 'FAILED' }),
    thread(5, { direction: 'out', isForward: true }),
    thread(4, { direction: 'out', status: 'DRAFT' }),
    thread(3, { direction: 'out' }),
    thread(2, { author: { name: 'Carla', email: 'carla@keller.example' } }),
    thread(1, { visibility: 'private' }),
  ]);
  expect((await read(page)).messages.map(({ id, role, visibility }) => `${id} ${role} ${visibility}`)).toEqual([
    '1 requester internal',
    '2 participant public',
    '3 agent public',
    '5 agent internal',
    '6 agent internal',
  ]);
});

it('puts comments between mails by their time; only public ones are for the requester', async () => {
  const comment = {
    id: 'c1',
    isPublic: true,
    commentedTime: '2026-11-18T09:01:30.000Z',
    commenterType: 'END_USER',
    commenter: { name: 'Maria Keller', email: 'maria@keller.example' },
    content: 'Plain & <simple>',
    contentType: 'plainText',
    attachments: [{ name: 'bill.pdf' }],
  };
  const { messages } = await read(openThreads([thread(2), thread(1)], [comment]));
  expect(messages).toMatchObject([
    { id: '1' },
    { id: 'c1', role: 'requester', visibility: 'public', text: 'Plain & <simple>', attachments: ['bill.pdf'] },
    { id: '2' },
  ]);
});

it('says so when there may be more messages than it asks for', async () => {
  const full = Array.from({ length: 25 }, (_, index) => thread(25 - index));
  expect((await read(openThreads(full))).incomplete).toBe('older messages may not be loaded');
  expect((await read(openThreads(full.slice(1)))).incomplete).toBe('');
});

it('does not take a ticket for deleted because one of its mails is', async () => {
  const page = open();
  await read(page);
  page.break((path) => (path.includes('/threads/') ? { ...toJson({}), status: 404 } : 'as-ever'));
  expect(await zohoDesk.readTicket(page, signal)).toMatchObject({
    ok: false,
    error: { missing: expect.stringContaining('the text of a message') },
  });
});

it('reads nothing when the organisation of the page is none of the agent’s', async () => {
  const page = openChanged(zohoDeskReplica, (path) =>
    path.endsWith('/organizations') ? { data: [{ id: 7, portalName: 'other' }] } : undefined,
  );
  expect(await zohoDesk.readTicket(page, signal)).toMatchObject({
    ok: false,
    error: { missing: expect.stringContaining('the organisation of this page') },
  });
  expect(page.asked).toHaveLength(1);
});

it('takes no box of a ticket that is mounted and not open', () => {
  const page = open();
  page.move({ mounted: ['4102'] });
  expect(zohoDesk.findReplyBox(page)).toEqual({ kind: 'none' });
});
