export type ScoredRow = { readonly row: number; readonly score: number };

/**
 * The `limit` rows with the highest scores, best first; of equal ones the earlier. Rows scored -Infinity are never among
 * them. Time O(n + h·limit), h rows that were among the best so far: about limit·ln(n) in an order that is not contrived.
 */
export function findTopRows(scores: Float32Array, limit: number): ScoredRow[] {
  const best: { row: number; score: number }[] = [];
  if (limit < 1) return best;
  let least = -Infinity;
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] as number;
    if (!(score > least)) continue;
    if (best.length === limit) best.pop();
    let place = best.length;
    while (place > 0 && (best[place - 1]?.score ?? Infinity) < score) place -= 1;
    best.splice(place, 0, { row, score });
    if (best.length === limit) least = best[limit - 1]?.score ?? -Infinity;
  }
  return best;
}
