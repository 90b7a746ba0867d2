import type { TaggedWords } from './choose-features.ts';
import { createRandom } from './random.ts';

/** One in so many; more of them cost accuracy, see decision 7. */
const SHARE = 0.05;
const LEAST_WORDS = 4;

/**
 * The tickets and, for each twenty, one of random words from random tickets that counts as none of the labels: so that the
 * network learns that known words alone don't make an intent.
 */
export function addOutsiders(tickets: readonly TaggedWords[], seed: number): TaggedWords[] {
  const random = createRandom(seed ^ 0x5bd1e995);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const outsiders = Array.from({ length: Math.round(tickets.length * SHARE) }, (): TaggedWords => {
    const length = Math.max(LEAST_WORDS, pick(tickets)?.words.length ?? 0);
    const words = Array.from({ length }, () => pick(pick(tickets)?.words ?? []) ?? '').filter((word) => word !== '');
    return { words, label: -1 };
  });
  return [...tickets, ...outsiders];
}
