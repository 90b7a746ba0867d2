import { FailureError } from '../../domain/failure.ts';
import type { ArticleReview, SourceId } from '../../domain/passage.ts';
import type { Sync } from '../../domain/sync.ts';
import type { KnowledgeWriter } from '../../ports/knowledge-writer.ts';
import { toFresh } from './sync-row.ts';

export type ReviewOrder = {
  readonly sourceId: SourceId;
  readonly articleId: string;
  readonly state: ArticleReview['state'];
  readonly now: Date;
};

/**
 * Sets the state of a flagged article, for all its passages at once; one without a flag is left as it is. The row of the
 * source's newest reading stays what it was. To be called between two steps of a reading, never during one.
 */
export async function reviewArticle(writer: KnowledgeWriter, { sourceId, articleId, state, now }: ReviewOrder): Promise<void> {
  const article = await writer.getArticle(sourceId, articleId);
  if (!article) throw new FailureError({ kind: 'unexpected', said: 'This article is not there any more.' });
  if (!article.review || article.review.state === state) return;
  const row = (await writer.listSyncs()).find((sync) => sync.sourceId === sourceId) ?? toHandedOver(sourceId, now);
  const reviewed = { ...article, review: { ...article.review, state } };
  await writer.saveStep({ articles: [reviewed], unchanged: [], removed: [], unreadable: [], sync: row });
  // A person's decision is no change of the place.
  await writer.saveSync(row);
}

/** For sources that are not read from a place: a step can't be saved without a row. */
function toHandedOver(sourceId: SourceId, now: Date): Sync {
  return { ...toFresh(sourceId, 'review', now, undefined), state: 'done' };
}
