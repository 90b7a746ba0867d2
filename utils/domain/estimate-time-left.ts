import type { Sync } from './sync.ts';

/** Reading for less than this, or fewer articles, says nothing about the rest. */
const MIN_MEASURED_MS = 5000;
const MIN_MEASURED_ARTICLES = 10;
/** Nothing was saved for so long: the pace of before no longer holds. */
const MAX_SILENCE_MS = 60_000;

/**
 * Milliseconds until a reading is through, at the pace of the time in which it really read (waits are left out), less what
 * has passed since its last step. `undefined` while that can't be defended: it isn't running, the source doesn't say how
 * much there is or says less than was read, too little was read, or nothing was saved for a minute.
 */
export function estimateTimeLeft(sync: Sync, now: Date): number | undefined {
  const { state, done, total, startedAt, steppedAt, pausedMs = 0 } = sync;
  if (state !== 'running' || total === undefined || done < MIN_MEASURED_ARTICLES || done >= total) return undefined;
  const readMs = Date.parse(steppedAt) - Date.parse(startedAt) - pausedMs;
  const sinceMs = now.getTime() - Date.parse(steppedAt);
  if (readMs < MIN_MEASURED_MS || sinceMs < 0 || sinceMs > MAX_SILENCE_MS) return undefined;
  return Math.max(0, (readMs / done) * (total - done) - sinceMs);
}
