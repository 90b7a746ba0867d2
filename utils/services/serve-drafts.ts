import { toReplyText, type Draft, type DraftRecord } from '../domain/draft.ts';
import { toOutcomeId, type OutcomeRow } from '../domain/outcome.ts';
import { findLockDifference, isAwaitingReply, toOpportunityId, toTicketLock, type Ticket } from '../domain/ticket.ts';
import type { DraftStreamDown, DraftStreamUp } from '../messaging/contract.ts';
import { assistTicket } from '../pipeline/assist-ticket.ts';
import type { AssistTicketDeps } from '../pipeline/draft-run.ts';
import type { OutcomeSink } from '../ports/outcome-sink.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import { toDraftRowBase, toRowBase } from './opportunity.ts';
import { createProgressShower } from './show-progress.ts';

type DraftStart = Extract<DraftStreamUp, { kind: 'draft-start' }>;
type Offered = Extract<OutcomeRow, { step: 'offered' }>;
type Emit = (event: DraftStreamDown) => void;

export type StartDraftDeps = {
  readonly drafts: DraftStore;
  readonly outcomes: OutcomeSink;
  /** Settings and stores turned into what one run of the pipeline needs, read anew for each draft. */
  readonly readAssistDeps: () => Promise<AssistTicketDeps>;
  readonly now: () => Date;
};

/**
 * The draft that the ticket has, or a new one. Every step is saved before it is shown, and every id comes from the panel or the
 * ticket, so that a second worker which is asked the same goes on where the first ended.
 */
export async function startDraft(
  deps: StartDraftDeps,
  start: DraftStart,
  ticket: Ticket,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const existing = (await deps.drafts.get(start.draftId)) ?? (start.again ? undefined : await findDraft(deps.drafts, ticket));
  const record = existing ?? (await openDraft(deps, start, ticket));
  const ended = record.outcome ? record : await makeDraft(deps, record, start, ticket, emit, signal);
  if (!ended.outcome) return;
  await deps.outcomes.append(toRows(ended, ticket, deps.now()));
  emit({ kind: 'draft-end', draftId: ended.id, outcome: ended.outcome });
}

/** The turn's newest draft, when it was made for the conversation as it is now; one that failed or abstained is tried again, one without an end is resumed. */
async function findDraft(drafts: DraftStore, ticket: Ticket): Promise<DraftRecord | undefined> {
  const newest = await drafts.newestOf(toOpportunityId(ticket));
  if (!newest || newest.rejection || findLockDifference(newest.lock, toTicketLock(ticket))) return undefined;
  return newest.outcome && newest.outcome.kind !== 'drafted' ? undefined : newest;
}

async function openDraft(deps: StartDraftDeps, { draftId, facts }: DraftStart, ticket: Ticket): Promise<DraftRecord> {
  const record: DraftRecord = {
    id: draftId,
    opportunityId: toOpportunityId(ticket),
    lock: toTicketLock(ticket),
    subject: ticket.subject,
    createdAt: deps.now().toISOString(),
    versions: [],
    ...(facts.length > 0 ? { facts } : {}),
  };
  await deps.drafts.save(record);
  return record;
}

async function makeDraft(
  deps: StartDraftDeps,
  opened: DraftRecord,
  { without, pinned, anyway, again }: DraftStart,
  ticket: Ticket,
  emit: Emit,
  signal: AbortSignal,
): Promise<DraftRecord> {
  const shower = createProgressShower(opened, deps.drafts, emit);
  const ask = {
    draftId: opened.id,
    askedAt: opened.createdAt,
    without: new Set(without),
    pinned,
    facts: opened.facts ?? [],
    anyway,
    isNew: again,
  };
  const outcome = await assistTicket(ticket, await deps.readAssistDeps(), ask, signal, shower.show);
  await shower.settle();
  const at = deps.now().toISOString();
  const end = ({ progress: _shown, ...now }: DraftRecord): DraftRecord => ({
    ...now,
    outcome,
    versions: toVersions(outcome, at),
  });
  // Asked for twice at once, the first end stands: the agent may have changed it since.
  const ended = await deps.drafts.revise(opened.id, (now) => (now.outcome ? undefined : end(now)));
  return ended ?? end(opened);
}

function toVersions(outcome: DraftRecord['outcome'], at: string): DraftRecord['versions'] {
  if (outcome?.kind !== 'drafted') return [];
  const { blocks } = outcome.draft;
  return [{ at, by: 'drafter', text: toReplyText(blocks), blocks }];
}

/** Rows that the end of a draft adds to the ladder. Ids come from the opportunity: a second draft of it adds none. */
function toRows(record: DraftRecord, ticket: Ticket, now: Date): OutcomeRow[] {
  if (!isAwaitingReply(ticket)) return [];
  const at = now.toISOString();
  const base = toRowBase(record.opportunityId, record.lock, ticket.agent, at);
  const { outcome } = record;
  if (outcome?.kind === 'abstained' || outcome?.kind === 'handed-over') {
    const reason = outcome.kind === 'abstained' ? outcome.reason : 'handed-over';
    return [{ ...base, id: toOutcomeId('abstained', record.opportunityId), step: 'abstained', reason }];
  }
  const ofDraft = toDraftRowBase(record, ticket.agent, at);
  if (!ofDraft) return [];
  return [
    {
      ...ofDraft,
      id: toOutcomeId('offered', record.opportunityId),
      step: 'offered',
      draftMs: draftingMs(record),
      ...(outcome?.kind === 'drafted' ? toCost(outcome.draft) : {}),
    },
  ];
}

/** How the draft was made, and what its requests cost together. */
function toCost({ trace, strategy, voice }: Draft): Partial<Pick<Offered, 'strategy' | 'voice' | 'tokens' | 'money'>> {
  const asked = trace.flatMap(({ tokens }) => tokens ?? []);
  const money = trace.flatMap((stage) => stage.money ?? []);
  const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
  const tokens = {
    input: sum(asked.map((one) => one.input)),
    output: sum(asked.map((one) => one.output)),
    isEstimated: asked.some((one) => one.isEstimated),
  };
  return {
    ...(strategy ? { strategy } : {}),
    ...(voice ? { voice } : {}),
    ...(asked.length > 0 ? { tokens } : {}),
    ...(money.length > 0 ? { money: sum(money) } : {}),
  };
}

/** Milliseconds from asking to the finished draft. */
function draftingMs(record: DraftRecord): number {
  return Math.max(0, Date.parse(record.versions[0]?.at ?? record.createdAt) - Date.parse(record.createdAt));
}
