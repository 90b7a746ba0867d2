import type { TaggedWords } from './choose-features.ts';
import { createRandom, shuffle } from './random.ts';

/** One ticket in so many of each label is held back. */
const ONE_IN = 7;

/**
 * Divides tickets into those to fit on and those to be judged by, label by label. What stands word for word among the first
 * is left out of the second: it would flatter.
 */
export function holdBack(
  tickets: readonly TaggedWords[],
  seed: number,
): { readonly kept: readonly TaggedWords[]; readonly heldBack: readonly TaggedWords[] } {
  const random = createRandom(seed ^ 0x9e3779b9);
  const groups = [...Map.groupBy(tickets, ({ label }) => label).values()].map((own) => shuffle([...own], random));
  const kept = groups.flatMap((own) => own.filter((_, at) => at % ONE_IN !== 0));
  const known = new Set(kept.map(({ words }) => words.join(' ')));
  const heldBack = groups.flatMap((own) => own.filter((_, at) => at % ONE_IN === 0));
  return { kept, heldBack: heldBack.filter(({ words }) => !known.has(words.join(' '))) };
}
