import type { RejectionReason } from '../domain/draft.ts';
import type { HeldBackReason, OutcomeRow } from '../domain/outcome.ts';
import type { HelpdeskId, OpportunityId, Person, TicketId } from '../domain/ticket.ts';

/** The ladder, bottom to top. */
export const ladderSteps = ['eligible', 'offered', 'seen', 'inserted', 'sent', 'retained'] as const;
export type LadderStep = (typeof ladderSteps)[number];

type DraftRow = Extract<OutcomeRow, { sources: unknown }>;

/** All rows of one opportunity, folded into what is counted. */
export type OpportunityOutcome = {
  readonly id: OpportunityId;
  readonly helpdesk: HelpdeskId;
  readonly ticketId: TicketId;
  /** When it began, epoch milliseconds: its earliest row. Decides which day and which period it belongs to. */
  readonly atMs: number;
  /** Whom the draft was offered to; where no draft was, who had the ticket open. */
  readonly agent: Person;
  /** BCP 47, of the draft; unknown where none was offered. */
  readonly language: string | undefined;
  /** Cited by the draft that got furthest. */
  readonly sources: DraftRow['sources'];
  /**
   * The furthest step. A later step stands for all before it: a reply that was retained without a `seen` row (the panel
   * was closed by the page change before it could say so) was seen.
   */
  readonly reached: LadderStep;
  readonly abstained: HeldBackReason | undefined;
  readonly rejected: RejectionReason | undefined;
  readonly undone: boolean;
  readonly ownReply: boolean;
};

/** Has this opportunity come at least as far as `step`? */
export function hasReached(outcome: Pick<OpportunityOutcome, 'reached'>, step: LadderStep): boolean {
  return rankOf(outcome.reached) >= rankOf(step);
}

const rankOf = (step: string): number => ladderSteps.findIndex((one) => one === step);

/**
 * Folds rows into one value per opportunity, oldest first. Neither the order of the rows nor repeated rows change the
 * result; steps that this version does not know are passed over, and an opportunity of which nothing else is known is
 * left out. O(n log n).
 */
export function toOpportunityOutcomes(rows: readonly OutcomeRow[]): OpportunityOutcome[] {
  const known = rows.filter((row) => isKnown(row.step));
  const groups = Map.groupBy(known.toSorted(byTimeThenId), (row) => row.opportunityId);
  return [...groups].map(([id, group]) => fold(id, group)).toSorted((a, b) => a.atMs - b.atMs || compare(a.id, b.id));
}

const otherSteps = ['abstained', 'rejected', 'insert-undone', 'own-reply'];
const isKnown = (step: string): boolean => rankOf(step) >= 0 || otherSteps.includes(step);

/** Time, then id, then content: a total order, so that equal sets of rows fold equally, even where two differ under one id. */
const byTimeThenId = (a: OutcomeRow, b: OutcomeRow): number =>
  Date.parse(a.at) - Date.parse(b.at) || compare(a.id, b.id) || compare(JSON.stringify(a), JSON.stringify(b));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function fold(id: OpportunityId, rows: readonly OutcomeRow[]): OpportunityOutcome {
  const reachedRank = Math.max(0, ...rows.map((row) => impliedRank(row.step)));
  const drafts = rows.filter((row): row is DraftRow => 'sources' in row);
  const furthest = drafts.toSorted((a, b) => impliedRank(b.step) - impliedRank(a.step))[0];
  const [first] = rows;
  if (!first) throw new RangeError(`opportunity ${id} has no rows`);
  return {
    id,
    helpdesk: first.helpdesk,
    ticketId: first.ticketId,
    atMs: Date.parse(first.at),
    agent: (rows.find((row) => row.step === 'offered' && isNamed(row)) ?? rows.find(isNamed) ?? first).agent,
    language: furthest?.language,
    sources: furthest?.sources ?? [],
    reached: ladderSteps[reachedRank] ?? 'eligible',
    abstained: rows.findLast((row) => row.step === 'abstained')?.reason,
    rejected: rows.findLast((row) => row.step === 'rejected')?.reason,
    undone: rows.some((row) => row.step === 'insert-undone'),
    ownReply: rows.some((row) => row.step === 'own-reply'),
  };
}

const isNamed = (row: OutcomeRow): boolean => row.agent.id !== 'unknown';

/** How far a row shows that its opportunity came: a rejected draft was seen, an undone insert was one. */
function impliedRank(step: string): number {
  if (step === 'rejected') return rankOf('seen');
  if (step === 'insert-undone') return rankOf('inserted');
  return rankOf(step);
}
