import { splitSentences } from '../text/sentences.ts';
import { bestProbability, scopeScore, scoreLabels } from './score-labels.ts';
import { toWords } from './split-features.ts';
import { toInput } from './to-input.ts';
import type { TriageModel } from './triage-model.ts';

/** What a model says of one text. */
export type IntentJudgement = {
  readonly label: string;
  /** That the label is right, given that the text is about one of them at all; 0–1, calibrated on tickets held back. */
  readonly probability: number;
  /** That the text is about none of the labels, 0–1; from .5 on it is taken for that. */
  readonly outOfScope: number;
  /** The part of the text that was judged. */
  readonly quote: string;
};

/** A text up to this many times as long as a long ticket of those fitted on is judged as a whole. */
const LONGER = 1.5;
/** Pieces that are looked at, from the start; bounds the cost of a pasted log. */
const MAX_PIECES = 40;

/**
 * The intent of a text. A text much longer than those that the model was fitted on is judged sentence by sentence, and the sentence
 * that looks most like them speaks for it: greetings and signatures then don't drown the matter.
 */
export function judgeIntent(text: string, model: TriageModel): IntentJudgement {
  const whole = judgePiece(text, model);
  if (toWords(text).length <= model.typicalWords * LONGER) return whole;
  return splitSentences(text)
    .slice(0, MAX_PIECES)
    .map((sentence) => judgePiece(sentence.text, model))
    .reduce((best, piece) => (piece.outOfScope < best.outOfScope ? piece : best), whole);
}

function judgePiece(text: string, model: TriageModel): IntentJudgement {
  const input = toInput(toWords(text), model);
  const scores = scoreLabels(input, model);
  const best = scores.reduce((top, score, label) => (score > (scores[top] ?? 0) ? label : top), 0);
  const distance = scopeScore(scores, input.known) - model.scope.threshold;
  return {
    label: model.labels[best] ?? '',
    probability: bestProbability(scores, model.temperature),
    outOfScope: 1 / (1 + Math.exp(model.scope.slope * distance)),
    quote: text.trim(),
  };
}
