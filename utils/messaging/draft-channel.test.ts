import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftStream } from './contract.ts';
import { serveDraftChannel } from './draft-channel.ts';

const id = 'test-extension-id';
const origin = `chrome-extension://${id}`;
const page = { id, url: `${origin}/sidepanel.html` };
const strangers = {
  nobody: undefined,
  'a sender without a name': {},
  'another extension': { id: 'someone-else', url: 'chrome-extension://someone-else/sidepanel.html' },
  'our id from another origin': { id, url: 'chrome-extension://someone-else/sidepanel.html', tab: { id: 7 } },
  'a look-alike origin': { id, url: `${origin}.example/sidepanel.html`, tab: { id: 7 } },
  'our content script': { id, tab: { id: 7 }, frameId: 0, url: 'https://desk.example/tickets/1' },
  'a frame of a helpdesk': { id, tab: { id: 7 }, frameId: 4, url: 'https://desk.example/frame' },
  'our page in a frame': { id, tab: { id: 7 }, frameId: 3, url: `${origin}/sidepanel.html` },
  'the worker': { id, url: `${origin}/background.js` },
  'a file': { id, tab: { id: 7 }, frameId: 0, url: 'file:///sidepanel.html' },
  'a data address': { id, tab: { id: 7 }, frameId: 0, url: 'data:text/html,x' },
  'a page without an address': { id, tab: { id: 7 }, frameId: 0 },
} as const;
const start = { kind: 'draft-start', tabId: 7, draftId: 'd', again: false, without: [], pinned: [], facts: [], anyway: false };
/** Every kind of request, well formed. A new kind without a row here fails the test below. */
const requests: Record<string, Record<string, unknown>> = {
  'draft-start': start,
  'draft-refine': { kind: 'draft-refine', tabId: 7, draftId: 'd', step: { kind: 'shorter' } },
  'draft-read': { kind: 'draft-read', tabId: 7, draftId: 'd', what: 'draft' },
  'draft-extras': { kind: 'draft-extras', tabId: 7, draftId: 'd' },
  'draft-note': { kind: 'draft-note', tabId: 7, draftId: 'd' },
  'draft-compare': { kind: 'draft-compare', tabId: 7, strategy: 'retrieval' },
};
const kinds = draftStream.up.options.map((option) => option.shape.kind.value);
/** What takes the place of each field in turn. */
const wrong: readonly unknown[] = [
  undefined,
  null,
  {},
  [],
  -0.5,
  '',
  'x'.repeat(2000),
  true,
  { kind: 'x' },
  { toString: 'x' },
  Number.NaN,
];

const serve = vi.fn(async () => undefined);
let connect: (sender: unknown) => { readonly send: (raw: unknown) => void; readonly isOpen: () => boolean };

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue(`${origin}/`);
  const listeners: ((port: never) => void)[] = [];
  vi.spyOn(browser.runtime.onConnect, 'addListener').mockImplementation((listener) => void listeners.push(listener as never));
  serveDraftChannel(serve);
  connect = (sender) => {
    let send = (_raw: unknown): void => undefined;
    let isOpen = true;
    const leave: (() => void)[] = [];
    const port = {
      name: draftStream.name,
      sender,
      disconnect: () => {
        isOpen = false;
        for (const listener of leave) listener();
      },
      postMessage: () => undefined,
      onMessage: { addListener: (listener: (raw: unknown) => void) => void (send = listener) },
      onDisconnect: { addListener: (listener: () => void) => void leave.push(listener) },
    };
    for (const listener of listeners) listener(port as never);
    return { send: (raw) => send(raw), isOpen: () => isOpen };
  };
});
afterEach(() => {
  serve.mockClear();
  vi.restoreAllMocks();
});

it('every kind of request has a row here', () => {
  expect(Object.keys(requests).toSorted()).toEqual(kinds.toSorted());
});

it.each(kinds)('%s from one of our pages is served once', (kind) => {
  const port = connect(page);
  port.send(requests[kind]);
  expect(serve).toHaveBeenCalledTimes(1);
  port.send(requests[kind]);
  expect(port.isOpen()).toBe(false);
  expect(serve).toHaveBeenCalledTimes(1);
});

it.each(Object.keys(strangers))('%s gets no stream, whatever is asked', (name) => {
  for (const kind of kinds) {
    const port = connect(strangers[name as keyof typeof strangers]);
    port.send(requests[kind]);
    expect(port.isOpen()).toBe(false);
  }
  expect(serve).not.toHaveBeenCalled();
});

it.each(kinds.flatMap((kind) => Object.keys(requests[kind] ?? {}).map((field) => ({ kind, field }))))(
  '$kind with anything wrong for its $field is refused and reaches no server',
  ({ kind, field }) => {
    const option = draftStream.up.options.find(({ shape }) => shape.kind.value === kind);
    const bad = wrong.filter((value) => !option?.safeParse({ ...requests[kind], [field]: value }).success);
    // A yes or no takes one of these, an instruction none.
    expect(bad.length).toBeGreaterThanOrEqual(wrong.length - 1);
    for (const value of bad) {
      const port = connect(page);
      port.send({ ...requests[kind], [field]: value });
      expect(port.isOpen()).toBe(false);
    }
    expect(serve).not.toHaveBeenCalled();
  },
);

it.each([undefined, null, 0, '', 'draft-start', [], {}, [start], { kind: 'toString' }, { ...start, kind: '__proto__' }])(
  '%j is no request',
  (raw) => {
    const port = connect(page);
    port.send(raw);
    expect(port.isOpen()).toBe(false);
    expect(serve).not.toHaveBeenCalled();
  },
);
