import type { Passage } from '../../utils/domain/passage.ts';

export const LIMIT = 10;

export type Ask = (question: string) => Promise<number>;
/** An engine whose index lies in IndexedDB: built once, opened by every fresh worker. */
export type StoredEngine = {
  /** Bytes stored. */
  readonly build: (passages: readonly Passage[], size: number) => Promise<number>;
  readonly open: (size: number) => Promise<Ask>;
};

/** Each engine is loaded alone, so that a fresh worker starts with its own code only. */
export const loadEngine: Readonly<Record<string, () => Promise<StoredEngine>>> = {
  deskside: async () => (await import('./engine-deskside.ts')).engine,
  minisearch: async () => (await import('./engine-minisearch.ts')).engine,
  flexsearch: async () => (await import('./engine-flexsearch.ts')).engine,
  orama: async () => (await import('./engine-orama.ts')).engine,
};
