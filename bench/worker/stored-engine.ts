import type { Passage } from '../../utils/domain/passage.ts';

export const LIMIT = 10;

export type Ask = (question: string) => Promise<number>;
/** An engine whose index lies in IndexedDB: built once, opened by every fresh worker. */
export type StoredEngine = {
  /** Bytes stored. */
  readonly build: (passages: readonly Passage[], size: number) => Promise<number>;
  readonly open: (size: number) => Promise<Ask>;
};
