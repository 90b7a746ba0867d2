import { toFailure, type Failure } from '../../domain/failure.ts';
import type { SourceId } from '../../domain/passage.ts';
import type { Sync } from '../../domain/sync.ts';
import type { SourceStep } from '../../ports/knowledge-source.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** After this long the place has changed too much, and most products have forgotten the cursor: a reading begins anew. */
const MAX_CURSOR_AGE_MS = 72 * HOUR_MS;
/** Waits for a place that gives no connection, then it has failed. */
const WAITS_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS];
/** Nobody asks for more; a server that says so is asked again all the same. */
const MAX_WAIT_MS = 24 * HOUR_MS;
/** Whatever the settings say: a place is not read all the time. */
const MIN_BETWEEN_MS = 5 * MINUTE_MS;

/** A reading that is asked for and begins at the start of its source. `last` is the source's newest one so far. */
export function toFresh(sourceId: SourceId, runId: string, now: Date, last: Sync | undefined): Sync {
  const at = now.toISOString();
  return {
    sourceId,
    runId,
    state: 'waiting',
    startedAt: at,
    steppedAt: at,
    done: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    removed: 0,
    ...(last?.completedAt ? { completedAt: last.completedAt } : {}),
  };
}

/** Can a reading go on from its cursor? Not one that was complete, nor one that has lain for days. */
export function canGoOn(last: Sync, now: Date): boolean {
  return last.state !== 'done' && now.getTime() - Date.parse(last.steppedAt) <= MAX_CURSOR_AGE_MS;
}

/** A reading that was cut short, asked for again: at once, with all its waits before it. */
export function toAsked({ failure: _failure, retryAt: _retryAt, waits: _waits, ...last }: Sync): Sync {
  return { ...last, state: 'waiting' };
}

export function toRunning({ failure: _failure, retryAt: _retryAt, ...row }: Sync, now: Date): Sync {
  const idleMs = Math.max(0, now.getTime() - Date.parse(row.steppedAt));
  return { ...row, state: 'running', pausedMs: (row.pausedMs ?? 0) + idleMs };
}

/** The row to save with a step; the writer adds what the step added, changed and removed. */
export function toStepped({ waits: _waits, ...row }: Sync, step: SourceStep, now: Date): Sync {
  const { articles, unchanged, removed, unreadable, cursor, total = row.total } = step;
  const looked = articles.length + unchanged.length + removed.length + unreadable.length;
  return {
    ...row,
    cursor,
    done: row.done + looked,
    steppedAt: now.toISOString(),
    ...(total === undefined ? {} : { total }),
  };
}

/** The row after something was thrown: it waits when another try may mend it, and has failed when it won't. */
export function toStopped(row: Sync, thrown: unknown, now: Date, everyHours: number | undefined): Sync {
  const failure = toFailure(thrown);
  const waits = row.waits ?? 0;
  const waitMs = findWait(failure, waits);
  if (waitMs === undefined) return { ...withSchedule(row, now, everyHours), state: 'failed', failure };
  return {
    ...row,
    state: 'waiting',
    failure: failure.kind === 'source-busy' ? { ...failure, retryAfterMs: waitMs } : failure,
    waits: waits + 1,
    retryAt: addMs(now, waitMs),
  };
}

export function toCancelled({ failure: _failure, ...row }: Sync, now: Date, everyHours: number | undefined): Sync {
  return { ...withSchedule(row, now, everyHours), state: 'cancelled' };
}

/** Time from one reading of a source to the next, where it has a schedule. */
export function toIntervalMs(everyHours: number | undefined): number | undefined {
  return everyHours === undefined ? undefined : Math.max(MIN_BETWEEN_MS, everyHours * HOUR_MS);
}

function withSchedule({ retryAt: _retryAt, waits: _waits, ...row }: Sync, now: Date, everyHours: number | undefined): Sync {
  const intervalMs = toIntervalMs(everyHours);
  return intervalMs === undefined ? row : { ...row, retryAt: addMs(now, intervalMs) };
}

/** A busy place is given at least what it asks for, and longer each time; how often, it decides. */
function findWait(failure: Failure, waits: number): number | undefined {
  if (failure.kind === 'source-unreachable') return WAITS_MS[waits];
  if (failure.kind !== 'source-busy') return undefined;
  const least = WAITS_MS[Math.min(waits, WAITS_MS.length - 1)] ?? MINUTE_MS;
  return Math.min(MAX_WAIT_MS, Math.max(least, failure.retryAfterMs));
}

const addMs = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
