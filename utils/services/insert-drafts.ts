import { toShownVersion, type DraftId, type DraftRecord } from '../domain/draft.ts';
import { toFailure, type Result } from '../domain/failure.ts';
import type { InsertResult } from '../domain/insertion.ts';
import { toOutcomeId } from '../domain/outcome.ts';
import type { PageReport } from '../domain/page-report.ts';
import type { TabState } from '../domain/tab-state.ts';
import type { Ticket, Visibility } from '../domain/ticket.ts';
import type { OutcomeSink } from '../ports/outcome-sink.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import type { PendingInsert } from '../storage/tab-store.ts';
import { addVersion } from './add-version.ts';
import { toDraftRowBase } from './opportunity.ts';

/** An insert that waits for the reply page longer than this is given up: the agent has gone elsewhere. */
const PENDING_FOR_MS = 60_000;

export type InsertDraftsDeps = {
  readonly drafts: DraftStore;
  readonly outcomes: OutcomeSink;
  readonly readTab: (tabId: number) => Promise<TabState | undefined>;
  readonly writeTab: (state: TabState) => Promise<void>;
  readonly readPendingInsert: (tabId: number) => Promise<PendingInsert | undefined>;
  readonly writePendingInsert: (tabId: number, pending: PendingInsert) => Promise<void>;
  readonly clearPendingInsert: (tabId: number) => Promise<void>;
  readonly orderInsert: (
    tabId: number,
    order: Pick<PendingInsert, 'insertId' | 'lock' | 'text' | 'visibility'>,
  ) => Promise<Result<InsertResult>>;
  readonly now: () => Date;
};

export type DraftInserter = {
  /** `visibility` is what the box has to write: a public reply, or a note for colleagues. */
  readonly insert: (tabId: number, draftId: DraftId, text: string, visibility?: Visibility) => Promise<InsertResult>;
  /** Goes on with an insert that a page change or the worker's end interrupted. */
  readonly resume: (tabId: number, report: Extract<PageReport, { kind: 'ticket' }>) => Promise<void>;
};

/**
 * Puts a draft into the reply box of its own ticket. What is about to happen is saved first; the page answers one
 * `insertId` only once; so however often a worker ends in between, the text goes in once and the row is written once.
 */
export function createDraftInserter(deps: InsertDraftsDeps): DraftInserter {
  const carryOut = async (tabId: number, pending: PendingInsert): Promise<InsertResult> => {
    const answer = await deps.orderInsert(tabId, {
      insertId: pending.insertId,
      lock: pending.lock,
      text: pending.text,
      visibility: pending.visibility,
    });
    const result: InsertResult = answer.ok ? answer.value : { kind: 'refused', reason: 'page-gone', detail: answer.error.kind };
    if (result.kind === 'opening-reply-page') return show(tabId, pending.draftId, result);
    if (result.kind === 'inserted') await logInserted(tabId, pending, result);
    await deps.clearPendingInsert(tabId);
    return show(tabId, pending.draftId, result);
  };

  const logInserted = async (
    tabId: number,
    pending: PendingInsert,
    { receipt }: Extract<InsertResult, { kind: 'inserted' }>,
  ): Promise<void> => {
    const record = await deps.drafts.revise(pending.draftId, (now) =>
      // A note is not the reply: the draft, if there is one, can still be inserted.
      now.outcome?.kind === 'drafted' && receipt.visibility === 'internal' ? undefined : { ...now, receipt },
    );
    if (record?.receipt?.at !== receipt.at) return;
    const state = await deps.readTab(tabId);
    const agent = state?.report.kind === 'ticket' ? state.report.ticket.agent : undefined;
    const base = toDraftRowBase(record, agent, receipt.at);
    if (base)
      await deps.outcomes.append([
        { ...base, id: toOutcomeId('inserted', record.opportunityId), step: 'inserted', edited: pending.edited },
      ]);
  };

  /** The ticket that the draft is about, while its page is open there. */
  const readTicket = async (tabId: number, { lock }: DraftRecord): Promise<Ticket | undefined> => {
    const report = (await deps.readTab(tabId))?.report;
    const ticket = report?.kind === 'ticket' ? report.ticket : undefined;
    return ticket?.id === lock.ticketId && ticket.host === lock.host ? ticket : undefined;
  };

  const show = async (tabId: number, draftId: DraftId, result: InsertResult): Promise<InsertResult> => {
    const state = await deps.readTab(tabId);
    if (state) await deps.writeTab({ ...state, lastInsert: { draftId, result } });
    return result;
  };

  return {
    async insert(tabId, draftId, text, visibility = 'public') {
      try {
        const record = await deps.drafts.get(draftId);
        // A clarifying question or a note goes in under the same lock as a draft; only a draft climbs the ladder.
        if (!record?.outcome || record.outcome.kind === 'failed')
          return { kind: 'refused', reason: 'page-gone', detail: 'the draft is no longer stored' };
        const now = deps.now().toISOString();
        const isReply = record.outcome.kind === 'drafted' && visibility === 'public';
        const edited = isReply && record.versions[0]?.text !== text;
        // The agent's text is kept before it goes anywhere.
        if (isReply && toShownVersion(record)?.text !== text) {
          const ticket = await readTicket(tabId, record);
          await deps.drafts.revise(draftId, (stored) => addVersion(stored, text, now, ticket));
        }
        const waiting = await deps.readPendingInsert(tabId);
        if (waiting?.draftId === draftId && waiting.text === text && waiting.visibility === visibility)
          return await carryOut(tabId, waiting);
        const pending: PendingInsert = {
          insertId: `${draftId}:${now}`,
          draftId,
          lock: record.lock,
          text,
          visibility,
          edited,
          at: now,
        };
        await deps.writePendingInsert(tabId, pending);
        return await carryOut(tabId, pending);
      } catch (thrown) {
        return { kind: 'refused', reason: 'page-gone', detail: toFailure(thrown).kind };
      }
    },
    async resume(tabId, report) {
      const pending = await deps.readPendingInsert(tabId);
      if (!pending) return;
      const isStale = deps.now().getTime() - Date.parse(pending.at) > PENDING_FOR_MS;
      if (isStale || report.ticket.id !== pending.lock.ticketId) return deps.clearPendingInsert(tabId);
      if (report.replyBox.kind === 'here') await carryOut(tabId, pending);
    },
  };
}
