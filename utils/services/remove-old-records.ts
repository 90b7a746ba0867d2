import type { AnswerCache } from '../ports/answer-cache.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import type { OutcomeLog } from '../storage/outcome-log.ts';
import type { SpendingLog } from '../storage/spending-log.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export type RemoveOldRecordsDeps = {
  readonly outcomes: Pick<OutcomeLog, 'removeBefore'>;
  readonly drafts: Pick<DraftStore, 'removeBefore'>;
  readonly spendingLog: Pick<SpendingLog, 'removeBefore'>;
  readonly answers: AnswerCache & { readonly removeOld: () => Promise<void> };
  /** Whole days; see `Settings`. */
  readonly readKeepDays: () => Promise<number>;
  readonly now: () => Date;
};

/**
 * Removes what is older than the team keeps it: outcomes with the sent texts, drafts with their traces, what requests cost (not of this
 * month, which budgets count), and answers of models past their day. One that fails does not keep the others.
 */
export function createRecordRemover(deps: RemoveOldRecordsDeps): () => Promise<void> {
  return async () => {
    const now = deps.now();
    const before = new Date(now.getTime() - (await deps.readKeepDays()) * DAY_MS).toISOString();
    const monthStart = new Date(now.getFullYear(), now.getMonth(), 1).toISOString();
    await Promise.allSettled([
      deps.outcomes.removeBefore(before),
      deps.drafts.removeBefore(before),
      deps.spendingLog.removeBefore(before < monthStart ? before : monthStart),
      deps.answers.removeOld(),
    ]);
  };
}
