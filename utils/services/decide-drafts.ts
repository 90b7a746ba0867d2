import type { DraftId, DraftRecord } from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import { toOutcomeId, type OutcomeRow } from '../domain/outcome.ts';
import type { TabState } from '../domain/page-report.ts';
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
  const toBase = async (record: DraftRecord) => {
    const tabs = await deps.readTabs();
    const tab = tabs.find(
      (one) =>
        one.report.kind === 'ticket' &&
        one.report.ticket.id === record.lock.ticketId &&
        one.report.ticket.host === record.lock.host,
    );
    const agent = tab?.report.kind === 'ticket' ? tab.report.ticket.agent : undefined;
    return toDraftRowBase(record, agent, deps.now().toISOString());
  };
  return {
    async seen(draftId) {
      const record = await load(draftId);
      const base = await toBase(record);
      if (base) await deps.outcomes.append([{ ...base, id: toOutcomeId('seen', record.opportunityId), step: 'seen' }]);
    },
    async edit(draftId, text) {
      const record = await load(draftId);
      const edited = addVersion(record, text, deps.now().toISOString());
      if (edited !== record) await deps.drafts.save(edited);
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

/** The record with the agent's text as its newest version; the same record when the text is the newest version already. */
export function addVersion(record: DraftRecord, text: string, at: string): DraftRecord {
  if (record.versions.at(-1)?.text === text) return record;
  return { ...record, versions: [...record.versions, { at, by: 'agent', text }] };
}
