import type { RejectionReason } from '../domain/draft.ts';
import type { HeldBackReason, OutcomeRow } from '../domain/outcome.ts';
import {
  hasReached,
  ladderSteps,
  toOpportunityOutcomes,
  type LadderStep,
  type OpportunityOutcome,
} from './opportunity-outcome.ts';
import { isInRange, type TimeRange } from './time-range.ts';

/** Why an opportunity went no further. `open`: nothing has ended it yet. */
export type LossReason =
  | { readonly kind: 'abstained'; readonly reason: HeldBackReason }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason }
  | { readonly kind: 'own-reply' | 'undone' | 'changed-more' | 'open' };

/** `losses` are the opportunities that reached the step before and not this one, largest first; they sum to `lost`. */
export type LadderRung = {
  readonly step: LadderStep;
  readonly count: number;
  readonly lost: number;
  readonly losses: readonly { readonly reason: LossReason; readonly count: number }[];
};

/**
 * The ladder of the opportunities that began within `range`, each counted once, whatever happened to it later. Counts
 * never rise from rung to rung, since a later step stands for all before it.
 */
export function countLadder(rows: readonly OutcomeRow[], range: TimeRange): LadderRung[] {
  return toLadder(toOpportunityOutcomes(rows).filter((outcome) => isInRange(outcome.atMs, range)));
}

/** The ladder of these opportunities: six rungs, bottom first. */
export function toLadder(outcomes: readonly OpportunityOutcome[]): LadderRung[] {
  return ladderSteps.map((step, index) => {
    const below = ladderSteps[index - 1];
    const lost = below ? outcomes.filter((outcome) => hasReached(outcome, below) && !hasReached(outcome, step)) : [];
    const reasons = Map.groupBy(lost.map(toLossReason), (reason) => JSON.stringify(reason));
    const losses = [...reasons.values()].flatMap(([reason, ...more]) => (reason ? [{ reason, count: more.length + 1 }] : []));
    return {
      step,
      count: outcomes.filter((outcome) => hasReached(outcome, step)).length,
      lost: lost.length,
      losses: losses.toSorted((a, b) => b.count - a.count || (toKey(a.reason) < toKey(b.reason) ? -1 : 1)),
    };
  });
}

const toKey = (reason: LossReason): string => JSON.stringify(reason);

/** The one reason that is counted, where several apply: the agent's own statement before what happened afterwards. */
function toLossReason(outcome: OpportunityOutcome): LossReason {
  switch (outcome.reached) {
    case 'eligible':
      if (outcome.abstained) return { kind: 'abstained', reason: outcome.abstained };
      break;
    case 'offered':
    case 'seen':
      if (outcome.rejected) return { kind: 'rejected', reason: outcome.rejected };
      break;
    case 'inserted':
      if (outcome.undone) return { kind: 'undone' };
      break;
    case 'sent':
    case 'retained':
      return { kind: 'changed-more' };
    default:
      return assertNever(outcome.reached);
  }
  return { kind: outcome.ownReply ? 'own-reply' : 'open' };
}

function assertNever(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
}
