import type { Result } from '../domain/failure.ts';
import { fitScope, fitTemperature, type HeldOutScore } from './calibrate.ts';
import { checkRows } from './check-rows.ts';
import { chooseFeatures, type TaggedWords } from './choose-features.ts';
import { holdBack } from './hold-back.ts';
import type { TaggedTicket } from './parse-tagged-tickets.ts';
import { quantiseRows } from './quantise-rows.ts';
import { scopeScore, scoreLabels } from './score-labels.ts';
import { toWords } from './split-features.ts';
import { addOutsiders } from './add-outsiders.ts';
import { toInput } from './to-input.ts';
import { trainNetwork } from './train-network.ts';
import { toTriageFailure, type TriageFailure } from './triage-failure.ts';
import type { TriageModel } from './triage-model.ts';

export type FitTriageOptions = {
  readonly seed: number;
  /** 0–1, after every round through the tickets. */
  readonly onProgress?: (share: number) => void;
  /** Asked after every round; true ends the fitting with `stopped`. */
  readonly shouldStop?: () => boolean;
  /** Awaited after every round: a worker takes its messages here ("cancel"). */
  readonly rest?: () => Promise<void>;
  /** Kept in the model: where the tickets came from, on what terms. */
  readonly origin?: string;
  /** At most so many features are kept; fewer make a smaller model. */
  readonly maxFeatures?: number;
  /** Even. */
  readonly hidden?: number;
  /** Share of in-scope tickets that may not be taken for out of scope, 0–1. */
  readonly inScopeKept?: number;
};

/** Bytes of a feature: its hash, its information, its scale, 128 weights of half a byte; with the labels' rows it stays below a megabyte. */
export const MAX_FEATURES = 12_000;
const HIDDEN = 128;
const IN_SCOPE_KEPT = 0.95;
/** Steps that a fit takes in all, and bounds on the rounds that makes: few tickets are gone through more often. */
const STEPS = 170_000;
const MOST_ROUNDS = 80;
const LEAST_ROUNDS = 18;

/**
 * Fits a classifier to tagged tickets. It is fitted twice: without every seventh ticket, to see how often it is right on those and how
 * sure it may say it is; then on all. About 10 s for 10,000 short tickets. Equal rows and seed give equal bytes.
 * Tickets labelled as in `isOutsideLabel` teach what is none of the labels.
 */
export async function fitTriage(
  rows: readonly TaggedTicket[],
  options: FitTriageOptions,
): Promise<Result<TriageModel, TriageFailure>> {
  const checked = checkRows(rows);
  if (!checked.ok) return checked;
  const labels = checked.value;
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const tickets = rows.map(({ text, label }): TaggedWords => ({
    words: toWords(text),
    label: numbers.get(label) ?? -1,
  }));
  const { kept, heldBack } = holdBack(tickets, options.seed);

  // As many rounds in both: a network gets surer with each, and the scope of one is measured on the other.
  const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.round(STEPS / tickets.length)));
  const rehearsal = await fitOnce(kept, labels, rounds, options, (share) => options.onProgress?.(share * 0.46));
  if (!rehearsal) return toTriageFailure('stopped', 'Fitting was stopped. Start it again when you like; nothing was changed.');
  const judged = heldBack.map((ticket) => ({ ...judge(ticket, rehearsal), label: ticket.label }));
  const inside = judged.filter(({ label }) => label >= 0);
  const outside = judged.filter(({ label }) => label < 0);
  const fitted = await fitOnce(tickets, labels, rounds, options, (share) => options.onProgress?.(0.46 + share * 0.54));
  if (!fitted) return toTriageFailure('stopped', 'Fitting was stopped. Start it again when you like; nothing was changed.');

  const lengths = tickets.map(({ words }) => words.length).toSorted((a, b) => a - b);
  return {
    ok: true,
    value: {
      ...fitted,
      labels,
      origin: options.origin ?? '',
      temperature: fitTemperature(inside),
      scope: fitScope(
        inside.map(({ scope }) => scope),
        outside.map(({ scope }) => scope),
        options.inScopeKept ?? IN_SCOPE_KEPT,
      ),
      typicalWords: Math.max(1, lengths[Math.floor(lengths.length * 0.9)] ?? 1),
      fittedOn: rows.length,
      heldOut: {
        tickets: inside.length,
        accuracy: inside.length === 0 ? 0 : inside.filter(({ isRight }) => isRight).length / inside.length,
      },
    },
  };
}

type Fitted = Pick<TriageModel, 'hashes' | 'information' | 'unknownInformation' | 'first' | 'second' | 'secondBias'>;

async function fitOnce(
  tickets: readonly TaggedWords[],
  labels: readonly string[],
  rounds: number,
  options: FitTriageOptions,
  onProgress: (share: number) => void,
): Promise<Fitted | undefined> {
  const { seed, hidden = HIDDEN, maxFeatures = MAX_FEATURES } = options;
  const vocabulary = chooseFeatures(tickets, Math.min(maxFeatures, MAX_FEATURES));
  const examples = addOutsiders(tickets, seed).map(({ words, label }) => ({ input: toInput(words, vocabulary), label }));
  const shape = { features: vocabulary.hashes.length, hidden, labels: labels.length };
  const training = trainNetwork(examples, shape, { seed, rounds });
  for (;;) {
    const step = training.next();
    if (step.done) {
      const { first, second, secondBias } = step.value;
      return { ...vocabulary, first: quantiseRows(first, hidden, 4), second: quantiseRows(second, hidden, 8), secondBias };
    }
    onProgress(step.value);
    await options.rest?.();
    if (options.shouldStop?.()) return undefined;
  }
}

function judge({ words, label }: TaggedWords, fitted: Fitted): HeldOutScore {
  const input = toInput(words, fitted);
  const scores = scoreLabels(input, fitted);
  const best = scores.reduce((top, score, at) => (score > (scores[top] ?? 0) ? at : top), 0);
  return { scores, isRight: best === label, scope: scopeScore(scores, input.known) };
}
