import { browser } from 'wxt/browser';
import { EMBEDDING_ALARM } from './create-embedding.ts';
import type { createWorker } from './create-worker.ts';
import { SYNC_ALARM } from './sync/sync-alarm.ts';

/** Does what the worker does by the clock, and what the last worker left undone; call it once, in the first turn. */
export function serveAlarms(
  worker: Pick<ReturnType<typeof createWorker>, 'removeOldRecords' | 'syncs' | 'embedKnowledge'>,
): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) void worker.syncs.wake();
    else if (name === EMBEDDING_ALARM) void worker.embedKnowledge.resume().catch(() => undefined);
    else void worker.removeOldRecords().catch(() => undefined);
  });
  void keepRetentionAlarm();
  void worker.embedKnowledge.resume().catch(() => undefined);
  // Readings that were cut short go on, and their alarm is set, should the browser have lost it.
  void worker.syncs.wake();
}

/** Sets the daily alarm unless it is set: setting it at each waking would put it off for ever. */
async function keepRetentionAlarm(): Promise<void> {
  if (!(await browser.alarms.get('retention')))
    await browser.alarms.create('retention', { delayInMinutes: 5, periodInMinutes: 24 * 60 });
}
