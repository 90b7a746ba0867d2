import { articleSchema, type Article } from '../../utils/domain/passage.ts';
import type { DesksideDatabase } from '../../utils/storage/database.ts';

/** What is said of articles on the Knowledge page. */
export type ArticleFindings = {
  /** Articles that wait for a person, by source and id. */
  readonly flagged: readonly Article[];
  /** Articles last changed before the given moment, by source id; one that doesn't say when it was changed is not counted. */
  readonly old: ReadonlyMap<string, number>;
};

export type FindingsReader = {
  /** Asks two indexes; no article but the flagged ones is read. Rejects with the signal's reason or the database's. */
  readonly findings: (notChangedSinceMs: number, signal: AbortSignal) => Promise<ArticleFindings>;
};

export function createFindingsReader(open: () => Promise<DesksideDatabase>): FindingsReader {
  return {
    async findings(notChangedSinceMs, signal) {
      const since = new Date(notChangedSinceMs).toISOString();
      const transaction = (await open()).transaction(['sources', 'articles']);
      const articles = transaction.objectStore('articles');
      const [waiting, sources] = await Promise.all([
        articles.index('byReview').getAll('needed'),
        transaction.objectStore('sources').getAllKeys(),
      ]);
      signal.throwIfAborted();
      const counts = await Promise.all(
        sources.map((id) => articles.index('byChange').count(IDBKeyRange.bound([id, ''], [id, since], false, true))),
      );
      signal.throwIfAborted();
      return {
        flagged: waiting.flatMap((raw) => articleSchema.safeParse(raw).data ?? []),
        old: new Map(sources.flatMap((id, index) => (counts[index] ? [[id, counts[index]] as const] : []))),
      };
    },
  };
}
