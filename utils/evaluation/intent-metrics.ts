import { areaUnderRoc, expectedCalibrationError } from './abstention-metrics.ts';

/** One text of a set: its intent (`undefined`: it is none of them), and what a classifier said of it. */
export type JudgedText = {
  readonly intent: string | undefined;
  readonly label: string;
  readonly probability: number;
  readonly outOfScope: number;
};

export type IntentMetrics = {
  /** Share of all texts that got the right answer, see `measureIntents`. */
  readonly accuracy: number;
  /** Mean of the intents' F1, those of the set only. */
  readonly macroF1: number;
  /** Share of in-scope texts whose intent was named, whether or not they were taken for out of scope. */
  readonly inScopeAccuracy: number;
  /** Share of in-scope texts that were not taken for out of scope. */
  readonly inScopeKept: number;
  /** Share of out-of-scope texts that were taken for that; absent without such texts, as is the next. */
  readonly outOfScopeRecall: number | undefined;
  /** Probability that an out-of-scope text has a higher out-of-scope score than one in scope. */
  readonly outOfScopeAuroc: number | undefined;
  /** Expected calibration error of the probability over in-scope texts, ten bands. */
  readonly ece: number;
};

const OUTSIDE = Symbol('none of the intents');

/**
 * How well texts were judged. In a set with out-of-scope texts, "none" is an answer like the others, given to texts with an out-of-scope score of .5
 * or more; in a set without, that score is left aside.
 */
export function measureIntents(texts: readonly JudgedText[]): IntentMetrics {
  const inside = texts.filter(({ intent }) => intent !== undefined);
  const outside = texts.filter(({ intent }) => intent === undefined);
  const answers = texts.map(({ intent, label, outOfScope }) => ({
    truth: intent ?? OUTSIDE,
    answer: outside.length > 0 && outOfScope >= 0.5 ? OUTSIDE : label,
  }));
  const isRight = ({ intent, label }: JudgedText): boolean => intent === label;
  return {
    accuracy: share(answers, ({ truth, answer }) => truth === answer),
    macroF1: macroF1(answers),
    inScopeAccuracy: share(inside, isRight),
    inScopeKept: share(inside, ({ outOfScope }) => outOfScope < 0.5),
    outOfScopeRecall: outside.length > 0 ? share(outside, ({ outOfScope }) => outOfScope >= 0.5) : undefined,
    outOfScopeAuroc: areaUnderRoc(
      texts.map(({ intent, outOfScope }) => ({ confidence: outOfScope, answerable: intent === undefined })),
    ),
    ece: expectedCalibrationError(inside.map((text) => ({ confidence: text.probability, answerable: isRight(text) }))),
  };
}

type Answer = { readonly truth: string | symbol; readonly answer: string | symbol };

function macroF1(answers: readonly Answer[]): number {
  const truths = [...new Set(answers.map(({ truth }) => truth))];
  const sum = truths.reduce((total, one) => {
    const hits = answers.filter(({ truth, answer }) => truth === one && answer === one).length;
    const named = answers.filter(({ answer }) => answer === one).length;
    const meant = answers.filter(({ truth }) => truth === one).length;
    return total + (2 * hits) / (named + meant);
  }, 0);
  return truths.length === 0 ? 0 : sum / truths.length;
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length;
}
