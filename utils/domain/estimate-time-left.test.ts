import { expect, it } from 'vitest';
import { estimateTimeLeft } from './estimate-time-left.ts';
import { syncSchema, type Sync } from './sync.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString();
const after = (second: number): Date => new Date(at(second));
const half: Sync = syncSchema.parse({
  sourceId: 'help',
  runId: 'run',
  state: 'running',
  startedAt: at(0),
  steppedAt: at(60),
  done: 100,
  total: 200,
  added: 100,
  changed: 0,
  unchanged: 0,
  removed: 0,
});

it('what is left takes as long as what was read, less what has passed since', () => {
  expect(estimateTimeLeft(half, after(60))).toBe(60_000);
  expect(estimateTimeLeft(half, after(70))).toBe(50_000);
});

it('a night in which nobody read does not count', () => {
  const night = 8 * 60 * 60;
  const resumed = { ...half, steppedAt: at(60 + night), pausedMs: night * 1000 };
  expect(estimateTimeLeft(resumed, after(60 + night))).toBe(60_000);
});

it.each([
  ['it waits', { state: 'waiting' }],
  ['the source does not say how many there are', { total: undefined }],
  ['more was read than the source said', { done: 201 }],
  ['it has read for two seconds', { steppedAt: at(2) }],
  ['it has read nine articles', { done: 9 }],
] as const)('nothing is said while %s', (_when, part) => {
  const sync: Sync = { ...half, ...part };
  expect(estimateTimeLeft(sync, new Date(sync.steppedAt))).toBeUndefined();
});

it('nothing is said of a reading that stands still, or by a clock that was put back', () => {
  expect(estimateTimeLeft(half, after(121))).toBeUndefined();
  expect(estimateTimeLeft(half, after(59))).toBeUndefined();
});
