import { expect, it } from 'vitest';
import type { Ticket } from '../domain/ticket.ts';
import { openChanged, openReplica, startState, type OpenReplica } from './replicas/replica.test-support.ts';
import { replicaTickets } from './replicas/replica-tickets.test-support.ts';
import { zendeskReplica } from './replicas/zendesk.test-support.ts';
import { zendesk } from './zendesk.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(zendeskReplica, startState('4101'));

async function read(page: OpenReplica): Promise<Ticket> {
  const ticket = await zendesk.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value;
}

const comment = (id: number, more: object = {}) => ({
  id,
  author_id: 501,
  html_body: `<p>Comment ${id}</p>`,
  public: true,
  created_at: '2026-11-18T09:00:00Z',
  ...more,
});
const comments = (list: readonly object[], meta: object = { has_more: false }) => ({
  comments: list,
  users: [
    { id: 501, name: 'Maria', role: 'end-user' },
    { id: 504, name: 'Carla', email: null, role: 'end-user' },
    { id: 13, name: 'Dee', role: 'admin' },
  ],
  meta,
});
const openComments = (answer: (path: string) => object | undefined): OpenReplica =>
  openChanged(zendeskReplica, (path) => (path.includes('/comments.json') ? answer(path) : undefined));

it('reads queue, requester and who is signed in', async () => {
  expect(await read(open())).toMatchObject({
    url: 'https://northwind.zendesk.com/agent/tickets/4101',
    queue: 'Billing',
    requester: { id: '501', email: 'maria@keller.example' },
    agent: { id: '11', name: 'Ana Ruiz' },
  });
});

it('tells roles by ids and by Zendesk’s role: others in copy take part, an admin is an agent, Zendesk itself is nobody’s side', async () => {
  const page = openComments(() =>
    comments([
      comment(1),
      comment(2, { author_id: 504 }),
      comment(3, { author_id: 13 }),
      comment(4, { author_id: -1, public: false }),
    ]),
  );
  expect((await read(page)).messages).toMatchObject([
    { role: 'requester' },
    { role: 'participant' },
    { role: 'agent', visibility: 'public' },
    { role: 'participant', visibility: 'internal', author: { id: '-1', name: '-1' } },
  ]);
});

it('takes an agent who asks for the requester', async () => {
  const page = openChanged(zendeskReplica, (path, known) =>
    path.includes('/4101.json') ? { ...known, ticket: { subject: 'Laptop', requester_id: 13, group_id: null } } : undefined,
  );
  page.move({ tickets: replicaTickets });
  expect((await read(page)).requester.id).toBe('13');
});

it('follows the cursor through every page of comments', async () => {
  const page = openComments((path) =>
    path.includes('page[after]=a%3D') ? comments([comment(2)]) : comments([comment(1)], { has_more: true, after_cursor: 'a=' }),
  );
  expect(await read(page)).toMatchObject({ messages: [{ id: '1' }, { id: '2' }], incomplete: '' });
});

it('stops after fifty pages and says what is missing', async () => {
  let count = 0;
  const page = openComments(() => comments([comment((count += 1))], { has_more: true, after_cursor: 'more' }));
  const ticket = await read(page);
  expect(ticket.messages).toHaveLength(50);
  expect(ticket.incomplete).toMatch(/newest/);
});

it('takes more comments without a way to them for no answer, and reads the page', async () => {
  const page = openComments(() => comments([comment(1)], { has_more: true }));
  expect((await read(page)).messages[0]?.id).toMatch(/^page:/);
});

it('leaves an agent’s signature out, and names attachments', async () => {
  const html_body = '<p>Thanks.</p><div class="signature"><p>-- Ana</p></div>';
  const page = openComments(() => comments([comment(1, { html_body, attachments: [{ file_name: 'bill.pdf' }] })]));
  expect((await read(page)).messages[0]).toMatchObject({ text: 'Thanks.', attachments: ['bill.pdf'] });
});

it('reads the page when the API does not answer, and takes nothing inside a message for a mark there either', async () => {
  const page = open();
  const whole = page.document.body.innerHTML;
  page.break(() => 'offline');
  page.move({
    tickets: replicaTickets.map((ticket) => ({
      ...ticket,
      messages: ticket.messages.map((message) => ({ ...message, html: `${message.html}<div>${whole}</div>` })),
    })),
  });
  const ticket = await read(page);
  expect(ticket.messages.map(({ role, visibility }) => `${role} ${visibility}`)).toEqual([
    'requester public',
    'agent internal',
    'agent public',
    'requester public',
  ]);
  expect(zendesk.findReplyBox(page)).toMatchObject({ kind: 'found', box: { ticketId: '4101', visibility: 'public' } });
});

it.each([
  ['web', { visibility: 'public' }],
  ['native_messaging', { visibility: 'public' }],
  ['internal', { visibility: 'internal' }],
  ['a-new-channel', { visibility: 'internal', isUnsaid: true }],
])('takes the channel %s of the switcher for %o, whatever its label says', (channel, audience) => {
  const page = open();
  const button = page.document.querySelector('[data-test-id="omnichannel-channel-switcher-button"]');
  button?.setAttribute('data-channel', channel);
  button?.setAttribute('aria-label', 'Public reply');
  expect(zendesk.findReplyBox(page)).toMatchObject({ kind: 'found', box: { ...audience, family: 'ckeditor5' } });
});

it('reads macros that write something, as plain text', async () => {
  expect(await zendesk.readMacros?.(open(), signal)).toEqual({
    ok: true,
    value: [
      { id: '25', title: 'Refund', text: 'Hi,\n\nrefunded.' },
      { id: '27', title: 'Chat', text: 'Hello!\nOne moment.' },
    ],
  });
});
