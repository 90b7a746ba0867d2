import { expect, it } from 'vitest';
import type { Ticket } from '../domain/ticket.ts';
import { intercom } from './intercom.ts';
import { intercomReplica } from './replicas/intercom.test-support.ts';
import { openChanged, openReplica, startState, type OpenReplica } from './replicas/replica.test-support.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(intercomReplica, startState('4101'));

async function read(page: OpenReplica): Promise<Ticket> {
  const ticket = await intercom.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value;
}

const part = (renderable_type: number, data: object = {}, more: object = {}) => ({
  renderable_type,
  created_at: '2026-11-18T09:00:00Z',
  renderable_data: { blocks: [{ type: 'paragraph', text: `Code ${renderable_type}` }], ...data },
  ...more,
});
const openParts = (...renderable_parts: readonly object[]): OpenReplica =>
  openChanged(intercomReplica, (path, known) => (path.includes('/conversations/') ? { ...known, renderable_parts } : undefined));

it.each([
  ['https://app.intercom.com/a/inbox/j3dxf22l/inbox/conversation/7', '7'],
  ['https://app.eu.intercom.com/a/inbox/j3dxf22l/inbox/search/conversation/7?query=x', '7'],
  ['https://app.intercom.com/a/inbox/j3dxf22l/inbox/new-conversation/7', undefined],
  ['https://app.intercom.com/a/apps/j3dxf22l/reports', undefined],
  ['https://intercom.com/a/inbox/j3dxf22l/inbox/conversation/7', undefined],
])('takes %s for the conversation %s', (url, id) => {
  expect(intercom.openTicketId({ ...open(), url: new URL(url) })).toBe(id);
});

it('tells the team, who is signed in, and asks with the workspace of the address', async () => {
  const page = open();
  expect(await read(page)).toMatchObject({
    url: 'https://app.intercom.com/a/inbox/j3dxf22l/inbox/conversation/4101',
    queue: 'Billing',
    requester: { id: '5fd2-501' },
    agent: { id: '11', name: 'Ana Ruiz' },
  });
  expect(page.asked).toEqual(['/ember/inbox/conversations/4101?app_id=j3dxf22l', '/ember/admins/me.json?app_id=j3dxf22l']);
});

it('has no queue for a conversation that is assigned to no team', async () => {
  const page = openChanged(intercomReplica, (path, known) =>
    path.includes('/conversations/') ? { ...known, team_assignee: { id: 0, name: 'Unassigned' } } : undefined,
  );
  expect((await read(page)).queue).toBe('');
});

it.each([
  [1, 'requester', 'public'],
  [12, 'requester', 'public'],
  [2, 'agent', 'public'],
  [24, 'agent', 'public'],
  [3, 'agent', 'internal'],
  [999, 'participant', 'internal'],
])('takes code %i for a message of the %s, %s', async (code, role, visibility) => {
  const page = openParts(part(code, { entity: { id: 11, name: 'Ana' } }));
  expect((await read(page)).messages).toMatchObject([{ role, visibility, text: `Code ${code}` }]);
});

it('leaves events out, whatever they hold, and unknown parts without words', async () => {
  const events = [5, 6, 14, 21, 26, 31, 71].map((renderable_type) => ({ renderable_type, renderable_data: { blocks: 'none' } }));
  const ticket = await read(openParts(...events, part(31), part(71), part(999, { blocks: [] })));
  expect(ticket).toMatchObject({ messages: [], incomplete: '' });
});

it('says that something of an unknown kind and form was left out, and reads no conversation with a message of an unknown form', async () => {
  expect(await read(openParts(part(1), { renderable_type: 999, renderable_data: null }))).toMatchObject({
    messages: [{ text: 'Code 1' }],
    incomplete: expect.stringMatching(/unknown kind/),
  });
  const broken = openParts(part(1), part(24, { blocks: 'none' }));
  expect(await intercom.readTicket(broken, signal)).toMatchObject({ ok: false, error: { kind: 'ticket-unreadable' } });
});

it('takes a bot and others in the conversation for no agent and no requester', async () => {
  const page = openParts(
    part(24, { entity: { id: 1, name: 'Fin', is_operator: true } }),
    part(1, { user_summary: { id: '5fd2-777', name: null, email: 'cc@keller.example' } }),
  );
  expect((await read(page)).messages).toMatchObject([
    { role: 'participant', visibility: 'public', author: { name: 'Fin' } },
    { role: 'participant', visibility: 'public', author: { name: 'cc@keller.example' } },
  ]);
});

it('reads every kind of block', async () => {
  const blocks = [
    { type: 'heading', text: 'Steps' },
    {
      type: 'orderedNestedList',
      items: [{ content: [{ type: 'paragraph', text: 'Open <b>it</b>' }] }, { text: 'Save' }, 'Close'],
    },
    { type: 'unorderedList', items: ['a &amp; b'] },
    { type: 'code', text: 'x = 1\n  y' },
    { type: 'image', url: 'https://example.com/x.png' },
    { type: 'html', content: '<div>Bye</div>' },
  ];
  expect((await read(openParts(part(1, { blocks })))).messages[0]?.text).toBe(
    'Steps\n\n1. Open it\n2. Save\n3. Close\n\n- a & b\n\nx = 1\n  y\n\nBye',
  );
});

it('keeps a message that is only a file', async () => {
  const page = openParts(part(1, { blocks: [], uploads: [{ name: 'bill.pdf' }] }));
  expect((await read(page)).messages).toMatchObject([{ text: '', attachments: ['bill.pdf'] }]);
});

it('gives parts of one second ids of their own, the same at every read, also when more come', async () => {
  const ids = async (...parts: readonly object[]): Promise<readonly string[]> =>
    (await read(openParts(...parts))).messages.map(({ id }) => id);
  const two = await ids(part(1), part(1));
  expect(new Set(two).size).toBe(2);
  expect((await ids(part(1), { renderable_type: 5 }, part(1), part(24, {}, { entity_id: 77 }))).slice(0, 2)).toEqual(two);
  expect(await ids(part(24, {}, { entity_id: 77 }))).toEqual(['77']);
});

it('finds the composer in an open shadow root', () => {
  const page = open();
  const composer = page.document.querySelector('[data-conversation-reply-composer]');
  const host = page.document.createElement('div');
  composer?.replaceWith(host);
  if (composer) host.attachShadow({ mode: 'open' }).append(composer);
  expect(intercom.findReplyBox(page)).toMatchObject({ kind: 'found', box: { family: 'prosemirror', visibility: 'internal' } });
});
