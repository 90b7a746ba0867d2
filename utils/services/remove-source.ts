import type { SourceId } from '../domain/passage.ts';
import { removeFromDraft, removeFromRow, usesSource, type SourceRemoval } from '../insights/lineage/forget-source.ts';
import type { ArticleReader } from '../storage/article-reader.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import type { KnowledgeStore } from '../storage/knowledge-store.ts';
import type { OutcomeLog } from '../storage/outcome-log.ts';
import type { VectorStore } from '../storage/vector-store.ts';

export type RemoveSourceDeps = {
  readonly knowledge: Pick<KnowledgeStore, 'removeSource'>;
  readonly articles: Pick<ArticleReader, 'listPassageIds'>;
  readonly vectors: Pick<VectorStore, 'readState' | 'removeVectors'>;
  readonly drafts: Pick<DraftStore, 'reviseAll'>;
  readonly outcomes: Pick<OutcomeLog, 'reviseTexts'>;
  /** Answers of models, written from whatever they were given. */
  readonly answers?: { readonly removeAll: () => Promise<void> };
  readonly now: () => Date;
};

/**
 * Removes a source everywhere. Drafts that used it keep the passages as they were, marked as removed, so that a sent reply
 * can still be explained; with `forget` their text goes too, from drafts and outcomes, and only ids, dates and figures stay.
 *
 * The source goes last but one: ended in between, it still stands in the list and can be removed again, and drafts that were
 * being written meanwhile are looked at once more. Doing it twice changes nothing. Throws `FailureError`.
 */
export async function removeSourceEverywhere(
  { knowledge, articles, vectors, drafts, outcomes, answers, now }: RemoveSourceDeps,
  sourceId: SourceId,
  { forget }: { readonly forget: boolean },
): Promise<{ readonly drafts: number }> {
  const removal: SourceRemoval = { sourceId, at: now().toISOString(), forget };
  const touched = new Set<string>();
  const revise = async (): Promise<void> => {
    await drafts.reviseAll(
      (record) => {
        if (usesSource(record, sourceId)) touched.add(record.id);
        return removeFromDraft(record, removal);
      },
      { dropUnreadable: forget },
    );
    if (forget) await answers?.removeAll();
    if (forget) await outcomes.reviseTexts((row) => removeFromRow(row, sourceId, touched), { dropUnreadable: true });
  };
  await revise();
  await removeVectors(vectors, await articles.listPassageIds(sourceId));
  await knowledge.removeSource(sourceId);
  await revise();
  return { drafts: touched.size };
}

/** From the vectors that serve and from those that are being made. */
async function removeVectors(vectors: RemoveSourceDeps['vectors'], gone: ReadonlySet<string>): Promise<void> {
  const { serving, building } = await vectors.readState();
  if (gone.size === 0) return;
  if (serving) await vectors.removeVectors(serving, gone);
  if (building?.dimensions !== undefined) await vectors.removeVectors({ ...building, dimensions: building.dimensions }, gone);
}
