import { expect, it } from 'vitest';
import type { Ticket } from '../domain/ticket.ts';
import { freshdesk } from './freshdesk.ts';
import { freshdeskReplica } from './replicas/freshdesk.test-support.ts';
import { openChanged, openReplica, startState, type OpenReplica } from './replicas/replica.test-support.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(freshdeskReplica, startState('4101'));

async function read(page: OpenReplica): Promise<Ticket> {
  const ticket = await freshdesk.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value;
}

const conversation = (id: number, more: object = {}) => ({
  id,
  body: `<div>Message ${id}</div>`,
  incoming: true,
  private: false,
  source: 0,
  user_id: 501,
  created_at: '2026-11-18T09:00:00Z',
  ...more,
});
const openConversations = (answer: (path: string) => readonly object[]): OpenReplica =>
  openChanged(freshdeskReplica, (path) => (path.includes('/conversations') ? answer(path) : undefined));
const openTicket = (more: object): OpenReplica =>
  openChanged(freshdeskReplica, (path, known) => (path.includes('include=requester') ? { ...known, ...more } : undefined));

it('puts the description, which is no conversation, first', async () => {
  const ticket = await read(open());
  expect(ticket.messages.map(({ id }) => id)).toEqual(['description', '9002', '9003', '9004']);
  expect(ticket).toMatchObject({ queue: 'Billing', requester: { id: '501' }, agent: { id: '11', name: 'Ana Ruiz' } });
});

it('takes the description of a ticket that an agent began for the agent’s', async () => {
  expect((await read(openTicket({ source: 10, responder_id: 11 }))).messages[0]).toMatchObject({
    role: 'agent',
    author: { name: 'Ana Ruiz' },
  });
  expect((await read(openTicket({ source: 10, responder_id: null }))).messages[0]).toMatchObject({ role: 'agent' });
});

it('tells roles by ids and direction, not by the source', async () => {
  const page = openConversations(() => [
    conversation(1, { source: 2 }),
    conversation(2, { user_id: 777, from_email: 'cc@keller.example' }),
    conversation(3, { user_id: 12, incoming: false }),
  ]);
  expect((await read(page)).messages.slice(1)).toMatchObject([
    { role: 'requester' },
    { role: 'participant', author: { id: '777', name: 'cc@keller.example' } },
    { role: 'agent', author: { name: 'Ben <Ops> Weiß' } },
  ]);
});

it('takes a note for internal even when it came from outside, and what was forwarded to others too', async () => {
  const page = openConversations(() => [
    conversation(1, { private: true }),
    conversation(2, { incoming: false, source: 8 }),
    conversation(3, { incoming: false, source: 2 }),
  ]);
  expect((await read(page)).messages.slice(1).map(({ visibility }) => visibility)).toEqual(['internal', 'internal', 'public']);
});

it('asks for pages until one is not full', async () => {
  const many = Array.from({ length: 100 }, (_, index) => conversation(index + 1));
  const page = openConversations((path) => (path.includes('page=2') ? [conversation(101)] : many));
  const ticket = await read(page);
  expect(ticket.messages).toHaveLength(102);
  expect(ticket.incomplete).toBe('');
});

it('stops after fifty pages and says what is missing', async () => {
  const page = openConversations((path) => {
    const number = Number(/page=(\d+)$/.exec(path)?.[1]);
    return Array.from({ length: 100 }, (_, index) => conversation(number * 1000 + index));
  });
  expect((await read(page)).incomplete).toMatch(/newest/);
});

it('does without names of agents where the page’s own list is not given', async () => {
  const page = open();
  page.break((path) => (path.includes('bootstrap') ? { status: 403, type: 'application/json', text: '{}' } : 'as-ever'));
  const ticket = await read(page);
  expect(ticket.agent).toBeUndefined();
  expect(ticket.messages[2]).toMatchObject({ role: 'agent', author: { id: '11', name: 'support@northwind.example' } });
});

it('gives the box the ticket that the page shows, not the one that the address has moved on to', () => {
  const page = open();
  const moved = { ...page, url: new URL('https://northwind.freshdesk.com/a/tickets/4102') };
  expect(freshdesk.findReplyBox(moved)).toMatchObject({ kind: 'found', box: { ticketId: '4101', family: 'froala' } });
});

it('knows a note’s box by its field for whom to notify, and a reply’s by nothing', () => {
  const page = open();
  expect(freshdesk.findReplyBox(page)).toMatchObject({ box: { visibility: 'internal', isUnsaid: true } });
  page.move({ mode: 'internal' });
  expect(freshdesk.findReplyBox(page)).toMatchObject({ box: { visibility: 'internal' } });
  expect(freshdesk.findReplyBox(page)).not.toHaveProperty('box.isUnsaid');
});

it('reads canned responses of every folder as plain text', async () => {
  expect(await freshdesk.readMacros?.(open(), signal)).toEqual({
    ok: true,
    value: [{ id: '51', title: 'Refund', text: 'Hi,\n\nrefunded.' }],
  });
});
