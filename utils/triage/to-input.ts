import { splitFeatures } from './split-features.ts';
import { INFORMATION_STEPS, type TriageModel } from './triage-model.ts';

/** A text as the network takes it. `rows` are positions in `hashes`; `values` have the length `INPUT_LENGTH` as a vector. */
export type NetworkInput = {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  /** Share of the text's information, squared, that stands in features which the model knows; 0–1, 0 for an empty text. */
  readonly known: number;
};
type Vocabulary = Pick<TriageModel, 'hashes' | 'information' | 'unknownInformation'>;

/** Longer inputs learn faster, then worse; chosen by cross-validation. */
const INPUT_LENGTH = 5;

export function toInput(words: readonly string[], { hashes, information, unknownInformation }: Vocabulary): NetworkInput {
  const rows: number[] = [];
  const values: number[] = [];
  let known = 0;
  let all = 0;
  for (const [hash, value] of splitFeatures(words)) {
    const row = findHash(hashes, hash);
    const weight = value * (row < 0 ? unknownInformation : (information[row] ?? 0) / INFORMATION_STEPS);
    all += weight * weight;
    if (row < 0) continue;
    known += weight * weight;
    rows.push(row);
    values.push(weight);
  }
  const scale = known === 0 ? 0 : INPUT_LENGTH / Math.sqrt(known);
  return {
    rows: Int32Array.from(rows),
    values: Float32Array.from(values, (value) => value * scale),
    known: all === 0 ? 0 : known / all,
  };
}

/** Position of a value in an ascending list, or -1. */
function findHash(hashes: Uint32Array, hash: number): number {
  let from = 0;
  let to = hashes.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const value = hashes[middle] ?? 0;
    if (value === hash) return middle;
    if (value < hash) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}
