import { toWords, trimCommonEnds } from './to-words.ts';

/**
 * Share of the draft's words that stand in the sent text, in the draft's order; 0–1. Whatever the agent added (greeting,
 * signature) costs nothing. An empty draft has nothing that could be kept: 0.
 *
 * Longest common subsequence of words divided by the draft's word count. Time O(n·m), memory O(m). Never throws.
 *
 * @see https://doi.org/10.1145/360825.360861 Hirschberg, 1975
 */
export function retainedShare(draft: string, sent: string): number {
  const draftWords = toWords(draft);
  if (draftWords.length === 0) return 0;
  const { a, b, start, end } = trimCommonEnds(draftWords, toWords(sent));
  return (start + end + countInOrder(a, b)) / draftWords.length;
}

/** Length of the longest common subsequence; one row of the table is kept. */
function countInOrder(a: readonly string[], b: readonly string[]): number {
  const lengths = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a) {
    let diagonal = 0;
    for (const [column, other] of b.entries()) {
      const above = lengths[column + 1] ?? 0;
      lengths[column + 1] = word === other ? diagonal + 1 : Math.max(above, lengths[column] ?? 0);
      diagonal = above;
    }
  }
  return lengths[b.length] ?? 0;
}
