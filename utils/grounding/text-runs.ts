export type Span = { readonly start: number; readonly end: number };
/** A word of a text with its place, and as it is compared: NFKC, lower case. */
export type PlacedWord = Span & { readonly word: string };

/** Words with their offsets. Apostrophes, points and commas inside belong to a word ("1,800", "don't"). */
export function placeWords(text: string): PlacedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[.,'’][\p{L}\p{N}\p{M}]+)*/gu)].map((match) => ({
    word: match[0].normalize('NFKC').toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The first place where all words of `needle` stand in a row in `hay`. */
export function findRun(needle: readonly PlacedWord[], hay: readonly PlacedWord[]): Span | undefined {
  const first = needle[0];
  if (!first) return undefined;
  for (let at = 0; at + needle.length <= hay.length; at += 1) {
    if (!needle.every((word, offset) => hay[at + offset]?.word === word.word)) continue;
    const last = hay[at + needle.length - 1];
    const start = hay[at];
    if (start && last) return { start: start.start, end: last.end };
  }
  return undefined;
}

/** Longer texts are compared up to here: time grows with the product of both lengths. */
const MAX_WORDS = 4000;

/** Places in `hay` where at least `least` words of `needle` stand in a row, longest first from left to right; never overlapping in `hay`. */
export function findSharedRuns(needle: readonly PlacedWord[], hay: readonly PlacedWord[], least: number): Span[] {
  const places = new Map<string, number[]>();
  for (const [index, { word }] of hay.slice(0, MAX_WORDS).entries()) places.set(word, [...(places.get(word) ?? []), index]);
  const spans: Span[] = [];
  let at = 0;
  while (at < needle.length) {
    let best = { from: -1, length: 0 };
    for (const from of places.get(needle[at]?.word ?? '') ?? []) {
      let length = 0;
      while (at + length < needle.length && from + length < hay.length && needle[at + length]?.word === hay[from + length]?.word)
        length += 1;
      if (length > best.length) best = { from, length };
    }
    const start = hay[best.from];
    const last = hay[best.from + best.length - 1];
    if (best.length >= least && start && last && !spans.some((span) => start.start < span.end && span.start < last.end)) {
      spans.push({ start: start.start, end: last.end });
    }
    at += Math.max(1, best.length >= least ? best.length : 1);
  }
  return spans.toSorted((a, b) => a.start - b.start);
}
