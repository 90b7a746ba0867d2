import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OutcomeRow, OutcomeStep } from '../domain/outcome.ts';
import { countLadder } from './ladder.ts';
import { makeOutcomeRows } from './make-outcome-rows.ts';

const at = '2026-11-20T09:00:00.000Z';
const always = { fromMs: 0, toMs: Date.parse('2100-01-01') };
const opportunity = (ticket: number, ...steps: OutcomeStep[]): OutcomeRow[] => makeOutcomeRows({ ticket, at, steps });
const countsOf = (rows: readonly OutcomeRow[]): number[] => countLadder(rows, always).map((rung) => rung.count);
const lossesOf = (rows: readonly OutcomeRow[]) =>
  countLadder(rows, always).flatMap((rung) => rung.losses.map(({ reason, count }) => [rung.step, reason.kind, count]));

it('counts eligible, offered, seen, inserted, sent, retained', () => {
  const rows = [
    ...opportunity(1, 'eligible', 'offered', 'seen', 'inserted', 'sent', 'retained'),
    ...opportunity(2, 'eligible', 'offered', 'seen', 'inserted', 'sent'),
    ...opportunity(3, 'eligible', 'offered', 'seen'),
    ...opportunity(4, 'eligible'),
  ];
  expect(countsOf(rows)).toEqual([4, 3, 3, 2, 2, 1]);
});

it('a later step stands for those before it: retained without a seen row was seen', () => {
  expect(countsOf(opportunity(1, 'eligible', 'offered', 'retained'))).toEqual([1, 1, 1, 1, 1, 1]);
  expect(countsOf(opportunity(2, 'rejected'))).toEqual([1, 1, 1, 0, 0, 0]);
});

it('says what was lost on each step, and why', () => {
  const rows = [
    ...opportunity(1, 'eligible', 'abstained'),
    ...opportunity(2, 'eligible', 'own-reply'),
    ...opportunity(3, 'eligible'),
    ...opportunity(4, 'eligible', 'offered', 'own-reply'),
    ...opportunity(5, 'eligible', 'offered', 'seen', 'rejected', 'own-reply'),
    ...opportunity(6, 'eligible', 'offered', 'seen', 'own-reply'),
    ...opportunity(7, 'eligible', 'offered', 'seen', 'inserted', 'insert-undone', 'own-reply'),
    ...opportunity(8, 'eligible', 'offered', 'seen', 'inserted'),
    ...opportunity(9, 'eligible', 'offered', 'seen', 'inserted', 'sent'),
  ];
  expect(lossesOf(rows)).toEqual([
    ['offered', 'abstained', 1],
    ['offered', 'open', 1],
    ['offered', 'own-reply', 1],
    ['seen', 'own-reply', 1],
    ['inserted', 'own-reply', 1],
    ['inserted', 'rejected', 1],
    ['sent', 'open', 1],
    ['sent', 'undone', 1],
    ['retained', 'changed-more', 1],
  ]);
});

it('what was undone and then sent after all is no loss', () => {
  expect(countsOf(opportunity(1, 'eligible', 'offered', 'seen', 'inserted', 'insert-undone', 'sent', 'retained')).at(-1)).toBe(1);
});

it('an opportunity belongs to the period in which it began, with all that happened later', () => {
  const rows = opportunity(1, 'eligible', 'offered', 'seen', 'inserted', 'sent', 'retained');
  const oneMinute = { fromMs: Date.parse(at), toMs: Date.parse(at) + 60_000 };
  expect(countLadder(rows, oneMinute).map((rung) => rung.count)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(countLadder(rows, { fromMs: Date.parse(at) + 1, toMs: always.toMs })[0]?.count).toBe(0);
});

it('a step that a newer version wrote is passed over', () => {
  const rows = opportunity(1, 'eligible', 'offered');
  const [, offered] = rows;
  const later = [
    { ...offered, id: 'solved:1', step: 'solved' },
    { ...offered, id: 'x', opportunityId: 'demo/desk/99/', step: 'solved' },
  ];
  // What an older extension reads from a newer database; its own type cannot say so.
  expect(countsOf([...rows, ...(later as OutcomeRow[])])).toEqual([1, 1, 0, 0, 0, 0]);
});

const allSteps: OutcomeStep[] = [
  'eligible',
  'abstained',
  'offered',
  'seen',
  'rejected',
  'inserted',
  'insert-undone',
  'sent',
  'retained',
  'own-reply',
];
const anyRows = fc
  .array(
    fc.record({ ticket: fc.integer({ min: 1, max: 5 }), steps: fc.subarray(allSteps, { minLength: 1 }), hour: fc.nat(23) }),
    { maxLength: 8 },
  )
  .map((plans) =>
    plans.flatMap(({ ticket, steps, hour }) =>
      makeOutcomeRows({ ticket, steps, at: `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z` }),
    ),
  );
const shuffled = (rows: readonly OutcomeRow[]) => fc.shuffledSubarray([...rows], { minLength: rows.length });

it('neither the order of rows nor rows written twice change anything', () => {
  fc.assert(
    fc.property(
      anyRows.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows), shuffled([...rows, ...rows]))),
      ([rows, otherOrder, twice]) => {
        const ladder = countLadder(rows, always);
        expect(countLadder(otherOrder, always)).toEqual(ladder);
        expect(countLadder(twice, always)).toEqual(ladder);
      },
    ),
  );
});

it('each rung is at most the one below, the losses are the difference, and the top of it is every opportunity', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const ladder = countLadder(rows, always);
      expect(ladder[0]?.count).toBe(new Set(rows.map((row) => row.opportunityId)).size);
      for (const [index, rung] of ladder.entries()) {
        const below = ladder[index - 1]?.count ?? rung.count;
        expect(rung.count).toBeLessThanOrEqual(below);
        expect(rung.lost).toBe(below - rung.count);
        expect(rung.losses.reduce((sum, loss) => sum + loss.count, 0)).toBe(rung.lost);
      }
    }),
  );
});
