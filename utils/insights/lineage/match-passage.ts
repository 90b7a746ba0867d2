import type { Passage } from '../../domain/passage.ts';
import { fold, splitWords } from '../../text/fold.ts';

/** Below this share of words in common two passages are about different things: function words alone give a tenth. */
const MIN_OVERLAP = 0.2;

/**
 * The passage among `candidates` that took the place of `old`: most words in common (Dice on words counted with their
 * repetitions, case and accents aside, 0–1), then the same headings, then the nearest position. `undefined` when none has
 * a fifth in common.
 */
export function matchPassage(old: Passage, candidates: readonly Passage[]): Passage | undefined {
  const words = countWords(old.text);
  const path = old.headings.join('\n');
  return candidates
    .map((passage) => ({ passage, overlap: diceOf(words, countWords(passage.text)) }))
    .filter(({ overlap }) => overlap >= MIN_OVERLAP)
    .toSorted(
      (a, b) =>
        b.overlap - a.overlap ||
        Number(b.passage.headings.join('\n') === path) - Number(a.passage.headings.join('\n') === path) ||
        Math.abs(a.passage.position - old.position) - Math.abs(b.passage.position - old.position),
    )[0]?.passage;
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of splitWords(fold(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** @see https://doi.org/10.2307/1932409 Dice, 1945 */
function diceOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  const all = sum(a) + sum(b);
  return all === 0 ? 0 : (2 * shared) / all;
}
