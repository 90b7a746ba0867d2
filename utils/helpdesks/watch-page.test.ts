import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageReport } from '../domain/page-report.ts';
import { openSaved, savedHelpdesks, type SavedHelpdesk } from './saved-helpdesks.test-support.ts';
import { watchPage } from './watch-page.ts';

const demo = savedHelpdesks.find(({ adapter }) => adapter.id === 'demo') as SavedHelpdesk;
const API = '/api/tickets/7';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(demo.adapter, 'askEveryMs');
});

function watch(first = demo.pages[API]) {
  let answer = first;
  const state = { href: '/tickets/7', sight: 'visible' };
  const saved = openSaved(demo, '/tickets/7', (path, known) => (path === API ? answer : known));
  Object.defineProperty(saved.document, 'visibilityState', { get: () => state.sight });
  const reports: PageReport[] = [];
  const stop = new AbortController();
  const watching = watchPage(
    {
      readPage: () => ({ ...saved, url: new URL(state.href, saved.url) }),
      report: (report) => void reports.push(report),
      sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    },
    stop.signal,
  );
  const say = (text: string): void => {
    answer = { type: 'application/json', text };
  };
  const addMessage = (): void =>
    say(
      (answer?.text ?? '')
        .replace(
          '"messages":[',
          `"messages":[{"id":"9","author":{"id":"x","name":"X"},"authorRole":"agent","visibility":"public","createdAt":"2026-11-17T10:00:00Z","text":"Hi"},`,
        )
        .replaceAll('"id":"2","author"', '"id":"3","author"'),
    );
  return { reports, stop, state, saved, say, addMessage, watching };
}
/** happy-dom takes only events of its own window. */
function dispatch(target: Document | Window | null, name: string): void {
  const view = target && 'defaultView' in target ? target.defaultView : target;
  const { Event: OwnEvent } = view as Window & typeof globalThis;
  target?.dispatchEvent(new OwnEvent(name));
}
const kinds = (reports: readonly PageReport[]): string[] => reports.map(({ kind }) => kind);

it('reports that it reads, then the ticket, once', async () => {
  const { reports, saved } = watch();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(kinds(reports)).toEqual(['reading', 'ticket']);
  expect(saved.asked).toEqual([API]);
});

it('notices another address within a second', async () => {
  const { reports, state } = watch();
  await vi.advanceTimersByTimeAsync(500);
  state.href = '/tickets';
  await vi.advanceTimersByTimeAsync(1000);
  expect(kinds(reports).at(-1)).toBe('no-ticket');
});

it('notices a new message while the tab is in sight', async () => {
  const { reports, addMessage } = watch();
  await vi.advanceTimersByTimeAsync(100);
  addMessage();
  await vi.advanceTimersByTimeAsync(16_000);
  expect(reports.at(-1)).toMatchObject({ kind: 'ticket', ticket: { messages: [{ id: '9' }, { id: '1' }, { id: '3' }] } });
});

it('asks nothing in a tab out of sight, and at once when it is back', async () => {
  const { reports, state, saved, addMessage } = watch();
  await vi.advanceTimersByTimeAsync(100);
  state.sight = 'hidden';
  addMessage();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(saved.asked.length).toBe(1);
  state.sight = 'visible';
  dispatch(saved.document, 'visibilitychange');
  await vi.advanceTimersByTimeAsync(100);
  expect(reports.length).toBe(3);
});

it('tries a half ticket again before it says that it cannot be read, and goes on looking', async () => {
  const { reports, say } = watch({ type: 'application/json', text: '{"id":"7"}' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(kinds(reports)).toEqual(['reading', 'unreadable']);
  say(demo.pages[API]?.text ?? '');
  await vi.advanceTimersByTimeAsync(16_000);
  expect(kinds(reports).at(-1)).toBe('ticket');
});

it('tells when the box turns to an internal note, without asking the helpdesk', async () => {
  const { reports, saved } = watch();
  await vi.advanceTimersByTimeAsync(100);
  saved.document.querySelector('form')?.setAttribute('data-visibility', 'internal');
  await vi.advanceTimersByTimeAsync(1000);
  expect(reports.at(-1)).toMatchObject({ replyBox: { kind: 'here', visibility: 'internal' } });
  expect(saved.asked.length).toBe(1);
});

it('is quiet once stopped', async () => {
  const { reports, stop, saved, state } = watch();
  await vi.advanceTimersByTimeAsync(100);
  stop.abort();
  state.href = '/tickets';
  await vi.advanceTimersByTimeAsync(60_000);
  expect([kinds(reports), saved.asked.length]).toEqual([['reading', 'ticket'], 1]);
});

it('notices a ticket that the page changes at the same address', async () => {
  const { reports, saved } = watch();
  await vi.advanceTimersByTimeAsync(100);
  const openTicketId = vi.spyOn(demo.adapter, 'openTicketId').mockReturnValue(undefined);
  await vi.advanceTimersByTimeAsync(1000);
  openTicketId.mockRestore();
  expect(kinds(reports).at(-1)).toBe('no-ticket');
  expect(saved.asked).toEqual([API]);
});

it('goes to the next page although the one before is still being read', async () => {
  const { reports, state, saved } = watch();
  await vi.advanceTimersByTimeAsync(100);
  const fetch = vi.spyOn(saved, 'fetch').mockImplementation(() => new Promise(() => undefined));
  state.href = '/tickets/7?again';
  await vi.advanceTimersByTimeAsync(1000);
  expect(fetch).toHaveBeenCalledOnce();
  state.href = '/tickets';
  await vi.advanceTimersByTimeAsync(1000);
  expect(kinds(reports).at(-1)).toBe('no-ticket');
});

it.each(['hashchange', 'popstate'])('looks at once when the browser says %s', async (name) => {
  const { reports, state, saved } = watch();
  await vi.advanceTimersByTimeAsync(1100);
  state.href = '/tickets';
  dispatch(saved.document.defaultView, name);
  await vi.advanceTimersByTimeAsync(0);
  expect(kinds(reports).at(-1)).toBe('no-ticket');
});

/** Puts an element into the page; the observer hears of it in a turn of its own. */
async function addElement({ document }: { readonly document: Document }, html: string, under = 'body'): Promise<void> {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.querySelector(under)?.append(element);
  await vi.advanceTimersByTimeAsync(0);
}

it('asks soon when an element came into the page, and no more often than every five seconds', async () => {
  const { reports, saved, addMessage } = watch();
  await vi.advanceTimersByTimeAsync(5100);
  addMessage();
  await addElement(saved, '<p>A new message</p>');
  await vi.advanceTimersByTimeAsync(1000);
  expect(reports.at(-1)).toMatchObject({ ticket: { messages: [{ id: '9' }, { id: '1' }, { id: '3' }] } });
  const asked = saved.asked.length;
  for (let second = 0; second < 20; second += 1) {
    await addElement(saved, '<p>Typing…</p>');
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(saved.asked.length - asked).toBeLessThanOrEqual(4);
  expect(saved.asked.length - asked).toBeGreaterThanOrEqual(3);
});

it('takes what the agent types for no news', async () => {
  const { saved } = watch();
  await vi.advanceTimersByTimeAsync(5100);
  await addElement(saved, '<p>Dear Maria</p>', '[contenteditable]');
  await vi.advanceTimersByTimeAsync(5000);
  expect(saved.asked).toEqual([API]);
});

it('asks at the helpdesk’s own pace where it has one, news or not', async () => {
  Object.defineProperty(demo.adapter, 'askEveryMs', { value: 60_000, configurable: true });
  const { saved } = watch();
  await vi.advanceTimersByTimeAsync(100);
  await addElement(saved, '<p>A new message</p>');
  await vi.advanceTimersByTimeAsync(58_000);
  expect(saved.asked.length).toBe(1);
  await vi.advanceTimersByTimeAsync(3000);
  expect(saved.asked.length).toBe(2);
});

it('runs no timer and no observer in a tab out of sight', async () => {
  const { state, saved } = watch();
  await vi.advanceTimersByTimeAsync(100);
  state.sight = 'hidden';
  dispatch(saved.document, 'visibilitychange');
  expect(vi.getTimerCount()).toBe(0);
  state.sight = 'visible';
  dispatch(saved.document, 'visibilitychange');
  expect(vi.getTimerCount()).toBeGreaterThan(0);
});

it('says that the page cannot be read when something in it stands in the way, and reads it when that is gone', async () => {
  const { reports, saved } = watch();
  await vi.advanceTimersByTimeAsync(100);
  Object.defineProperty(saved.document, 'querySelector', { value: {}, configurable: true });
  await vi.advanceTimersByTimeAsync(1000);
  expect(reports.at(-1)).toMatchObject({
    kind: 'unreadable',
    failure: { missing: expect.stringContaining('stands in the way') },
  });
  Reflect.deleteProperty(saved.document, 'querySelector');
  await vi.advanceTimersByTimeAsync(16_000);
  expect(kinds(reports).at(-1)).toBe('ticket');
});

it('says that the session is over when a question is answered so', async () => {
  const { reports, saved } = watch();
  await vi.advanceTimersByTimeAsync(100);
  vi.spyOn(saved, 'fetch').mockImplementation(async () => new Response('', { status: 401 }));
  await vi.advanceTimersByTimeAsync(16_000);
  expect(reports.at(-1)).toMatchObject({ kind: 'unreadable', failure: { kind: 'signed-out' } });
});
