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
  /** Reads all articles once, a few hundred at a time. Rejects with the signal's reason or the database's. */
  readonly findings: (notChangedSinceMs: number, signal: AbortSignal) => Promise<ArticleFindings>;
};

/** Articles held in memory at a time. */
const BATCH = 200;

export function createFindingsReader(open: () => Promise<DesksideDatabase>): FindingsReader {
  return {
    async findings(notChangedSinceMs, signal) {
      const flagged: Article[] = [];
      const old = new Map<string, number>();
      const database = await open();
      let range: IDBKeyRange | undefined;
      for (;;) {
        signal.throwIfAborted();
        // One batch after the other: each begins where the last one ended.
        // oxlint-disable-next-line no-await-in-loop
        const batch = await database.getAll('articles', range, BATCH);
        for (const article of batch) {
          if (article.review?.state === 'needed') flagged.push(...(articleSchema.safeParse(article).data ? [article] : []));
          if (article.updatedAt !== undefined && Date.parse(article.updatedAt) < notChangedSinceMs)
            old.set(article.sourceId, (old.get(article.sourceId) ?? 0) + 1);
        }
        const last = batch.at(-1);
        if (!last || batch.length < BATCH) return { flagged, old };
        range = IDBKeyRange.lowerBound([last.sourceId, last.id], true);
      }
    },
  };
}
