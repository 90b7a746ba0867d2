import type { Source, SourceId } from '../../domain/passage.ts';
import type { Sync } from '../../domain/sync.ts';
import { toIntervalMs } from './sync-row.ts';

export type Readable = { readonly source: Source; readonly sync: Sync | undefined };

/**
 * When a source is to be read next, Unix time in ms; 0 when somebody waits for it, or its reading was cut short by the end
 * of a worker. `undefined`: only when told to.
 */
export function findNextReading({ source, sync }: Readable): number | undefined {
  if (!source.origin || source.origin.kind === 'vector-store') return undefined;
  const intervalMs = toIntervalMs(source.everyHours);
  if (!sync) return intervalMs === undefined ? undefined : 0;
  if (sync.state === 'running') return 0;
  if (sync.state === 'waiting') return sync.retryAt === undefined ? 0 : Date.parse(sync.retryAt);
  if (intervalMs === undefined) return undefined;
  if (sync.state === 'done') return Date.parse(sync.completedAt ?? sync.steppedAt) + intervalMs;
  return sync.retryAt === undefined ? undefined : Date.parse(sync.retryAt);
}

/** The source to read now: what was under way first, then what has waited longest. */
export function chooseSync(all: readonly Readable[], now: Date): SourceId | undefined {
  return all
    .filter((each) => isDue(each, now))
    .toSorted((a, b) => rank(a) - rank(b) || (findNextReading(a) ?? 0) - (findNextReading(b) ?? 0))[0]?.source.id;
}

export function isDue(readable: Readable, now: Date): boolean {
  const at = findNextReading(readable);
  return at !== undefined && at <= now.getTime();
}

/** The first time at which something is to be read, or one of `others` (Unix times in ms); `undefined` when there is none. */
export function findNextWake(all: readonly Readable[], others: readonly number[]): Date | undefined {
  const times = [...others, ...all.flatMap((each) => findNextReading(each) ?? [])];
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

const rank = ({ sync }: Readable): number => (sync?.state === 'running' ? 0 : sync?.state === 'waiting' ? 1 : 2);
