import { expect, it } from 'vitest';
import { sourceSchema, type Source } from '../../utils/domain/passage.ts';
import { syncSchema, type Sync } from '../../utils/domain/sync.ts';
import { describeProgress, describeSource, isUnderWay, toStateTag } from './source-state.ts';
import { describeMoment, describeTimeLeft, findNextReading } from './source-time.ts';

const nowMs = Date.parse('2026-11-21T12:00:00.000Z');
const source: Source = sourceSchema.parse({
  id: 's1',
  kind: 'help-centre',
  name: 'Help centre, help.northwind.example',
  audience: 'public',
  importedAt: '2026-05-03T09:00:00.000Z',
  origin: { kind: 'help-centre', product: 'zendesk', baseUrl: 'https://help.northwind.example' },
  everyHours: 24,
  articles: 412,
  passages: 1204,
  unreadable: [],
});
const sync = (part: Partial<Sync>): Sync =>
  syncSchema.parse({
    sourceId: 's1',
    runId: 'r1',
    state: 'done',
    startedAt: '2026-11-21T11:58:00.000Z',
    steppedAt: '2026-11-21T11:59:00.000Z',
    done: 100,
    added: 0,
    changed: 0,
    unchanged: 100,
    removed: 0,
    ...part,
  });

it('a source says its kind, its size, its last and its next reading', () => {
  const text = describeSource(source, sync({ completedAt: '2026-11-20T12:30:00.000Z', changed: 3, removed: 1 }), nowMs);
  expect(text).toMatch(/^412 articles · 1,204 passages · read .+, 3 changed, 1 gone · next .+$/);
});

it('the kind is said unless the name says it', () => {
  expect(describeSource({ ...source, kind: 'web-pages', name: 'docs.example' }, undefined, nowMs)).toMatch(/^Web pages · /);
});

it('a source that was handed over once has no next reading', () => {
  const { origin: _, everyHours: __, ...rest } = source;
  const text = describeSource({ ...rest, kind: 'files' }, undefined, nowMs);
  expect(text).toContain('added 3 May');
  expect(text).not.toMatch(/next|every|told/);
});

it('without a schedule it says that it is read only when told to', () => {
  const { everyHours: _, ...rest } = source;
  expect(describeSource(rest, undefined, nowMs)).toContain('not read yet · read only when told to');
});

it('a reading that was cut short says when the schedule tries again', () => {
  const failed = sync({ state: 'failed', completedAt: '2026-11-20T12:30:00.000Z', retryAt: '2026-11-23T12:30:00.000Z' });
  expect(describeSource(source, failed, nowMs)).toContain('tries again 23 Nov');
  expect(describeSource(source, sync({ state: 'cancelled', completedAt: '2026-11-20T12:30:00.000Z' }), nowMs)).not.toContain(
    'next',
  );
});

it('who may not read it is said: segments by name, internal as such', () => {
  expect(describeSource({ ...source, audience: 'segment', segments: ['Pro', 'Team'] }, undefined, nowMs)).toContain(
    'for Pro, Team',
  );
  expect(describeSource({ ...source, audience: 'internal' }, undefined, nowMs)).toContain('never used in public replies');
});

it('solved tickets say that details are redacted and that they are never cited', () => {
  const text = describeSource({ ...source, kind: 'solved-tickets', audience: 'internal' }, undefined, nowMs);
  expect(text).toContain('412 tickets');
  expect(text).toContain('personal details redacted');
  expect(text).toContain('never cited');
});

it('progress has counts and the time left', () => {
  expect(describeProgress(sync({ state: 'running', total: 300, added: 12 }), nowMs)).toBe(
    '100 of 300 articles read · 12 new · about 1 minute left · You can go on working',
  );
});

it('without a total there is no time left, only what was read', () => {
  expect(describeProgress(sync({ state: 'running' }), nowMs)).toBe('100 articles read so far · You can go on working');
});

it('a reading that was asked to wait says who asked and when it goes on', () => {
  const waiting = sync({
    state: 'waiting',
    retryAt: '2026-11-21T12:10:00.000Z',
    failure: { kind: 'source-busy', host: 'help.example', retryAfterMs: 600_000 },
  });
  expect(describeProgress(waiting, nowMs)).toMatch(
    /^help\.example asked for fewer requests\. Reading goes on today .+ 100 articles read so far\.$/,
  );
});

it.each([
  ['done', undefined],
  ['running', undefined],
  ['waiting', 'Waiting'],
  ['cancelled', 'Stopped'],
  ['failed', 'Not read yet'],
] as const)('%s is tagged %s', (state, text) => {
  expect(toStateTag(sync({ state }), nowMs)?.text).toBe(text);
});

it('a failed reading says how old the kept copy is', () => {
  expect(toStateTag(sync({ state: 'failed', completedAt: '2026-11-17T08:00:00.000Z' }), nowMs)).toEqual({
    tone: 'warning',
    text: 'Not read since 17 Nov',
  });
});

it('only what runs or waits is under way', () => {
  const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
  expect(states.filter((state) => isUnderWay(sync({ state })))).toEqual(['waiting', 'running']);
  expect(isUnderWay(undefined)).toBe(false);
});

it('a moment is named by its day in the reader’s time zone', () => {
  const named = (iso: string): string => describeMoment(iso, nowMs, 'Europe/Berlin');
  expect(named('2026-11-21T05:10:00.000Z')).toBe('today 06:10');
  expect(named('2026-11-20T23:30:00.000Z')).toBe('today 00:30');
  expect(named('2026-11-20T22:30:00.000Z')).toBe('yesterday 23:30');
  expect(named('2026-11-21T23:10:00.000Z')).toBe('tomorrow 00:10');
  expect(named('2026-11-03T12:00:00.000Z')).toBe('3 Nov');
  expect(named('2025-11-03T12:00:00.000Z')).toBe('3 Nov 2025');
});

it('the next reading is counted from the last complete one', () => {
  expect(findNextReading('2026-11-20T12:30:00.000Z', 24)).toBe('2026-11-21T12:30:00.000Z');
  expect(findNextReading(undefined, 24)).toBeUndefined();
  expect(findNextReading('2026-11-20T12:30:00.000Z', undefined)).toBeUndefined();
});

it.each([
  [undefined, undefined],
  [1000, 'about 5 seconds left'],
  [42_000, 'about 45 seconds left'],
  [60_000, 'about 1 minute left'],
  [89 * 60_000, 'about 89 minutes left'],
  [17 * 3_600_000, 'about 17 hours left'],
])('%s ms: %s', (ms, text) => {
  expect(describeTimeLeft(ms)).toBe(text);
});
