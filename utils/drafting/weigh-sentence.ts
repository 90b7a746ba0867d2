/** What is known of a sentence before it is chosen for one thing asked; each 0–1. */
export type SentenceEvidence = {
  /** What is asked that stands in the sentence itself, as a share of what stands in the best sentence. */
  readonly own: number;
  /** Share of what is asked that stands beside or above it and not in it. */
  readonly around: number;
  /** Share of the whole ticket that it and its surroundings hold. */
  readonly ticket: number;
  /** Share of the kinds of answer waited for (a time, a way, a reason …) whose form it has. */
  readonly form: number;
  /** Its passage's score as a share of the best passage's. */
  readonly standing: number;
  /** 1 for the first sentence of a passage, then 1/2, 1/3 … */
  readonly opening: number;
};

export const evidenceNames = [
  'own',
  'around',
  'ticket',
  'form',
  'standing',
  'opening',
] as const satisfies readonly (keyof SentenceEvidence)[];

export type SentenceWeights = SentenceEvidence & { readonly bias: number };

/** Fitted by `bench/fit-sentences.ts` on two public sets of questions with answers that people wrote. */
export const sentenceWeights: SentenceWeights = {
  bias: -8.17,
  own: 0.81,
  around: 2.37,
  ticket: 1.63,
  form: 0.38,
  standing: 5.18,
  opening: 1.31,
};

/** Probability that a person who answers from these passages says this sentence, 0–1. */
export function weighSentence(evidence: SentenceEvidence, weights: SentenceWeights = sentenceWeights): number {
  const odds = evidenceNames.reduce((sum, name) => sum + weights[name] * evidence[name], weights.bias);
  return 1 / (1 + Math.exp(-odds));
}
