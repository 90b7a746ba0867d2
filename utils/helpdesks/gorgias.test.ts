import { expect, it } from 'vitest';
import type { Ticket } from '../domain/ticket.ts';
import { gorgias } from './gorgias.ts';
import { gorgiasReplica } from './replicas/gorgias.test-support.ts';
import { openChanged, openReplica, startState, type OpenReplica } from './replicas/replica.test-support.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(gorgiasReplica, startState('4101'));

async function read(page: OpenReplica): Promise<Ticket> {
  const ticket = await gorgias.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value;
}

const message = (id: number, more: object = {}) => ({
  id,
  public: true,
  channel: 'email',
  from_agent: false,
  sender: { id: 501, name: 'Maria', email: 'maria@keller.example' },
  body_html: `<p>Message ${id}</p>`,
  body_text: `Message ${id}`,
  created_datetime: '2026-11-18T09:00:00.379733+00:00',
  ...more,
});
const openMessages = (answer: (path: string) => readonly object[], next?: (path: string) => string | null): OpenReplica =>
  openChanged(gorgiasReplica, (path) =>
    path.startsWith('/api/messages') ? { data: answer(path), meta: { next_cursor: next?.(path) ?? null } } : undefined,
  );

it.each([
  ['/app/views/1384557/230640920', '230640920'],
  ['/app/ticket/230640920', '230640920'],
  ['/app/views/1384557', undefined],
  ['/app/customer/230640920', undefined],
])('takes %s for the ticket %s', (path, id) => {
  expect(gorgias.openTicketId({ ...open(), url: new URL(path, 'https://northwind.gorgias.com') })).toBe(id);
});

it('takes for public only what was sent and is no note', async () => {
  const page = openMessages(() => [
    message(1),
    message(2, { public: false }),
    message(3, { channel: 'internal-note' }),
    message(4, { from_agent: true, failed_datetime: '2026-11-18T09:01:00+00:00' }),
  ]);
  expect((await read(page)).messages.map(({ visibility }) => visibility)).toEqual(['public', 'internal', 'internal', 'internal']);
});

it('tells roles by Gorgias’s word and by ids', async () => {
  const page = openMessages(() => [
    message(1),
    message(2, { sender: { id: 777, name: '', email: 'cc@keller.example' } }),
    message(3, { from_agent: true, sender: { id: 11, name: 'Ana' } }),
    message(4, { from_agent: true, sender: null }),
  ]);
  expect((await read(page)).messages).toMatchObject([
    { role: 'requester' },
    { role: 'participant', author: { name: 'cc@keller.example' } },
    { role: 'agent', author: { id: '11' } },
    { role: 'agent', author: { id: 'unknown' } },
  ]);
});

it('reads a chat that has no HTML', async () => {
  const page = openMessages(() => [message(1, { body_html: null, body_text: 'Hi!\nAny news? <b>' })]);
  expect((await read(page)).messages[0]?.text).toBe('Hi!\nAny news? <b>');
});

it('follows the cursor, and says what is missing after twenty pages', async () => {
  const two = openMessages(
    (path) => [message(path.includes('cursor=a%3D%3D') ? 2 : 1)],
    (path) => (path.includes('cursor=') ? null : 'a=='),
  );
  expect(await read(two)).toMatchObject({ messages: [{ id: '1' }, { id: '2' }], incomplete: '' });
  let count = 0;
  const endless = openMessages(
    () => [message((count += 1))],
    () => 'more',
  );
  expect((await read(endless)).incomplete).toMatch(/newest/);
});

it('takes the notes on the customer for no reply box', () => {
  const page = open();
  expect(gorgias.findReplyBox(page)).toMatchObject({ kind: 'found', box: { family: 'draft', visibility: 'internal' } });
  page.move({ box: 'closed' });
  expect(gorgias.findReplyBox(page).kind).toBe('none');
});
