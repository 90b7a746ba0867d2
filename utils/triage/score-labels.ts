import { addRow, multiplyRow } from './quantise-rows.ts';
import type { NetworkInput } from './to-input.ts';
import type { TriageModel } from './triage-model.ts';

/** One number a label, in their order: the higher, the more it fits. About 40,000 multiplications a text. */
export function scoreLabels(
  { rows, values }: NetworkInput,
  model: Pick<TriageModel, 'first' | 'second' | 'secondBias'>,
): Float32Array {
  const hidden = new Float32Array(model.first.width);
  for (const [at, row] of rows.entries()) addRow(model.first, row, values[at] ?? 0, hidden);
  for (let at = 0; at < hidden.length; at += 1) hidden[at] = Math.max(0, hidden[at] ?? 0);
  return model.secondBias.map((bias, label) => bias + multiplyRow(model.second, label, hidden));
}

/** ln(Σ eˣ), without overflow. */
export function logSumExp(values: Float32Array): number {
  const largest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return largest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}

/** Probability of the best label, 0–1, at a temperature. */
export function bestProbability(values: Float32Array, temperature: number): number {
  const warm = values.map((value) => value / temperature);
  return Math.exp(warm.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) - logSumExp(warm));
}

/** Nothing known at all weighs as much as this many units of energy; chosen by cross-validation. */
const KNOWN_WEIGHT = 3;

/**
 * How much a text looks like the tickets that a model was fitted on, unbounded: the energy of its labels (Liu et al., NeurIPS 2020) and the share
 * of it that the model knows.
 */
export function scopeScore(values: Float32Array, known: number): number {
  return logSumExp(values) + KNOWN_WEIGHT * known;
}
