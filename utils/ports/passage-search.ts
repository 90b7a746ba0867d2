import type { Audience, RankedPassage } from '../domain/passage.ts';

export type SearchQuery = {
  /** Each question is searched on its own; results are merged. */
  readonly questions: readonly string[];
  /** Subject and earlier messages, weighed lightly. */
  readonly context: string;
  /** Language of the questions, BCP 47. */
  readonly language: string;
  /** Audiences whose passages may be ranked at all, decided by who the reply goes to. */
  readonly mayUse: readonly Audience[];
};

/** Finds passages. Best first; at most `limit`. */
export type PassageSearch = {
  readonly search: (query: SearchQuery, limit: number, signal: AbortSignal) => Promise<readonly RankedPassage[]>;
  /** How many passages there are to search. */
  readonly count: () => Promise<number>;
};
