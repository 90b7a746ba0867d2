import { splitFeatures } from './split-features.ts';
import { INFORMATION_STEPS, type TriageModel } from './triage-model.ts';

/** Words of a ticket and its label's number; -1 for one that is none of them. */
export type TaggedWords = { readonly words: readonly string[]; readonly label: number };

/** Tickets from which on a feature must stand in two of them: in fewer, one is all there is. */
const ENOUGH_FOR_TWO = 1000;

/**
 * The features worth keeping: those whose presence tells most about the label (counts times the divergence of the
 * labels with the feature from all labels), at most `most`, by hash ascending.
 */
export function chooseFeatures(
  tickets: readonly TaggedWords[],
  most: number,
): Pick<TriageModel, 'hashes' | 'information' | 'unknownInformation'> {
  const seen = new Map<number, number>();
  const told = new Map<number, number>();
  // Label by label, so that counts of one label at a time are in memory.
  for (const own of Map.groupBy(tickets, ({ label }) => label).values()) {
    const counts = new Map<number, number>();
    for (const { words } of own) for (const hash of splitFeatures(words).keys()) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    const share = own.length / tickets.length;
    for (const [hash, count] of counts) {
      seen.set(hash, (seen.get(hash) ?? 0) + count);
      told.set(hash, (told.get(hash) ?? 0) + count * Math.log(count / share));
    }
  }
  const least = tickets.length < ENOUGH_FOR_TWO ? 1 : 2;
  const kept = [...seen]
    .filter(([, count]) => count >= least)
    .map(([hash, count]) => ({ hash, count, gain: (told.get(hash) ?? 0) - count * Math.log(count) }))
    .toSorted((a, b) => b.gain - a.gain || a.hash - b.hash)
    .slice(0, most)
    .toSorted((a, b) => a.hash - b.hash);
  return {
    hashes: Uint32Array.from(kept, ({ hash }) => hash),
    information: Uint8Array.from(kept, ({ count }) => toSteps(tickets.length / count)),
    unknownInformation: toSteps(tickets.length) / INFORMATION_STEPS,
  };
}

/** At least one step, so that what stands in every ticket is still known. */
function toSteps(rarity: number): number {
  return Math.max(1, Math.min(255, Math.round(Math.sqrt(Math.log(rarity)) * INFORMATION_STEPS)));
}
