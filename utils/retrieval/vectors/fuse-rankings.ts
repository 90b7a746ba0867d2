/** One entry of a ranked list. `score` is comparable within its list only. */
export type Ranked = { readonly id: string; readonly score: number };

/** How much the first places stand out; 60 is what the authors found to serve every collection they tried. */
const RANK_OFFSET = 60;

/**
 * Reciprocal rank fusion: each list gives 1 / (60 + rank) to what it holds, rank from 1. Scores don't matter, only order.
 * Lists are best first; the result too, of equal ones the one that an earlier list named earlier.
 * @see https://doi.org/10.1145/1571941.1572114 Cormack, Clarke & Büttcher, 2009
 */
export function fuseByRank(lists: readonly (readonly Ranked[])[]): Ranked[] {
  return addUp(lists.map((list) => list.map(({ id }, index) => ({ id, score: 1 / (RANK_OFFSET + index + 1) }))));
}

/**
 * Weighted sum of scores, each list's stretched to 0–1 over itself first; what a list doesn't hold counts 0 there.
 * A list whose scores are all alike gives 1 to each. Weights are shares, used as they are.
 */
export function fuseByScore(lists: readonly { readonly ranked: readonly Ranked[]; readonly weight: number }[]): Ranked[] {
  return addUp(lists.map(({ ranked, weight }) => stretch(ranked).map(({ id, score }) => ({ id, score: score * weight }))));
}

function stretch(ranked: readonly Ranked[]): Ranked[] {
  const scores = ranked.map(({ score }) => score);
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const least = scores.reduce((a, b) => Math.min(a, b), Infinity);
  return ranked.map(({ id, score }) => ({ id, score: most > least ? (score - least) / (most - least) : 1 }));
}

function addUp(lists: readonly (readonly Ranked[])[]): Ranked[] {
  const sums = new Map<string, number>();
  for (const { id, score } of lists.flat()) sums.set(id, (sums.get(id) ?? 0) + score);
  return Array.from(sums, ([id, score]) => ({ id, score })).toSorted((a, b) => b.score - a.score);
}
