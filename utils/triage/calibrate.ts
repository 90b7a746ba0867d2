import { bestProbability } from './score-labels.ts';
import type { TriageModel } from './triage-model.ts';

/** A ticket held back: the labels' numbers, whether the best of them is right, and how much it looks in scope. */
export type HeldOutScore = { readonly scores: Float32Array; readonly isRight: boolean; readonly scope: number };

/** Below so many tickets held back, one lucky one would decide. */
const LEAST_TICKETS = 20;
/** Probabilities at which a ticket in the middle of the scope, and one at its edge, are taken for out of scope. */
const MIDDLE_ODDS = Math.log(19);

/** The temperature at which the probabilities of tickets held back fit what came true best (log loss), .3 to 5; 1 for too few. */
export function fitTemperature(tickets: readonly HeldOutScore[]): number {
  if (tickets.length < LEAST_TICKETS) return 1;
  const candidates = Array.from({ length: 57 }, (_, step) => 0.3 * 1.0515 ** step);
  return candidates.reduce((best, one) => (loss(tickets, one) < loss(tickets, best) ? one : best), 1);
}

/**
 * Where the scope ends: so that `inScopeKept` of the in-scope tickets held back are kept. Where tickets that are none of the labels were held back too, the
 * place at which kept and found ones together are most, as long as nine of ten in-scope tickets are kept.
 */
export function fitScope(inside: readonly number[], outside: readonly number[], inScopeKept: number): TriageModel['scope'] {
  const sorted = inside.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const edge = at(1 - inScopeKept);
  const candidates = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1].map(at);
  const gain = (threshold: number): number =>
    outside.filter((score) => score < threshold).length / outside.length -
    inside.filter((score) => score < threshold).length / inside.length;
  const threshold =
    outside.length < LEAST_TICKETS ? edge : candidates.reduce((best, one) => (gain(one) > gain(best) ? one : best), edge);
  const spread = at(0.5) - threshold;
  return { threshold, slope: spread > 0 ? MIDDLE_ODDS / spread : 1 };
}

function loss(tickets: readonly HeldOutScore[], temperature: number): number {
  return tickets.reduce((sum, { scores, isRight }) => {
    const sure = bestProbability(scores, temperature);
    return sum - Math.log(Math.max(1e-9, isRight ? sure : 1 - sure));
  }, 0);
}
