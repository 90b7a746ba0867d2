import type { Passage } from '../../utils/domain/passage.ts';
import type { SearchQuery } from '../../utils/ports/passage-search.ts';

export type Answer = {
  readonly id: string;
  /** Probability that the question is answered, uncalibrated; only Deskside says so. */
  readonly enough?: number;
};

/** A search engine filled with passages. */
export type Engine = (
  question: string,
  history: NonNullable<SearchQuery['history']>,
  limit: number,
) => Promise<readonly Answer[]>;
export type CreateEngine = (passages: readonly Passage[]) => Promise<Engine>;
