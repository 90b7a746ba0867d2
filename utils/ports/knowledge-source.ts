import type { Article, Source, SourceOrigin } from '../domain/passage.ts';

/** What is already known of an article, so that an unchanged one is not fetched or indexed again. */
export type KnownArticle = { readonly id: string; readonly etag?: string | undefined; readonly updatedAt?: string | undefined };

/** A part of a reading that is saved whole: tens of articles, not thousands. */
export type SourceStep = {
  /** New or changed, or not known to be unchanged. */
  readonly articles: readonly Article[];
  /** Ids that are still there and have not changed. */
  readonly unchanged: readonly string[];
  /** Ids that the source says are gone. What a complete reading didn't come across is removed at its end as well. */
  readonly removed: readonly string[];
  readonly unreadable: Source['unreadable'];
  /** Where to go on after this step; given back as it is. */
  readonly cursor: string;
  /** Articles in all, where the source says so. */
  readonly total?: number | undefined;
};

export type SourceRead = {
  readonly source: Source & { readonly origin: SourceOrigin };
  /** Of the last step that was saved; absent at the start. */
  readonly cursor: string | undefined;
  readonly known: (articleId: string) => Promise<KnownArticle | undefined>;
};

export type SourceDeps = {
  /** Credentials as the browser has them for the helpdesk's own origin; never follows a redirect to another origin. */
  readonly fetch: (input: string | URL, init?: RequestInit) => Promise<Response>;
  /** The stored key of an origin, empty when there is none. */
  readonly readKey: (origin: string) => Promise<string>;
  /** Rejects with the signal's reason. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => Date;
};

/**
 * A place that knowledge is read from, step by step. `read` ends when everything was looked at; it throws a
 * `FailureError` (`source-…`) when it can't go on, and the signal's reason when it is aborted.
 */
export type KnowledgeSource = {
  readonly isFor: (origin: SourceOrigin) => boolean;
  readonly read: (request: SourceRead, deps: SourceDeps, signal: AbortSignal) => AsyncIterable<SourceStep>;
};
