import { expect, it } from 'vitest';
import type { Ticket } from '../domain/ticket.ts';
import { jiraServiceManagement } from './jira-service-management.ts';
import { jiraServiceManagementReplica } from './replicas/jira-service-management.test-support.ts';
import { openChanged, openReplica, startState, type OpenReplica } from './replicas/replica.test-support.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(jiraServiceManagementReplica, startState('4101'));

async function read(page: OpenReplica): Promise<Ticket> {
  const ticket = await jiraServiceManagement.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value;
}

const comment = (id: number, more: object = {}) => ({
  id: String(id),
  author: { accountId: '5b10ac8d:501', displayName: 'Maria', accountType: 'customer' },
  renderedBody: `<p>Comment ${id}</p>`,
  created: '2026-11-18T10:00:00.000+0100',
  jsdPublic: true,
  ...more,
});
const openComments = (answer: (path: string) => object | undefined): OpenReplica =>
  openChanged(jiraServiceManagementReplica, (path) => (path.includes('/comment?') ? answer(path) : undefined));
const openAll = (comments: readonly object[]): OpenReplica =>
  openComments(() => ({ startAt: 0, maxResults: 100, total: comments.length, comments }));

it.each([
  ['/browse/SUP-7', 'SUP-7'],
  ['/jira/servicedesk/projects/SUP/queues/custom/3/SUP-7', 'SUP-7'],
  ['/jira/servicedesk/projects/SUP/queues/issue/SUP-7/', 'SUP-7'],
  ['/jira/servicedesk/projects/SUP/queues/custom/3?selectedIssue=SUP-7', 'SUP-7'],
  ['/jira/servicedesk/projects/SUP/queues/custom/3?selectedIssue=a"b', undefined],
  ['/jira/servicedesk/projects/SUP/queues/custom/3', undefined],
  ['/servicedesk/customer/portal/1/SUP-7', undefined],
  ['/wiki/spaces/SUP/pages/7', undefined],
])('takes %s for the ticket %s', (path, id) => {
  expect(jiraServiceManagement.openTicketId({ ...open(), url: new URL(path, 'https://northwind.atlassian.net') })).toBe(id);
});

it('puts the description first, and tells who is signed in and the project', async () => {
  const ticket = await read(open());
  expect(ticket).toMatchObject({
    url: 'https://northwind.atlassian.net/browse/SUP-4101',
    queue: 'Billing',
    agent: { name: 'Ana Ruiz' },
    requester: { name: 'Maria Keller' },
  });
  expect(ticket.messages.map(({ id }) => id)).toEqual(['description', '9002', '9003', '9004']);
});

it('takes nothing for public but a comment that the portal shows to everyone of the request', async () => {
  const ticket = await read(
    openAll([
      comment(1),
      comment(2, { jsdPublic: false }),
      comment(3, { jsdPublic: undefined }),
      comment(4, { visibility: { type: 'role', value: 'Administrators' } }),
    ]),
  );
  expect(ticket.messages.slice(1).map(({ visibility }) => visibility)).toEqual(['public', 'internal', 'internal', 'internal']);
});

it('takes colleagues with an account who take part in the request for no agents, and apps and nobody neither', async () => {
  const by = (accountId: string, accountType: string) => ({ author: { accountId, displayName: accountId, accountType } });
  const page = openChanged(jiraServiceManagementReplica, (path) => {
    if (path.includes('/participant')) return { values: [{ accountId: 'in-copy' }] };
    if (!path.includes('/comment?')) return undefined;
    const comments = [
      comment(1, by('staff', 'atlassian')),
      comment(2, by('in-copy', 'atlassian')),
      comment(3, by('robot', 'app')),
      comment(4, { author: undefined }),
    ];
    return { startAt: 0, maxResults: 100, total: 4, comments };
  });
  expect((await read(page)).messages.slice(1).map(({ role }) => role)).toEqual([
    'agent',
    'participant',
    'participant',
    'participant',
  ]);
});

it('reads a request whose reporter is gone', async () => {
  const page = openChanged(jiraServiceManagementReplica, (path, { fields, ...known }) =>
    path.includes('renderedFields') ? { ...known, fields: Object.assign({}, fields, { reporter: null }) } : undefined,
  );
  expect((await read(page)).requester).toEqual({ id: 'unknown', name: '' });
});

it('says that an issue of another project is no request', async () => {
  const page = openChanged(jiraServiceManagementReplica, (path, { fields, ...known }) =>
    path.includes('renderedFields')
      ? { ...known, fields: Object.assign({}, fields, { project: { name: 'App', projectTypeKey: 'software' } }) }
      : undefined,
  );
  expect(await jiraServiceManagement.readTicket(page, signal)).toMatchObject({
    ok: false,
    error: { kind: 'ticket-unreadable', missing: expect.stringMatching(/no service project/) },
  });
});

it('asks for the next comments from where Jira stopped, also when it gives fewer than asked for', async () => {
  const page = openComments((path) =>
    path.endsWith('startAt=0')
      ? { startAt: 0, maxResults: 1, total: 2, comments: [comment(1)] }
      : { startAt: 1, maxResults: 1, total: 2, comments: [comment(Number(/\d+$/.exec(path)?.[0]) + 1)] },
  );
  expect((await read(page)).messages.map(({ id }) => id)).toEqual(['description', '1', '2']);
});

it('stops after fifty pages and says what is missing', async () => {
  const page = openComments((path) => {
    const startAt = Number(/\d+$/.exec(path)?.[0]);
    return { startAt, maxResults: 1, total: 5000, comments: [comment(startAt + 1)] };
  });
  expect((await read(page)).incomplete).toMatch(/newest/);
});

it('takes neither the description’s editor nor one inside a comment for the reply box', () => {
  const page = open();
  const inComment = page.document.querySelector('[data-testid^="comment-base-item-"]');
  inComment?.append(page.document.querySelector('.ProseMirror')?.cloneNode(true) ?? '');
  expect(jiraServiceManagement.findReplyBox(page)).toMatchObject({ kind: 'found', box: { family: 'prosemirror' } });
  page.move({ box: 'closed' });
  expect(jiraServiceManagement.findReplyBox(page).kind).toBe('none');
});

it('says of a box without the two tabs that nothing tells its readers', () => {
  const page = open();
  page.document.querySelector('[role="tablist"]')?.remove();
  expect(jiraServiceManagement.findReplyBox(page)).toMatchObject({
    kind: 'found',
    box: { visibility: 'internal', isUnsaid: true },
  });
});

it('gives the box the ticket that the page shows, not the one that the address has moved on to', () => {
  const moved = { ...open(), url: new URL('https://northwind.atlassian.net/browse/SUP-4102') };
  expect(jiraServiceManagement.findReplyBox(moved)).toMatchObject({ box: { ticketId: 'SUP-4101' } });
});
