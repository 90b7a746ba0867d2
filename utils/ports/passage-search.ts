import type { Audience, RankedPassage } from '../domain/passage.ts';

export type SearchQuery = {
  /** Each question is searched on its own; results are merged. */
  readonly questions: readonly string[];
  /** Subject and earlier messages, weighed lightly. */
  readonly context: string;
  /** Language of the questions, BCP 47. */
  readonly language: string;
  /** Earlier messages of the ticket, oldest first; they say what a short follow-up is about. */
  readonly history?: readonly { readonly by: 'requester' | 'agent'; readonly text: string }[];
  /** Audiences whose passages may be ranked at all, decided by who the reply goes to. */
  readonly mayUse: readonly Audience[];
  /** Segments that the reader belongs to; a passage for segments is ranked only when one of them is among these. */
  readonly segments?: readonly string[];
  /** Passages that hold for another region or version only are not ranked; those that hold for all are. */
  readonly region?: string;
  readonly version?: string;
  /** Articles (the default), or the second pool: tickets that were solved before. Never mixed. */
  readonly pool?: 'articles' | 'solved-tickets';
  /** Only what a managed vector store at a backend finds; absent: everything there is. */
  readonly from?: 'vector-stores';
};

/** Finds passages. Best first; at most `limit`. */
export type PassageSearch = {
  readonly search: (query: SearchQuery, limit: number, signal: AbortSignal) => Promise<readonly RankedPassage[]>;
  /** Hosts outside the browser that a query goes to; absent or empty: none. */
  readonly askedHosts?: (query: SearchQuery) => Promise<readonly string[]>;
  /** How many passages there are to search. */
  readonly count: () => Promise<number>;
};
