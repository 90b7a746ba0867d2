import { browser } from 'wxt/browser';
import { EMBEDDING_ALARM } from './create-embedding.ts';
import type { createWorker } from './create-worker.ts';
import { keepRetentionAlarm, removeOldOutcomes } from './remove-old-outcomes.ts';
import { SYNC_ALARM } from './sync/sync-alarm.ts';

/** Does what the worker does by the clock, and what the last worker left undone; call it once, in the first turn. */
export function serveAlarms(worker: Pick<ReturnType<typeof createWorker>, 'outcomes' | 'syncs' | 'embedKnowledge'>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) void worker.syncs.wake();
    else if (name === EMBEDDING_ALARM) void worker.embedKnowledge.resume().catch(() => undefined);
    else void removeOldOutcomes(worker.outcomes);
  });
  void keepRetentionAlarm();
  void worker.embedKnowledge.resume().catch(() => undefined);
  // Readings that were cut short go on, and their alarm is set, should the browser have lost it.
  void worker.syncs.wake();
}
