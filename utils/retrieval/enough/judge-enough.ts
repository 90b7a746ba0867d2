/** What is seen of the best passage, each divided by the question's information. */
export type Evidence = {
  /** BM25 of its words. */
  readonly words: number;
  /** Its ranking score, and how far that lies above the mean of the ten best. */
  readonly score: number;
  readonly lead: number;
};

/** Logistic weights, within .004 AUROC of what `node bench/fit-enough.ts` gives on every set; docs/decisions/0006. */
export const enoughWeights = { bias: -2.282, words: 0.1914, score: 0.1519, lead: 0.1099 };

/** Probability that a question with this evidence is answered by what was found, 0–1. Uncalibrated: right in order, not in height. */
export function judgeEnough({ words, score, lead }: Evidence): number {
  const { bias, ...weights } = enoughWeights;
  return 1 / (1 + Math.exp(-(bias + weights.words * words + weights.score * score + weights.lead * lead)));
}
