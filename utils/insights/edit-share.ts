import { toWords, trimCommonEnds } from './to-words.ts';

/**
 * Share of a suggested reply that the agent changed before sending.
 *
 * Word-level Levenshtein distance divided by the longer word count, so the value is unit-free and lies in [0, 1]:
 * 0 = sent as drafted, 1 = nothing kept. Two texts without words are equal: 0. Words are runs of non-space after
 * Unicode NFC; case and punctuation count.
 *
 * Time O(n·m), memory O(min(n, m)), n and m in words after common beginning and end. Never throws.
 *
 * @see https://doi.org/10.1145/321796.321811 Wagner & Fischer, 1974
 */
export function editShare(suggested: string, sent: string): number {
  const suggestedWords = toWords(suggested);
  const sentWords = toWords(sent);
  const longer = Math.max(suggestedWords.length, sentWords.length);
  if (longer === 0) return 0;
  const { a, b } = trimCommonEnds(suggestedWords, sentWords);
  return (a.length < b.length ? countEdits(b, a) : countEdits(a, b)) / longer;
}

/** Fewest insertions, deletions and substitutions of words that turn one list into the other; one row of the table is kept. */
function countEdits(longer: readonly string[], shorter: readonly string[]): number {
  const costs = Array.from({ length: shorter.length + 1 }, (_, index) => index);
  for (const [row, word] of longer.entries()) {
    let diagonal = row;
    costs[0] = row + 1;
    for (const [column, other] of shorter.entries()) {
      const above = costs[column + 1] ?? 0;
      const left = costs[column] ?? 0;
      costs[column + 1] = Math.min(above + 1, left + 1, diagonal + (word === other ? 0 : 1));
      diagonal = above;
    }
  }
  return costs[shorter.length] ?? 0;
}
