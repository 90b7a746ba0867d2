import { wilsonInterval } from './wilson-interval.ts';

/** Below this many observations a percentage says more than is known, so only the counts are shown. */
export const MIN_RATE_N = 30;

/** A share with its Wilson 95 % interval, or only the counts when n is below `MIN_RATE_N`. `rate`, `low`, `high` are 0–1. */
export type Rate =
  | {
      readonly kind: 'rate';
      readonly successes: number;
      readonly n: number;
      readonly rate: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: 'too-few'; readonly successes: number; readonly n: number };

/** `successes` of `n` as a rate; whole numbers, 0 ≤ successes ≤ n. */
export function toRate(successes: number, n: number): Rate {
  if (n < MIN_RATE_N) return { kind: 'too-few', successes, n };
  return { kind: 'rate', successes, n, rate: successes / n, ...wilsonInterval(successes, n) };
}
