/** Two-sided 95 %: the 97.5th percentile of the standard normal distribution. */
const Z_95 = 1.959963984540054;

export type Interval = { readonly low: number; readonly high: number };

/**
 * 95 % score interval of a share, both ends in [0, 1] and around `successes / n`. Unlike the textbook interval it stays
 * inside 0–1 and keeps its coverage for small n and for shares near 0 or 1. Without observations all of [0, 1] is possible.
 *
 * @param successes whole number, 0 ≤ successes ≤ n
 * @see https://doi.org/10.1080/01621459.1927.10502953 Wilson, 1927
 * @see https://doi.org/10.1214/ss/1009213286 Brown, Cai & DasGupta, 2001: recommended over the Wald interval
 */
export function wilsonInterval(successes: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = successes / n;
  const zSquared = Z_95 * Z_95;
  const centre = share + zSquared / (2 * n);
  const reach = Z_95 * Math.sqrt((share * (1 - share) + zSquared / (4 * n)) / n);
  const scale = 1 + zSquared / n;
  // Rounding can leave the bound of an extreme share a few 1e-17 on the wrong side of it.
  return {
    low: Math.max(0, Math.min(share, (centre - reach) / scale)),
    high: Math.min(1, Math.max(share, (centre + reach) / scale)),
  };
}
