import type { IDBPTransaction } from 'idb';
import { FailureError } from '../../domain/failure.ts';
import type { DesksideDatabase, DesksideSchema } from '../database.ts';
import { toStorageFailure } from '../storage-failure.ts';
import type { IndexChange } from './change-index.ts';
import { MANIFEST_KEY } from './index-manifest.ts';
import { withWriteLock } from './write-lock.ts';

const STORES: ['sources', 'articles', 'passages', 'index', 'seen', 'syncs'] = [
  'sources',
  'articles',
  'passages',
  'index',
  'seen',
  'syncs',
];
/** Everything that belongs to the knowledge, in one transaction. */
export type Stores = IDBPTransaction<DesksideSchema, typeof STORES, 'readwrite'>;

/** What a change will write, worked out from what it found, and what it gives back. */
export type PlannedChange<T> = { readonly write: (stores: Stores) => Promise<unknown>; readonly result: T };
export type ChangeKnowledge = <T>(plan: (database: DesksideDatabase) => Promise<PlannedChange<T>>) => Promise<T>;

/** Works changes out and writes each in one transaction, one after another over all contexts. Throws `FailureError` (`storage-full`, `storage-broken`). */
export function createKnowledgeChanger(open: () => Promise<DesksideDatabase>, onChanged: () => void): ChangeKnowledge {
  return async (plan) => {
    try {
      return await withWriteLock(async () => {
        const database = await open();
        const { write, result } = await plan(database);
        const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
        try {
          await write(transaction);
        } catch (thrown) {
          transaction.abort();
          await transaction.done.catch(() => undefined);
          throw thrown;
        }
        await transaction.done;
        return result;
      });
    } catch (thrown) {
      throw thrown instanceof FailureError ? thrown : new FailureError(toStorageFailure(thrown), { cause: thrown });
    } finally {
      onChanged();
    }
  };
}

type StoreName = (typeof STORES)[number];

/** Rejects where the store throws, so that everything else under way is waited for. */
export async function put<N extends StoreName>(
  stores: Stores,
  name: N,
  value: DesksideSchema[N]['value'],
  key?: string,
): Promise<void> {
  await stores.objectStore(name).put(value, key);
}

export async function deleteArticles(stores: Stores, sourceId: string, articleIds: readonly string[]): Promise<void> {
  const index = stores.objectStore('passages').index('byArticle');
  const keys = await Promise.all(articleIds.map((articleId) => index.getAllKeys([sourceId, articleId])));
  await Promise.all([
    ...articleIds.map((articleId) => stores.objectStore('articles').delete([sourceId, articleId])),
    ...keys.flat().map((key) => stores.objectStore('passages').delete(key)),
  ]);
}

export function writePlanned(stores: Stores, { manifest, records, passages }: IndexChange): Promise<unknown>[] {
  return [
    put(stores, 'index', manifest, MANIFEST_KEY),
    ...records.map(([key, value]) => put(stores, 'index', value, key)),
    ...passages.map((passage) => put(stores, 'passages', passage)),
  ];
}
