import type { StoredEngine } from './stored-engine.ts';

/** Each engine is loaded alone, so that a fresh worker starts with its own code only. */
export const loadEngine: Readonly<Record<string, () => Promise<StoredEngine>>> = {
  deskside: async () => (await import('./engine-deskside.ts')).engine,
  minisearch: async () => (await import('./engine-minisearch.ts')).engine,
  flexsearch: async () => (await import('./engine-flexsearch.ts')).engine,
  orama: async () => (await import('./engine-orama.ts')).engine,
};
