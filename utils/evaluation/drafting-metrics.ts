import { shareOfFacts, toF1, toFactTerms, type KeyFact } from './key-facts.ts';

/** How well one text answers one question. */
export type AnswerQuality = {
  /** Share of the key facts' weight that stands in it, 0–1. */
  readonly keyFacts: number;
  readonly words: number;
  /** F1 of its content words against the reference's, each counted as often as it stands there, 0–1. */
  readonly f1: number;
};

export type Reference = {
  readonly text: string;
  readonly facts: readonly KeyFact[];
  readonly language: string;
};

/** `text` is what answers: without greeting, courtesy and closing. */
export function measureAnswer(text: string, reference: Reference): AnswerQuality {
  return {
    keyFacts: shareOfFacts(text, reference.facts, reference.language),
    words: text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    f1: toF1(toFactTerms(text, reference.language), toFactTerms(reference.text, reference.language)),
  };
}

/**
 * Means over questions. `words`: median, since one passage of 14,000 words says nothing of the others; `factsPer100Words`: of
 * all questions together, shares of a question's facts for each 100 words.
 */
export function summariseAnswers(answers: readonly AnswerQuality[]): {
  keyFacts: number;
  words: number;
  f1: number;
  factsPer100Words: number;
} {
  const mean = (of: (answer: AnswerQuality) => number): number =>
    answers.reduce((sum, answer) => sum + of(answer), 0) / Math.max(1, answers.length);
  const words = answers.map((answer) => answer.words).toSorted((a, b) => a - b);
  const meanWords = mean((answer) => answer.words);
  return {
    keyFacts: mean(({ keyFacts }) => keyFacts),
    words: words[Math.floor(words.length / 2)] ?? 0,
    f1: mean(({ f1 }) => f1),
    factsPer100Words: meanWords === 0 ? 0 : (100 * mean(({ keyFacts }) => keyFacts)) / meanWords,
  };
}
