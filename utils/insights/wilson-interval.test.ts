import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MIN_RATE_N, toRate } from './rate.ts';
import { wilsonInterval } from './wilson-interval.ts';

it.each([
  // Newcombe 1998, table I, method 3: https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i gives the published interval', (successes, n, low, high) => {
  const interval = wilsonInterval(successes, n);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

it('contains the rate and lies in [0, 1]', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
      const [successes, n] = [Math.min(a, b), Math.max(a, b, 1)];
      const { low, high } = wilsonInterval(successes, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(successes / n);
      expect(high).toBeGreaterThanOrEqual(successes / n);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

it('without observations everything is possible', () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});

it('a percentage exists from 30 observations on', () => {
  expect(toRate(20, MIN_RATE_N - 1)).toEqual({ kind: 'too-few', successes: 20, n: 29 });
  expect(toRate(15, MIN_RATE_N)).toMatchObject({ kind: 'rate', rate: 0.5 });
});
