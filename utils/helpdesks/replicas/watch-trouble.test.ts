import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageReport } from '../../domain/page-report.ts';
import { watchPage } from '../watch-page.ts';
import { openReplica, startState } from './replica.test-support.ts';
import { zendeskReplica } from './zendesk.test-support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('takes an API that does not answer for a while for no other conversation, although the page gives other ids', async () => {
  const page = openReplica(zendeskReplica, startState('4101'));
  const reports: PageReport[] = [];
  const stop = new AbortController();
  watchPage(
    {
      readPage: () => page,
      report: (report) => void reports.push(report),
      sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    },
    stop.signal,
  );
  await vi.advanceTimersByTimeAsync(1000);
  page.break(() => ({ status: 429, type: 'application/json', text: '{}' }));
  const before = page.asked.length;
  await vi.advanceTimersByTimeAsync(200_000);
  page.break(undefined);
  await vi.advanceTimersByTimeAsync(200_000);
  expect(page.asked.length, 'it was asked meanwhile').toBeGreaterThan(before);
  expect(reports.map(({ kind }) => kind)).toEqual(['reading', 'ticket']);
  stop.abort();
});
