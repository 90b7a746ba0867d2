import type { FeatureWeights } from './features.ts';

/**
 * Fitted on the development sets by `node bench/fit-ranking.ts`; docs/decisions/0006 says how, and how well they do on sets
 * that they were not fitted on. Only their ratios matter.
 */
export const rankingWeights: FeatureWeights = {
  words: 1,
  exactWords: 1.722,
  wordPairs: 2.08,
  concepts: 2.094,
  article: 1.5,
  titleForm: 9,
  titleShare: 15,
  bestSentence: 3.7,
};
