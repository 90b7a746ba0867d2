/**
 * The words of a text as the measures below count them: runs of non-space after Unicode NFC. Case and punctuation count.
 * Writing without spaces (Japanese, Thai) gives one word per run, so there one changed character changes the whole run.
 */
export function toWords(text: string): string[] {
  return text.normalize('NFC').match(/\S+/gu) ?? [];
}

export type TrimmedWords = {
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** Words taken off both beginnings, then off both ends. */
  readonly start: number;
  readonly end: number;
};

/**
 * Cuts off what two texts have in common at both ends. Neither edit distance nor the longest common subsequence of the
 * rest depends on it, and most replies are sent nearly as drafted, so the quadratic part stays small.
 */
export function trimCommonEnds(a: readonly string[], b: readonly string[]): TrimmedWords {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return { a: a.slice(start, a.length - end), b: b.slice(start, b.length - end), start, end };
}
