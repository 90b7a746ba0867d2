import type { IDBPObjectStore } from 'idb';
import { draftRecordSchema, type DraftId, type DraftRecord } from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import type { OpportunityId } from '../domain/ticket.ts';
import type { DesksideDatabase, DesksideSchema } from './database.ts';
import { toStorageFailure } from './storage-failure.ts';
import { withoutLiveValues } from './without-live-values.ts';

export type DraftStore = {
  readonly get: (id: DraftId) => Promise<DraftRecord | undefined>;
  /** The newest draft of an opportunity that was not put aside. */
  readonly newestOf: (id: OpportunityId) => Promise<DraftRecord | undefined>;
  /** Every draft of one ticket, whatever its revision, oldest first. */
  readonly ofTicket: (prefix: string) => Promise<DraftRecord[]>;
  /** Saves the record for good before it resolves. Throws `FailureError` (`storage-full`, `storage-broken`). */
  readonly save: (record: DraftRecord) => Promise<void>;
  /**
   * Puts what `change` makes of the draft as it is stored now in its place, with nothing else in between: of two changes at
   * once, neither is lost. Given `undefined`, or the same record, the draft stays. Resolves to the draft as it is then; `undefined` when
   * there is none. Throws `FailureError` (`storage-full`, `storage-broken`) and what `change` throws.
   */
  readonly revise: (id: DraftId, change: (record: DraftRecord) => DraftRecord | undefined) => Promise<DraftRecord | undefined>;
  /**
   * Saves a snapshot while a reply is streaming: quick, and allowed to be lost with the machine's power. A draft that has its
   * end by now is left as it is.
   */
  readonly saveProgress: (record: DraftRecord) => Promise<void>;
  /**
   * Puts what `change` makes of each draft in its place, all or none; drafts for which it gives `undefined` stay. With
   * `dropUnreadable`, records that no longer fit their schema go: nothing can show them, and what is in them is not known.
   * Resolves with the number of drafts changed or dropped. Throws `FailureError` (`storage-full`, `storage-broken`).
   */
  readonly reviseAll: (
    change: (record: DraftRecord) => DraftRecord | undefined,
    options?: { readonly dropUnreadable: boolean },
  ) => Promise<number>;
  /** Removes drafts that were begun before `at` (ISO 8601); resolves with their number. */
  readonly removeBefore: (at: string) => Promise<number>;
  readonly removeAll: () => Promise<void>;
};

type Drafts = IDBPObjectStore<DesksideSchema, ['drafts'], 'drafts', 'readwrite'>;

export function createDraftStore(open: () => Promise<DesksideDatabase>): DraftStore {
  const inTransaction = async <T>(durability: 'strict' | 'relaxed', work: (drafts: Drafts) => Promise<T>): Promise<T> => {
    try {
      const transaction = (await open()).transaction('drafts', 'readwrite', { durability });
      const [value] = await Promise.all([work(transaction.store), transaction.done]);
      return value;
    } catch (thrown) {
      throw new FailureError(toStorageFailure(thrown), { cause: thrown });
    }
  };
  const parseAll = (raw: readonly unknown[]): DraftRecord[] =>
    raw
      .flatMap((value) => {
        const record = draftRecordSchema.safeParse(value);
        return record.success ? [record.data] : [];
      })
      .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  return {
    get: async (id) => draftRecordSchema.safeParse(await (await open()).get('drafts', id)).data,
    newestOf: async (id) => parseAll(await (await open()).getAllFromIndex('drafts', 'byOpportunity', id)).at(-1),
    ofTicket: async (prefix) =>
      parseAll(await (await open()).getAllFromIndex('drafts', 'byOpportunity', IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
    save: (record) => inTransaction('strict', async (drafts) => void (await drafts.put(withoutLiveValues(record)))),
    revise: (id, change) =>
      inTransaction('strict', async (drafts) => {
        const now = draftRecordSchema.safeParse(await drafts.get(id)).data;
        const next = now && change(now);
        if (!next || next === now) return now;
        await drafts.put(withoutLiveValues(next));
        return next;
      }),
    saveProgress: ({ id, progress }) =>
      inTransaction('relaxed', async (drafts) => {
        const now = await drafts.get(id);
        if (now && !now.outcome && progress) await drafts.put(withoutLiveValues({ ...now, progress }));
      }),
    reviseAll: (change, { dropUnreadable } = { dropUnreadable: false }) =>
      inTransaction('strict', async (drafts) => {
        let changed = 0;
        for await (const cursor of drafts) {
          const record = draftRecordSchema.safeParse(cursor.value);
          const next = record.success ? change(record.data) : undefined;
          if (next) await cursor.update(next);
          else if (!record.success && dropUnreadable) await cursor.delete();
          else continue;
          changed += 1;
        }
        return changed;
      }),
    removeBefore: (at) =>
      inTransaction('strict', async (drafts) => {
        let removed = 0;
        for await (const cursor of drafts) {
          if (cursor.value.createdAt >= at) continue;
          await cursor.delete();
          removed += 1;
        }
        return removed;
      }),
    async removeAll() {
      await (await open()).clear('drafts');
    },
  };
}
