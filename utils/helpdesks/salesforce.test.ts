import { expect, it } from 'vitest';
import { openReplica, startState, type OpenReplica, type ReplicaState } from './replicas/replica.test-support.ts';
import { salesforceReplica } from './replicas/salesforce.test-support.ts';
import { salesforce } from './salesforce.ts';

const { signal } = new AbortController();
const open = (change: Partial<ReplicaState> = {}): OpenReplica =>
  openReplica(salesforceReplica, { ...startState('4101'), ...change });
const find = (page: OpenReplica, css: string): Element => {
  const found = page.document.querySelector(css);
  if (!found) throw new Error(css);
  return found;
};
const missingOf = async (page: OpenReplica): Promise<unknown> => {
  const read = await salesforce.readTicket(page, signal);
  return read.ok ? read.value.messages.length : read.error.kind === 'ticket-unreadable' && read.error.missing;
};

it('reads the pane of the case in the address among several that are mounted', async () => {
  for (const id of ['4101', '4102', '4103']) {
    const page = open({ open: id, mounted: ['4103', '4102', '4101'] });
    const read = await salesforce.readTicket(page, signal);
    const known = page.state().tickets.find((ticket) => ticket.id === id);
    expect(read).toMatchObject({ ok: true, value: { id, subject: known?.subject } });
    expect(read.ok && read.value.messages.map((message) => message.id)).toEqual(known?.messages.map((message) => message.id));
  }
});

it('reads nothing while another case is open in a tab below this one: their feeds are in one pane', async () => {
  const page = open({ mounted: ['4101', '4102'] });
  find(page, '#tab-4101').append(find(page, 'a[href*="4102"]'), find(page, '#tab-4102'));
  expect(await missingOf(page)).toMatch(/still shows ticket \/lightning\/r\/Case\/4102/);
});

it('reads nothing when the case has no tab: no pane is known to be its own', async () => {
  const page = open();
  find(page, '[role="tablist"]').remove();
  expect(await missingOf(page)).toBe('the pane of the open ticket');
});

it('reads nothing while a mail is folded up or a post is cut', async () => {
  const page = open();
  find(page, '[data-id="9003"] emailui-rich-text-output').remove();
  expect(await missingOf(page)).toMatch(/^the text of message \d$/);
  const cut = open();
  find(cut, '[data-id="9002"] .feedBodyInner').insertAdjacentHTML('beforeend', '<a class="cuf-more">Mehr</a>');
  expect(await missingOf(cut)).toMatch(/^the text of message \d$/);
});

it('says so while the feed may load more', async () => {
  const page = open();
  find(page, '.cuf-feed').insertAdjacentHTML('afterend', '<div class="loadMoreTrigger"></div>');
  expect(await salesforce.readTicket(page, signal)).toMatchObject({
    ok: true,
    value: { incomplete: expect.stringMatching(/^older messages are not loaded; /) },
  });
});

it('leaves colleagues’ comments out of the post that they stand in, and says so', async () => {
  const read = await salesforce.readTicket(open(), signal);
  expect(JSON.stringify(read)).not.toContain('I agree');
  expect(read).toMatchObject({ value: { incomplete: 'comments on messages are not read; the times of messages are not exact' } });
});

it('reads the feed in an open shadow root, and finds the composer there', async () => {
  const page = open();
  const pane = find(page, '#tab-4101');
  const inside = pane.innerHTML;
  pane.innerHTML = '<flexipage-host></flexipage-host>';
  find(page, 'flexipage-host').attachShadow({ mode: 'open' }).innerHTML = inside;
  expect(await missingOf(page)).toBe(4);
  expect(salesforce.findReplyBox(page)).toMatchObject({ kind: 'found', box: { visibility: 'public', family: 'ckeditor4' } });
});
