import { toShownVersion, type DraftId, type DraftRecord } from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import { toOutcomeId, type OutcomeRow } from '../domain/outcome.ts';
import type { TabState } from '../domain/tab-state.ts';
import type { Ticket } from '../domain/ticket.ts';
import { markFrame } from '../drafting/voice/mark-frame.ts';
import { checkEdit } from '../grounding/check-edit.ts';
import type { MessageRequest } from '../messaging/contract.ts';
import type { OutcomeSink } from '../ports/outcome-sink.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import { toDraftRowBase } from './opportunity.ts';

export type DecideDraftsDeps = {
  readonly drafts: DraftStore;
  readonly outcomes: OutcomeSink;
  readonly readTabs: () => Promise<readonly TabState[]>;
  readonly now: () => Date;
};

export type DraftDecider = {
  readonly seen: (draftId: DraftId) => Promise<void>;
  readonly edit: (draftId: DraftId, text: string) => Promise<void>;
  /** Makes a version (counted from 0) the newest again. */
  readonly choose: (draftId: DraftId, version: number) => Promise<void>;
  readonly reject: (request: MessageRequest<'draft-reject'>) => Promise<void>;
  readonly undone: (draftId: DraftId) => Promise<void>;
};

/** What the agent decides about a draft, saved and logged. Each may be asked twice and counts once. */
export function createDraftDecider(deps: DecideDraftsDeps): DraftDecider {
  const load = async (draftId: DraftId): Promise<DraftRecord> => {
    const record = await deps.drafts.get(draftId);
    if (!record) throw new FailureError({ kind: 'unexpected', said: 'This draft is no longer stored. Draft again.' });
    return record;
  };
  const findTicket = async (record: DraftRecord): Promise<Ticket | undefined> => {
    const reports = (await deps.readTabs()).map((tab) => tab.report);
    return reports
      .filter((report) => report.kind === 'ticket')
      .find(({ ticket }) => ticket.id === record.lock.ticketId && ticket.host === record.lock.host)?.ticket;
  };
  const toBase = async (record: DraftRecord) =>
    toDraftRowBase(record, (await findTicket(record))?.agent, deps.now().toISOString());
  return {
    async seen(draftId) {
      const record = await load(draftId);
      const base = await toBase(record);
      if (base) await deps.outcomes.append([{ ...base, id: toOutcomeId('seen', record.opportunityId), step: 'seen' }]);
    },
    async edit(draftId, text) {
      const record = await load(draftId);
      const edited = addVersion(record, text, deps.now().toISOString());
      if (edited !== record) await deps.drafts.save(withCheckedEdit(edited, await findTicket(record)));
    },
    async choose(draftId, version) {
      const record = await load(draftId);
      const chosen = record.versions[version];
      if (!chosen || chosen === toShownVersion(record)) return;
      const { changedFacts: _accepted, ...again } = chosen;
      await deps.drafts.save({ ...record, versions: [...record.versions, { ...again, at: deps.now().toISOString() }] });
    },
    async reject({ draftId, reason, source, note }) {
      const record = await load(draftId);
      const at = deps.now().toISOString();
      await deps.drafts.save({ ...record, rejection: { at, reason, note, ...(source === undefined ? {} : { source }) } });
      const base = await toBase(record);
      const rejected =
        record.outcome?.kind === 'drafted' ? record.outcome.draft.sources.find(({ number }) => number === source) : undefined;
      if (!base) return;
      const row: OutcomeRow = { ...base, id: toOutcomeId('rejected', record.id), step: 'rejected', reason, note };
      await deps.outcomes.append([rejected ? { ...row, rejectedArticleId: rejected.passage.articleId } : row]);
    },
    async undone(draftId) {
      const record = await load(draftId);
      const base = await toBase(record);
      if (base)
        await deps.outcomes.append([
          {
            ...base,
            id: toOutcomeId('insert-undone', `${record.opportunityId}:${record.receipt?.at ?? ''}`),
            step: 'insert-undone',
          },
        ]);
      const { receipt: _undone, ...rest } = record;
      await deps.drafts.save(rest);
    },
  };
}

/** The record with the agent's text as its newest version; the same record when that is what stands already. */
export function addVersion(record: DraftRecord, text: string, at: string): DraftRecord {
  if (toShownVersion(record)?.text === text) return record;
  return { ...record, versions: [...record.versions, { at, by: 'agent', text }] };
}

/** The newest version with each of its sentences checked; as it is when there is nothing to check it against. */
export function withCheckedEdit(record: DraftRecord, ticket: Ticket | undefined): DraftRecord {
  const edited = record.versions.at(-1);
  if (record.outcome?.kind !== 'drafted' || !edited || !ticket) return record;
  const { draft } = record.outcome;
  const before = record.versions.slice(0, -1).findLast((version) => version.blocks)?.blocks ?? draft.blocks;
  const language = edited.language ?? draft.language;
  const checked = checkEdit(edited.text, before, draft.sources, ticket, language);
  const blocks = markFrame(checked, { ticket, language, agentName: ticket.agent?.name ?? '' });
  return { ...record, versions: [...record.versions.slice(0, -1), { ...edited, blocks }] };
}
