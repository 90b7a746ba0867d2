/**
 * What a passage is ranked by. Each is 0 or more and raw; a question's words weigh the same in all of them.
 * BM25: Robertson & Zaragoza 2009. The choice and the weights are accounted for in docs/decisions/0006.
 */
export const featureNames = [
  'words',
  'exactWords',
  'wordPairs',
  'concepts',
  'article',
  'titleForm',
  'titleShare',
  'bestSentence',
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Readonly<Record<FeatureName, number>>;
export type FeatureWeights = Readonly<Record<FeatureName, number>>;

export type Saturation = { readonly k1: number; readonly b: number };

/** What `frequency` times a term of information `idf` are worth in a text of `length`, where texts have `average`. */
export function bm25(idf: number, frequency: number, length: number, average: number, { k1, b }: Saturation): number {
  return (idf * (frequency * (k1 + 1))) / (frequency + k1 * (1 - b + (b * length) / average));
}

/** Information of a term that `found` of `size` texts hold; above 0. Counts that include removed texts may exceed `size`. */
export function toIdf(size: number, found: number): number {
  const held = Math.min(found, size);
  return Math.log(1 + (size - held + 0.5) / (held + 0.5));
}

export function weigh(features: Features, weights: FeatureWeights): number {
  let sum = 0;
  for (const name of featureNames) sum += weights[name] * features[name];
  return sum;
}
