import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageReport } from '../domain/page-report.ts';
import { openSaved, savedHelpdesks, type SavedHelpdesk } from './saved-helpdesks.test-support.ts';
import { watchPage } from './watch-page.ts';

const demo = savedHelpdesks.find(({ adapter }) => adapter.id === 'demo') as SavedHelpdesk;
const API = '/api/tickets/7';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
  saved.document.dispatchEvent(new (saved.document.defaultView as unknown as { Event: typeof Event }).Event('visibilitychange'));
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
