import type { QuantisedRows } from './quantise-rows.ts';

/** How well a model did on tickets that were held back while a first one was fitted. */
export type HeldOut = {
  readonly tickets: number;
  /** Share of the in-scope tickets held back whose intent was found, 0–1. */
  readonly accuracy: number;
};

/**
 * A fitted classifier: features of a text → some hidden numbers → one number a label, with a rectifier between. What it knows is data, so it is
 * stored and sent as bytes; `parseTriageModel` checks them.
 */
export type TriageModel = {
  /** In the order of the second layer's rows. */
  readonly labels: readonly string[];
  /** Where the tickets came from and on what terms they may be used; empty for a team's own. */
  readonly origin: string;
  /** Hashes of the features it knows, ascending. */
  readonly hashes: Uint32Array;
  /** How much each of them tells, in steps of 1/64: square root of ln(tickets ÷ tickets with it). */
  readonly information: Uint8Array;
  /** The same for a feature that it doesn't know. */
  readonly unknownInformation: number;
  /** A row of weights for each feature, 4 bits each. */
  readonly first: QuantisedRows;
  /** A row of weights for each label, 8 bits each. */
  readonly second: QuantisedRows;
  readonly secondBias: Float32Array;
  /** What the labels' numbers are divided by, so that a probability of .8 is right in 8 of 10 (Guo et al., ICML 2017). */
  readonly temperature: number;
  /** A text whose `scopeScore` lies below `threshold` is none of the labels; `slope` says how fast doubt falls around it. */
  readonly scope: { readonly threshold: number; readonly slope: number };
  /** Words of a long ticket among those it was fitted on (nine of ten are no longer); longer texts are judged in pieces. */
  readonly typicalWords: number;
  /** Tickets it was fitted on. */
  readonly fittedOn: number;
  readonly heldOut: HeldOut;
};

/** Values of `information` are these parts of one. */
export const INFORMATION_STEPS = 64;
