import { expect, it } from 'vitest';
import { helpScout } from './help-scout.ts';
import { helpScoutReplica } from './replicas/help-scout.test-support.ts';
import { openReplica, startState, type OpenReplica } from './replicas/replica.test-support.ts';

const { signal } = new AbortController();
const open = (): OpenReplica => openReplica(helpScoutReplica, startState('4101'));
const find = (page: OpenReplica, css: string): Element => {
  const found = page.document.querySelector(css);
  if (!found) throw new Error(css);
  return found;
};

it('reads the same ticket whichever end of the thread the agent has on top', async () => {
  const page = open();
  const newestFirst = await helpScout.readTicket(page, signal);
  const list = find(page, 'ol');
  list.append(...[...list.children].toReversed());
  expect(find(page, 'ol > li').querySelector('[id]')?.id).toBe('thread-9001');
  const oldestFirst = await helpScout.readTicket(page, signal);
  expect(newestFirst.ok && newestFirst.value.messages.map(({ id }) => id)).toEqual(['9001', '9002', '9003', '9004']);
  expect(oldestFirst.ok && oldestFirst.value.messages.map(({ id }) => id)).toEqual(['9001', '9002', '9003', '9004']);
});

it('reads nothing while the page still shows the conversation before', async () => {
  const page = open();
  page.document.title = '#999 Another one - Sam Hill';
  expect(await helpScout.readTicket(page, signal)).toMatchObject({
    ok: false,
    error: { missing: 'conversation 101 (it still shows 999)' },
  });
});

it('does without a subject when the title tells none', async () => {
  const page = open();
  page.document.title = 'Help Scout';
  expect(await helpScout.readTicket(page, signal)).toMatchObject({ ok: true, value: { subject: '' } });
});

it('leaves no message out because its text is missing', async () => {
  const page = open();
  find(page, '#thread-9002 [class*="ThreadBody"]').remove();
  find(page, '#thread-9002 [data-testid]').removeAttribute('class');
  expect(await helpScout.readTicket(page, signal)).toMatchObject({ ok: false, error: { missing: 'the text of message 3' } });
});

it('takes what an agent wrote for internal: nothing on the page tells a reply from a note', async () => {
  const read = await helpScout.readTicket(open(), signal);
  expect(read.ok && read.value.messages.map(({ role, visibility }) => `${role} ${visibility}`)).toEqual([
    'requester public',
    'agent internal',
    'agent internal',
    'requester public',
  ]);
});
