import type { Article, Source, SourceId } from '../domain/passage.ts';
import type { Sync } from '../domain/sync.ts';

/** What one step of a reading brings. Every id in `articles`, `unchanged` and `removed` was looked at in the run `sync.runId`. */
export type KnowledgeStep = {
  readonly articles: readonly Article[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly unreadable: Source['unreadable'];
  /** The row to save with it, its counts of added, changed, unchanged and removed still as they were: the writer adds this step's. */
  readonly sync: Sync;
};

/**
 * Where readings of sources are saved. Every method is one transaction: whole or not at all, whenever the worker ends.
 * All throw `FailureError` (`storage-full`, `storage-broken`).
 */
export type KnowledgeWriter = {
  readonly listSources: () => Promise<Source[]>;
  /** Creates the source, or changes it and keeps its counts and articles. */
  readonly putSource: (source: Omit<Source, 'articles' | 'passages'>) => Promise<void>;
  readonly getArticle: (sourceId: SourceId, articleId: string) => Promise<Article | undefined>;
  /** Articles put and removed, with their passages and their part of the index, ids marked as seen, the row saved; returns the row. An article equal to the stored one but for its dates and etag counts as unchanged. */
  readonly saveStep: (step: KnowledgeStep) => Promise<Sync>;
  /** Ends a run that looked at everything: removes articles it didn't come across, saves the row as `done`; returns it. */
  readonly finishRun: (sync: Sync) => Promise<Sync>;
  readonly listSyncs: () => Promise<Sync[]>;
  readonly saveSync: (sync: Sync) => Promise<void>;
};
