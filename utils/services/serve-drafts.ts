import { toReplyText, type DraftRecord } from '../domain/draft.ts';
import { toFailure } from '../domain/failure.ts';
import { toOutcomeId, type OutcomeRow } from '../domain/outcome.ts';
import type { TabState } from '../domain/page-report.ts';
import { findLockDifference, isAwaitingReply, toOpportunityId, toTicketLock, type Ticket } from '../domain/ticket.ts';
import type { ServeDraft } from '../messaging/draft-channel.ts';
import { assistTicket, type AssistTicketDeps } from '../pipeline/assist-ticket.ts';
import type { OutcomeSink } from '../ports/outcome-sink.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import { toDraftRowBase, toRowBase } from './opportunity.ts';

/** Snapshots of a streaming reply are saved and shown at most this often; faster than the eye, slower than 200 tokens a second. */
const SNAPSHOT_EVERY_MS = 50;

export type ServeDraftsDeps = {
  readonly readTab: (tabId: number) => Promise<TabState | undefined>;
  readonly drafts: DraftStore;
  readonly outcomes: OutcomeSink;
  /** Settings and stores turned into what one run of the pipeline needs, read anew for each draft. */
  readonly readAssistDeps: () => Promise<AssistTicketDeps>;
  readonly now: () => Date;
};

/**
 * Serves one draft stream: the draft that the ticket has, or a new one. Every step is saved before it is shown, and
 * every id comes from the panel or the ticket, so that a second worker which is asked the same goes on where the first ended.
 */
export function createDraftServer(deps: ServeDraftsDeps): ServeDraft {
  return async (start, emit, signal) => {
    try {
      const state = await deps.readTab(start.tabId);
      if (state?.report.kind !== 'ticket') {
        return emit({
          kind: 'draft-end',
          outcome: { kind: 'failed', failure: { kind: 'ticket-unreadable', helpdesk: '', missing: 'the open ticket' } },
        });
      }
      const { ticket } = state.report;
      const existing = (await deps.drafts.get(start.draftId)) ?? (start.again ? undefined : await findDraft(deps.drafts, ticket));
      const record = existing ?? (await openDraft(deps, start.draftId, ticket));
      const ended = record.outcome ? record : await makeDraft(deps, record, ticket, new Set(start.without), emit, signal);
      if (ended.outcome) {
        await deps.outcomes.append(toRows(ended, ticket, deps.now()));
        emit({ kind: 'draft-end', draftId: ended.id, outcome: ended.outcome });
      }
    } catch (thrown) {
      if (!signal.aborted) emit({ kind: 'draft-end', outcome: { kind: 'failed', failure: toFailure(thrown) } });
    }
  };
}

/** The turn's newest draft, when it was made for the conversation as it is now; one that failed or abstained is tried again, one without an end is resumed. */
async function findDraft(drafts: DraftStore, ticket: Ticket): Promise<DraftRecord | undefined> {
  const newest = await drafts.newestOf(toOpportunityId(ticket));
  if (!newest || newest.rejection || findLockDifference(newest.lock, toTicketLock(ticket))) return undefined;
  return newest.outcome && newest.outcome.kind !== 'drafted' ? undefined : newest;
}

async function openDraft(deps: ServeDraftsDeps, id: DraftRecord['id'], ticket: Ticket): Promise<DraftRecord> {
  const lock = toTicketLock(ticket);
  const record: DraftRecord = {
    id,
    opportunityId: toOpportunityId(ticket),
    lock,
    subject: ticket.subject,
    createdAt: deps.now().toISOString(),
    versions: [],
  };
  await deps.drafts.save(record);
  return record;
}

async function makeDraft(
  deps: ServeDraftsDeps,
  opened: DraftRecord,
  ticket: Ticket,
  without: ReadonlySet<string>,
  emit: Parameters<ServeDraft>[1],
  signal: AbortSignal,
): Promise<DraftRecord> {
  let record = opened;
  let saving: Promise<void> | undefined;
  const saveAndShow = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, SNAPSHOT_EVERY_MS));
    const { progress } = record;
    // A snapshot that cannot be saved is still shown: the end of the draft reports the storage's failure.
    await deps.drafts.saveProgress(record).catch(() => undefined);
    if (progress) emit({ kind: 'draft-delta', draftId: record.id, progress });
    saving = undefined;
  };
  const outcome = await assistTicket(ticket, await deps.readAssistDeps(), without, signal, (progress) => {
    record = { ...record, progress };
    saving ??= saveAndShow();
  });
  await saving;
  const at = deps.now().toISOString();
  const { progress: _shown, ...kept } = record;
  const ended: DraftRecord = {
    ...kept,
    outcome,
    versions: outcome.kind === 'drafted' ? [{ at, by: 'drafter', text: toReplyText(outcome.draft.blocks) }] : [],
  };
  await deps.drafts.save(ended);
  return ended;
}

/** Rows that the end of a draft adds to the ladder. Ids come from the opportunity: a second draft of it adds none. */
function toRows(record: DraftRecord, ticket: Ticket, now: Date): OutcomeRow[] {
  if (!isAwaitingReply(ticket)) return [];
  const at = now.toISOString();
  const base = toRowBase(record.opportunityId, record.lock, ticket.agent, at);
  if (record.outcome?.kind === 'abstained') {
    return [{ ...base, id: toOutcomeId('abstained', record.opportunityId), step: 'abstained', reason: record.outcome.reason }];
  }
  const ofDraft = toDraftRowBase(record, ticket.agent, at);
  if (!ofDraft) return [];
  return [{ ...ofDraft, id: toOutcomeId('offered', record.opportunityId), step: 'offered', draftMs: draftingMs(record) }];
}

/** Milliseconds from asking to the finished draft. */
function draftingMs(record: DraftRecord): number {
  return Math.max(0, Date.parse(record.versions[0]?.at ?? record.createdAt) - Date.parse(record.createdAt));
}
