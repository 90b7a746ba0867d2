import { draftRecordSchema, type DraftId, type DraftRecord, type DraftSource } from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import { isLookUpPassage, withoutLookUpValues } from '../domain/look-up.ts';
import type { OpportunityId } from '../domain/ticket.ts';
import type { DesksideDatabase } from './database.ts';
import { toStorageFailure } from './storage-failure.ts';

export type DraftStore = {
  readonly get: (id: DraftId) => Promise<DraftRecord | undefined>;
  /** The newest draft of an opportunity that was not put aside. */
  readonly newestOf: (id: OpportunityId) => Promise<DraftRecord | undefined>;
  /** Every draft of one ticket, whatever its revision, oldest first. */
  readonly ofTicket: (prefix: string) => Promise<DraftRecord[]>;
  /** Saves the record for good before it resolves. Throws `FailureError` (`storage-full`, `storage-broken`). */
  readonly save: (record: DraftRecord) => Promise<void>;
  /** Saves a snapshot while a reply is streaming: quick, and allowed to be lost with the machine's power. */
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
  readonly removeAll: () => Promise<void>;
};

export function createDraftStore(open: () => Promise<DesksideDatabase>): DraftStore {
  const put = async (record: DraftRecord, durability: 'strict' | 'relaxed'): Promise<void> => {
    try {
      const transaction = (await open()).transaction('drafts', 'readwrite', { durability });
      await Promise.all([transaction.store.put(withoutLiveValues(record)), transaction.done]);
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
    save: (record) => put(record, 'strict'),
    saveProgress: (record) => put(record, 'relaxed'),
    async reviseAll(change, { dropUnreadable } = { dropUnreadable: false }) {
      try {
        const transaction = (await open()).transaction('drafts', 'readwrite', { durability: 'strict' });
        let changed = 0;
        for await (const cursor of transaction.store) {
          const record = draftRecordSchema.safeParse(cursor.value);
          const next = record.success ? change(record.data) : undefined;
          if (next) await cursor.update(next);
          else if (!record.success && dropUnreadable) await cursor.delete();
          else continue;
          changed += 1;
        }
        await transaction.done;
        return changed;
      } catch (thrown) {
        throw new FailureError(toStorageFailure(thrown), { cause: thrown });
      }
    },
    async removeAll() {
      await (await open()).clear('drafts');
    },
  };
}

/** Live business state is shown once and never stored in full: its sources lose their text, citations of them their spans. */
function withoutLiveValues(record: DraftRecord): DraftRecord {
  const { outcome, progress } = record;
  const strip = (sources: readonly DraftSource[]): DraftSource[] =>
    sources.map((source) => ({ ...source, passage: withoutLookUpValues(source.passage) }));
  const isLive = (sources: readonly DraftSource[] | undefined): boolean =>
    sources?.some(({ passage }) => isLookUpPassage(passage)) ?? false;
  const drafted = outcome?.kind === 'drafted' && isLive(outcome.draft.sources) ? outcome : undefined;
  if (!drafted && !isLive(progress?.sources)) return record;
  const live = new Set(drafted?.draft.sources.flatMap(({ number, passage }) => (isLookUpPassage(passage) ? [number] : [])));
  return {
    ...record,
    ...(progress ? { progress: { ...progress, sources: strip(progress.sources) } } : {}),
    ...(drafted
      ? {
          outcome: {
            ...drafted,
            draft: {
              ...drafted.draft,
              sources: strip(drafted.draft.sources),
              blocks: drafted.draft.blocks.map((block) => ({
                ...block,
                lines: block.lines.map((line) =>
                  line.map((sentence) => ({
                    ...sentence,
                    citations: sentence.citations.map((citation) =>
                      live.has(citation.source) ? { ...citation, spans: [] } : citation,
                    ),
                  })),
                ),
              })),
            },
          },
        }
      : {}),
  };
}
