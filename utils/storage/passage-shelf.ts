import { FailureError } from '../domain/failure.ts';
import { passageSchema, type Passage } from '../domain/passage.ts';
import type { DesksideDatabase } from './database.ts';
import { toStorageFailure } from './storage-failure.ts';

/** All passages there are, to be gone through. Both throw `FailureError` (`storage-broken`). */
export type PassageShelf = {
  /** By source, ids only: no text is read. */
  readonly listIds: () => Promise<{ readonly sourceId: string; readonly ids: readonly string[] }[]>;
  /** Those that still exist, in no order that matters. */
  readonly readPassages: (ids: readonly string[]) => Promise<Passage[]>;
};

export function createPassageShelf(open: () => Promise<DesksideDatabase>): PassageShelf {
  const attempt = async <T>(work: (database: DesksideDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (thrown) {
      throw new FailureError(toStorageFailure(thrown), { cause: thrown });
    }
  };
  return {
    listIds: () =>
      attempt(async (database) => {
        const sources = await database.getAllKeys('sources');
        return Promise.all(
          sources.map(async (sourceId) => ({
            sourceId,
            ids: await database.getAllKeysFromIndex('passages', 'bySource', sourceId),
          })),
        );
      }),
    readPassages: (ids) =>
      attempt(async (database) => {
        const store = database.transaction('passages', 'readonly').store;
        const found = await Promise.all(ids.map((id) => store.get(id)));
        return found.flatMap((raw) => passageSchema.safeParse(raw).data ?? []);
      }),
  };
}
