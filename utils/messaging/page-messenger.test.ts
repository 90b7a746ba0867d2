import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { messages } from './contract.ts';
import { pageMessages } from './page-contract.ts';
import { serveMessages } from './page-messenger.ts';

const id = 'test-extension-id';
const worker = { id, url: `chrome-extension://${id}/background.js` };
const handled = vi.fn(async () => ({ kind: 'nothing-to-undo' }));
let deliver: (message: unknown) => Promise<unknown>;
let stop = (): void => undefined;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue(`chrome-extension://${id}/`);
  const listeners: ((message: unknown, sender: never, respond: (answer: unknown) => void) => true | undefined)[] = [];
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => void listeners.push(listener as never));
  stop = serveMessages(Object.fromEntries(Object.keys(messages).map((name) => [name, handled])));
  deliver = (message) =>
    new Promise((resolve) => {
      if (listeners[0]?.(message, worker as never, resolve) !== true) setTimeout(() => resolve('unanswered'));
    });
});
afterEach(() => {
  stop();
  handled.mockClear();
  vi.restoreAllMocks();
});

const others = Object.keys(messages).filter((name) => !(name in pageMessages));
it.each(others)('%s is none of a content script’s and is left alone', async (name) => {
  expect(await deliver({ name, request: {} })).toBe('unanswered');
  expect(handled).not.toHaveBeenCalled();
});

it('what the worker orders of the page is answered', async () => {
  expect(await deliver({ name: 'reply-undo', request: {} })).toEqual({ ok: true, value: { kind: 'nothing-to-undo' } });
});
