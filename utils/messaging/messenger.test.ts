import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { messages, type MessageName } from './contract.ts';
import { serveMessages } from './messenger.ts';

const id = 'test-extension-id';
const origin = `chrome-extension://${id}`;
const senders = {
  content: { id, tab: { id: 7 }, frameId: 0, url: 'https://desk.example/tickets/1' },
  page: { id, url: `${origin}/sidepanel.html` },
  worker: { id, url: `${origin}/background.js` },
} as const;
const strangers = [
  undefined,
  {},
  { id: 'someone-else', url: 'chrome-extension://someone-else/x.html' },
  { id, tab: { id: 7 }, frameId: 4, url: 'https://desk.example/frame' },
  { id, tab: { id: 7 }, frameId: 0, url: 'file:///ticket.html' },
];
const malformed = [
  undefined,
  null,
  0,
  '',
  [],
  'text',
  { tabId: 'x' },
  { report: {} },
  { draftId: 5 },
  { draftId: '' },
  { lock: null },
];

const names = Object.keys(messages).filter((name): name is MessageName => name in messages);
const handled = vi.fn();
let stop = (): void => undefined;
let deliver: (message: unknown, sender: unknown) => Promise<unknown>;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue(`${origin}/`);
  const listeners: ((message: unknown, sender: never, respond: (answer: unknown) => void) => true | undefined)[] = [];
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => void listeners.push(listener as never));
  const handlers = Object.fromEntries(names.map((name) => [name, handled]));
  stop = serveMessages(handlers);
  deliver = (message, sender) =>
    new Promise((resolve) => {
      const waits = listeners[0]?.(message, sender as never, resolve);
      if (waits !== true) setTimeout(() => resolve('unanswered'));
    });
});
afterEach(() => {
  stop();
  handled.mockReset();
  vi.restoreAllMocks();
});

const others = names.flatMap((name) =>
  (['content', 'page', 'worker'] as const).filter((who) => who !== messages[name].from).map((who) => ({ name, who })),
);
it.each(others)('$name from the $who is refused and reaches no handler', async ({ name, who }) => {
  expect(await deliver({ name, request: {} }, senders[who])).toMatchObject({ ok: false, error: { kind: 'message-refused' } });
  expect(handled).not.toHaveBeenCalled();
});

it.each(names)('%s from a stranger is refused and reaches no handler', async (name) => {
  for (const stranger of strangers) {
    expect(await deliver({ name, request: {} }, stranger)).toMatchObject({ ok: false });
  }
  expect(handled).not.toHaveBeenCalled();
});

it.each(names.filter((name) => Object.keys(messages[name].request.shape).length > 0))(
  '%s that does not fit its schema reaches no handler',
  async (name) => {
    for (const request of malformed) {
      expect(await deliver({ name, request }, senders[messages[name].from])).toMatchObject({
        ok: false,
        error: { kind: 'message-refused' },
      });
    }
    expect(handled).not.toHaveBeenCalled();
  },
);

it('an unknown message, or one that is no message, is left alone', async () => {
  for (const message of [
    undefined,
    'page-reported',
    { name: 'toString', request: {} },
    { name: '__proto__', request: {} },
    { request: {} },
  ]) {
    expect(await deliver(message, senders.page)).toBe('unanswered');
  }
});

it('a well-formed message from its sender is answered', async () => {
  handled.mockResolvedValue({ kind: 'done' });
  expect(await deliver({ name: 'draft-seen', request: { draftId: 'd1' } }, senders.page)).toEqual({
    ok: true,
    value: { kind: 'done' },
  });
});

it('a handler that throws answers with a failure', async () => {
  handled.mockRejectedValue(new Error('no such table'));
  expect(await deliver({ name: 'draft-seen', request: { draftId: 'd1' } }, senders.page)).toEqual({
    ok: false,
    error: { kind: 'unexpected', said: 'no such table' },
  });
});
