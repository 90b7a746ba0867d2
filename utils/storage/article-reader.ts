import { articleSchema, passageSchema, sourceSchema, type Passage, type SourceId } from '../domain/passage.ts';
import type { ArticleNow } from '../insights/lineage/article-now.ts';
import type { DesksideDatabase } from './database.ts';

export type ArticleReader = {
  /** The article of a passage as it is stored now. `undefined` where it can't be told: what is kept at a backend is not stored here. */
  readonly readArticleNow: (of: Pick<Passage, 'sourceId' | 'articleId'>) => Promise<ArticleNow | undefined>;
  /** Ids of all passages of a source. */
  readonly listPassageIds: (sourceId: SourceId) => Promise<Set<string>>;
};

export function createArticleReader(open: () => Promise<DesksideDatabase>): ArticleReader {
  return {
    listPassageIds: async (sourceId) => new Set(await (await open()).getAllKeysFromIndex('passages', 'bySource', sourceId)),
    async readArticleNow({ sourceId, articleId }) {
      const transaction = (await open()).transaction(['sources', 'articles', 'passages']);
      const [rawSource, rawArticle, rawPassages] = await Promise.all([
        transaction.objectStore('sources').get(sourceId),
        transaction.objectStore('articles').get([sourceId, articleId]),
        transaction.objectStore('passages').index('byArticle').getAll([sourceId, articleId]),
      ]);
      if (rawSource === undefined) return { kind: 'source-gone' };
      if (sourceSchema.safeParse(rawSource).data?.kind === 'vector-store') return undefined;
      if (rawArticle === undefined) return { kind: 'article-gone' };
      const article = articleSchema.safeParse(rawArticle).data;
      const passages = rawPassages.flatMap((raw) => passageSchema.safeParse(raw).data ?? []);
      return article && { kind: 'present', passages, changedAt: article.updatedAt ?? article.fetchedAt };
    },
  };
}
