import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measureAcceptance } from '../../utils/insights/acceptance.ts';
import type { AcceptanceGroup } from '../../utils/insights/group-acceptance.ts';
import { makeOutcomeRows } from '../../utils/insights/make-outcome-rows.ts';
import { toOpportunityOutcomes } from '../../utils/insights/opportunity-outcome.ts';
import { toRate } from '../../utils/insights/rate.ts';
import { toCountAxis, toLabelled, toLines, toRateAxis, toShare, type Plot } from './chart-geometry.ts';

const plot: Plot = { left: 40, right: 440, top: 10, bottom: 210 };

/** A bucket with `offered` drafts, of which `retained` were kept. */
function bucket(key: string, offered: number, retained: number): AcceptanceGroup {
  const rows = Array.from({ length: offered }, (_, ticket) =>
    makeOutcomeRows({ ticket, at: '2026-11-20T09:00:00.000Z', steps: ticket < retained ? ['offered', 'retained'] : ['offered'] }),
  );
  return { key, name: key, acceptance: measureAcceptance(toOpportunityOutcomes(rows.flat())) };
}

it('a bucket with fewer than 30 offers leaves a gap in the line, it is not bridged', () => {
  const groups = [bucket('a', 40, 20), bucket('b', 29, 29), bucket('c', 40, 30), bucket('d', 40, 30)];
  const lines = toLines(groups, 'strict', { min: 0, max: 1, ticks: [] }, plot);
  expect(lines.map((line) => line.map((point) => point.x))).toEqual([[90], [290, 390]]);
});

it('the rate axis holds every interval, lies in 0–1, and spans at least 30 points', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 30, max: 500 })), { minLength: 1, maxLength: 6 }), (pairs) => {
      const rates = pairs.map(([a, n]) => toRate(Math.min(a, n), n));
      const { min, max, ticks } = toRateAxis(rates);
      expect(min).toBeGreaterThanOrEqual(0);
      expect(max).toBeLessThanOrEqual(1);
      expect(max - min).toBeGreaterThan(0.29);
      for (const rate of rates) {
        if (rate.kind !== 'rate') continue;
        expect(rate.low).toBeGreaterThanOrEqual(min - 1e-9);
        expect(rate.high).toBeLessThanOrEqual(max + 1e-9);
      }
      expect(ticks[0]).toBeCloseTo(min, 9);
      expect(ticks.at(-1)).toBeCloseTo(max, 9);
    }),
  );
});

it('the count axis begins at 0 and ends at or above the largest count', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), (largest) => {
      const { min, max } = toCountAxis(largest);
      expect(min).toBe(0);
      expect(max).toBeGreaterThanOrEqual(Math.max(1, largest));
    }),
  );
});

it('labels are as many as fit, and the newest bucket always has one', () => {
  expect(toLabelled(30, plot, 80)).toEqual([5, 11, 17, 23, 29]);
  expect(toLabelled(3, plot, 80)).toEqual([0, 1, 2]);
  expect(toLabelled(0, plot, 80)).toEqual([]);
});

it('what lies outside an axis is drawn at its end', () => {
  const axis = { min: 0.2, max: 0.6, ticks: [] };
  expect([0, 0.4, 1].map((value) => toShare(value, axis))).toEqual([0, 0.5, 1].map((share) => expect.closeTo(share, 9)));
});
