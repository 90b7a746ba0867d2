import { expect, it } from 'vitest';
import type { Ticket } from '../domain/ticket.ts';
import { chatwoot } from './chatwoot.ts';
import { chatwootReplica } from './replicas/chatwoot.test-support.ts';
import { openChanged, openReplica, startState, toJson, type OpenReplica } from './replicas/replica.test-support.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(chatwootReplica, startState('4101'));

async function read(page: OpenReplica): Promise<Ticket> {
  const ticket = await chatwoot.readTicket(page, signal);
  if (!ticket.ok) throw new Error(JSON.stringify(ticket.error));
  return ticket.value;
}

const maria = { id: 501, name: 'Maria Keller', email: 'maria@keller.example', type: 'contact' };
const message = (id: number, more: object = {}) => ({
  id,
  content: `Message ${id}`,
  message_type: 0,
  private: false,
  status: 'sent',
  created_at: 1_795_000_000 + id,
  sender: maria,
  content_attributes: {},
  ...more,
});

/** The conversation is known, and its list of messages is `list`, in pages as Chatwoot's. */
function openMessages(list: readonly { readonly id: number }[]): OpenReplica {
  const page = open();
  page.break((path) => {
    if (path.includes('/messages')) {
      const before = Number(new URL(path, page.url).searchParams.get('before') ?? Infinity);
      return toJson({ meta: {}, payload: list.filter(({ id }) => id < before).slice(-20) });
    }
    return toJson(path.includes('/profile') ? { id: 11, name: 'Ana' } : { meta: { sender: maria }, additional_attributes: {} });
  });
  return page;
}

it('reads team, requester and who is signed in; ids of contacts and agents can’t be taken for each other', async () => {
  expect(await read(open())).toMatchObject({
    url: 'https://chat.example/app/accounts/1/conversations/4101',
    queue: 'Billing',
    requester: { id: 'contact-501', email: 'maria@keller.example' },
    agent: { id: 'user-11', name: 'Ana Ruiz' },
  });
});

it.each([
  ['/app/accounts/2/conversations/7', '2-7'],
  ['/app/accounts/1/label/a%2Fb/conversations/7', '1-7'],
  ['/app/accounts/1/custom_view/4/conversations/7', '1-7'],
  ['/app/accounts/1/settings/inboxes/7', undefined],
])('knows the conversation at %s', (path, id) => {
  const page = open();
  expect(chatwoot.openTicketId({ ...page, url: new URL(path, page.url) })).toBe(id);
});

it('reads every page of a long conversation, and says so when there are more than it reads', async () => {
  const list = Array.from({ length: 520 }, (_, index) => message(index + 1));
  const some = await read(openMessages(list.slice(0, 47)));
  expect(some.messages.map(({ id }) => id)).toEqual(list.slice(0, 47).map(({ id }) => String(id)));
  expect(some.incomplete).toBe('');
  const many = await read(openMessages(list));
  expect(many.messages).toHaveLength(500);
  expect(many.messages.at(-1)?.id).toBe('520');
  expect(many.incomplete).toBe('older messages are not loaded');
});

it('tells sides by what a message is, and what reached nobody from what did', async () => {
  const page = openMessages([
    message(1),
    message(2, { sender: { ...maria, id: 777 } }),
    message(3, { message_type: 1, sender: { id: 501, name: 'Otto', type: 'user' } }),
    message(4, { message_type: 1, sender: { id: 2, name: 'Bot', type: 'agent_bot' } }),
    message(5, { message_type: 1, status: 'failed' }),
    message(6, { message_type: 1, private: true, sender: null }),
    message(7, { message_type: 2, sender: null }),
    message(8, { message_type: 3, sender: null }),
  ]);
  expect((await read(page)).messages.map(({ role, visibility }) => `${role} ${visibility}`)).toEqual([
    'requester public',
    'participant public',
    'agent public',
    'agent public',
    'agent internal',
    'agent internal',
  ]);
});

it('reads Markdown of agents, text of requesters as they typed it, mails from their HTML, and nothing of what was deleted', async () => {
  const email = { html_content: { full: '<p>Dear all</p><blockquote>Old</blockquote>' } };
  const page = openMessages([
    message(1, { content: 'I typed **two** stars' }),
    message(2, { content: 'Press **Save**', message_type: 1 }),
    message(3, { content: 'Dear all', content_attributes: { email } }),
    message(4, { content: 'This message was deleted', content_attributes: { deleted: true } }),
    message(5, { content: null, attachments: [{ data_url: 'https://chat.example/blobs/x1/bill%20two.pdf' }] }),
  ]);
  expect((await read(page)).messages).toMatchObject([
    { text: 'I typed **two** stars' },
    { text: 'Press Save' },
    { text: 'Dear all', quoted: 'Old' },
    { text: '' },
    { text: '', attachments: ['bill two.pdf'] },
  ]);
});

it('tells by its messages which conversation the page shows, since the composer bears no id', () => {
  const page = open();
  expect(chatwoot.showsMessage?.(page, '9004')).toBe(true);
  for (const element of page.document.querySelectorAll('[data-message-id]')) element.setAttribute('data-message-id', '9101');
  expect(chatwoot.showsMessage?.(page, '9004')).toBe(false);
});

it('asks nothing when the page’s scripts can’t read the session, and says so', async () => {
  const page = open();
  page.document.cookie = 'cw_d_session_info=%7B%22uid%22; path=/';
  page.document.cookie = 'cw_d_session_info=; expires=Thu, 01 Jan 1970 00:00:00 GMT';
  expect(await chatwoot.readTicket(page, signal)).toMatchObject({
    ok: false,
    error: { kind: 'ticket-unreadable', missing: expect.stringContaining('the session') },
  });
  expect(page.asked).toEqual([]);
});

it('is not ended by a cookie that is no session', async () => {
  const page = open();
  page.document.cookie = 'cw_d_session_info=%E0%A4%A';
  expect(await chatwoot.readTicket(page, signal)).toMatchObject({ ok: false, error: { kind: 'ticket-unreadable' } });
});

it('reads canned responses of the account', async () => {
  const macros = await chatwoot.readMacros?.(open(), signal);
  expect(macros).toEqual({
    ok: true,
    value: [{ id: '5', title: 'refund', text: 'Hi {{contact.first_name}},\n\nit is done.' }],
  });
});

it('gives nothing of a conversation whose answer has another form', async () => {
  const page = openChanged(chatwootReplica, (path) => (path.includes('/messages') ? { payload: [{ id: 'x' }] } : undefined));
  expect(await chatwoot.readTicket(page, signal)).toMatchObject({
    ok: false,
    error: { missing: expect.stringContaining('messages') },
  });
});
