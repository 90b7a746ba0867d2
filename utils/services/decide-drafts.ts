import { toShownVersion, type DraftId, type DraftRecord, type DraftVersion } from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import { toOutcomeId, type OutcomeRow } from '../domain/outcome.ts';
import type { TabState } from '../domain/tab-state.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { MessageRequest } from '../messaging/contract.ts';
import type { OutcomeSink } from '../ports/outcome-sink.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import { addVersion } from './add-version.ts';
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
  const load = async (draftId: DraftId): Promise<DraftRecord> => needRecord(await deps.drafts.get(draftId));
  const revise = async (draftId: DraftId, change: (record: DraftRecord) => DraftRecord): Promise<DraftRecord> =>
    needRecord(await deps.drafts.revise(draftId, change));
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
      const ticket = await findTicket(await load(draftId));
      await revise(draftId, (record) => addVersion(record, text, deps.now().toISOString(), ticket));
    },
    async choose(draftId, version) {
      await revise(draftId, (record) => {
        const chosen = record.versions[version];
        // Asked twice, it stands already: as a copy of what was chosen.
        if (!chosen || isSameText(chosen, toShownVersion(record))) return record;
        const { changedFacts: _accepted, ...again } = chosen;
        return { ...record, versions: [...record.versions, { ...again, at: deps.now().toISOString() }] };
      });
    },
    async reject({ draftId, reason, source, note }) {
      const at = deps.now().toISOString();
      const rejection = { at, reason, note, ...(source === undefined ? {} : { source }) };
      const record = await revise(draftId, (now) => ({ ...now, rejection }));
      const base = await toBase(record);
      const rejected =
        record.outcome?.kind === 'drafted' ? record.outcome.draft.sources.find(({ number }) => number === source) : undefined;
      if (!base) return;
      const row: OutcomeRow = { ...base, id: toOutcomeId('rejected', record.id), step: 'rejected', reason, note };
      await deps.outcomes.append([rejected ? { ...row, rejectedArticleId: rejected.passage.articleId } : row]);
    },
    async undone(draftId) {
      const record = await load(draftId);
      // Taken back already.
      if (!record.receipt) return;
      const base = await toBase(record);
      if (base)
        await deps.outcomes.append([
          { ...base, id: toOutcomeId('insert-undone', `${record.opportunityId}:${record.receipt.at}`), step: 'insert-undone' },
        ]);
      await revise(draftId, ({ receipt: _undone, ...rest }) => rest);
    },
  };
}

function needRecord(record: DraftRecord | undefined): DraftRecord {
  if (!record) throw new FailureError({ kind: 'unexpected', said: 'This draft is no longer stored. Draft again.' });
  return record;
}

const isSameText = (a: DraftVersion, b: DraftVersion | undefined): boolean => a.text === b?.text && a.language === b.language;
