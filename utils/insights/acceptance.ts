import { hasReached, type OpportunityOutcome } from './opportunity-outcome.ts';
import { toRate, type Rate } from './rate.ts';

/** Strict: sent with at least 60 % of the draft's words kept (`retained`). Loose: inserted, whatever happened then. */
export type Acceptance = {
  readonly offered: number;
  readonly eligible: number;
  readonly strict: { readonly overOffered: Rate; readonly overEligible: Rate };
  readonly loose: { readonly overOffered: Rate; readonly overEligible: Rate };
};

/** Both acceptance rates over both denominators, each opportunity counted once. */
export function measureAcceptance(outcomes: readonly OpportunityOutcome[]): Acceptance {
  const count = (step: 'offered' | 'inserted' | 'retained'): number =>
    outcomes.filter((outcome) => hasReached(outcome, step)).length;
  const eligible = outcomes.length;
  const offered = count('offered');
  const over = (successes: number) => ({ overOffered: toRate(successes, offered), overEligible: toRate(successes, eligible) });
  return { offered, eligible, strict: over(count('retained')), loose: over(count('inserted')) };
}
