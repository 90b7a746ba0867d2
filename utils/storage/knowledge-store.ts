import type { IDBPTransaction } from 'idb';
import { FailureError } from '../domain/failure.ts';
import {
  articleSchema,
  passageSchema,
  sourceSchema,
  type Article,
  type Passage,
  type RankedPassage,
  type Source,
  type SourceId,
} from '../domain/passage.ts';
import { syncSchema, type Sync } from '../domain/sync.ts';
import type { KnowledgeWriter } from '../ports/knowledge-writer.ts';
import type { PassageSearch, SearchQuery } from '../ports/passage-search.ts';
import { markAllowed } from '../retrieval/ranking/may-use.ts';
import { searchCorpus } from '../retrieval/ranking/search-corpus.ts';
import type { DesksideDatabase, DesksideSchema } from './database.ts';
import { planChange, readManifest, type IndexChange } from './knowledge/change-index.ts';
import { MANIFEST_KEY } from './knowledge/index-manifest.ts';
import { createOpenIndex, mergeStored } from './knowledge/open-index.ts';
import { segmentRange } from './knowledge/stored-segment.ts';
import { withWriteLock } from './knowledge/write-lock.ts';
import { toStorageFailure } from './storage-failure.ts';

export type KnowledgeStore = PassageSearch &
  KnowledgeWriter & {
    /** Adds a source with all its articles, or replaces the one with its id, whole or not at all. Throws `FailureError` (`storage-full`, `storage-broken`). */
    readonly addSource: (
      source: Omit<Source, 'articles' | 'passages'>,
      articles: readonly Article[],
      signal: AbortSignal,
    ) => Promise<Source>;
    /** Removes the source, its articles, its passages, its part of the index and its readings. Drafts keep the passages they used. */
    readonly removeSource: (id: SourceId) => Promise<void>;
    readonly listArticles: (id: SourceId) => Promise<Article[]>;
    /** Ids of all passages that may be ranked for this query: what a search by meaning is limited to. */
    readonly allowedIds: (query: SearchQuery) => Promise<ReadonlySet<string>>;
    readonly getPassage: (id: string) => Promise<Passage | undefined>;
    /** Forgets what is cached: another context has changed the knowledge. */
    readonly reload: () => Promise<void>;
    /** Resolves when the index is in good shape again after changes; nothing has to wait for it. */
    readonly settle: () => Promise<void>;
  };

const STORES: ['sources', 'articles', 'passages', 'index', 'seen', 'syncs'] = [
  'sources',
  'articles',
  'passages',
  'index',
  'seen',
  'syncs',
];
type Stores = IDBPTransaction<DesksideSchema, typeof STORES, 'readwrite'>;
/** Articles that are removed in one transaction. */
const REMOVED_AT_ONCE = 200;

export function createKnowledgeStore(open: () => Promise<DesksideDatabase>): KnowledgeStore {
  const index = createOpenIndex(open);
  let tidying: Promise<void> = Promise.resolve();

  const tidy = (): void => {
    tidying = tidying
      .then(async () => {
        while (await withWriteLock(async () => mergeStored(await open()))) index.forget();
      })
      // A merge that fails leaves the index as it was: correct, and tried again after the next change.
      .catch(() => undefined);
  };
  /** Works a change out and writes it in one transaction, under the lock. */
  const change = async <T>(
    plan: (database: DesksideDatabase) => Promise<{ write: (stores: Stores) => Promise<unknown>; result: T }>,
  ): Promise<T> => {
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
      index.forget();
      tidy();
    }
  };
  const listSources = async (): Promise<Source[]> =>
    (await (await open()).getAll('sources')).flatMap((raw) => sourceSchema.safeParse(raw).data ?? []);
  const readSource = async (database: DesksideDatabase, id: SourceId): Promise<Source | undefined> =>
    sourceSchema.safeParse(await database.get('sources', id)).data;
  const readArticle = async (database: DesksideDatabase, sourceId: string, id: string): Promise<Article | undefined> =>
    articleSchema.safeParse(await database.get('articles', [sourceId, id])).data;

  /** After an update of the extension changed how an index is made, it is built from the articles at first use. */
  let rebuilt: Promise<void> | undefined;
  const rebuild = async (): Promise<void> => {
    const database = await open();
    if ((await database.getKey('index', MANIFEST_KEY)) !== undefined) return;
    for (const source of await listSources()) {
      const articles = await database.getAllFromIndex('articles', 'bySource', source.id);
      await replace(source, articles, new AbortController().signal);
    }
  };
  const ensureIndex = (): Promise<void> =>
    (rebuilt ??= rebuild().catch((thrown: unknown) => {
      rebuilt = undefined;
      throw thrown;
    }));

  const replace = async (
    source: Omit<Source, 'articles' | 'passages'>,
    articles: readonly Article[],
    signal: AbortSignal,
  ): Promise<Source> =>
    change(async (database) => {
      const fresh = [...new Map(articles.map((article) => [article.id, article])).values()];
      const stale = (await database.getAllKeysFromIndex('articles', 'bySource', source.id)).map(([, id]) => id);
      const planned = await planChange(database, source.id, toPool(source), stale, fresh);
      signal.throwIfAborted();
      const whole: Source = { ...source, articles: fresh.length, passages: planned.passages.length };
      return {
        result: whole,
        write: async (stores) => {
          await deleteArticles(stores, source.id, stale);
          await Promise.all([
            put(stores, 'sources', whole),
            ...fresh.map((article) => put(stores, 'articles', article)),
            ...writePlanned(stores, planned),
          ]);
        },
      };
    });

  const dropArticles = (sourceId: SourceId, ids: readonly string[]): Promise<number> =>
    change(async (database) => {
      const source = await readSource(database, sourceId);
      const known = await Promise.all(ids.map((id) => readArticle(database, sourceId, id)));
      const stale = ids.filter((_, place) => known[place] !== undefined);
      const planned = await planChange(database, sourceId, source ? toPool(source) : 'articles', stale, []);
      return {
        result: stale.length,
        write: async (stores) => {
          await deleteArticles(stores, sourceId, stale);
          await Promise.all([
            ...writePlanned(stores, planned),
            ...(source ? [put(stores, 'sources', recount(source, -stale.length, planned))] : []),
          ]);
        },
      };
    });

  return {
    async search(query, limit, signal) {
      await ensureIndex();
      const pool = query.pool ?? 'articles';
      const find = async () =>
        searchCorpus(
          (await index.segments()).filter(({ entry }) => entry.pool === pool).map(({ reader }) => reader),
          query,
          limit,
        );
      try {
        const found = await find().catch(() => {
          // Another context may have merged a segment away since the index was opened.
          index.forgetAll();
          return find();
        });
        signal.throwIfAborted();
        const store = (await open()).transaction('passages').store;
        const passages = await Promise.all(found.map(({ passageId }) => store.get(passageId)));
        return found.flatMap(({ passageId: _id, why, ...ranking }, place): RankedPassage[] => {
          const passage = passageSchema.safeParse(passages[place]).data;
          return passage ? [{ passage, ...ranking, why: [...why] }] : [];
        });
      } catch (thrown) {
        signal.throwIfAborted();
        throw thrown instanceof FailureError ? thrown : new FailureError(toStorageFailure(thrown), { cause: thrown });
      }
    },
    count: async () => {
      await ensureIndex();
      const { segments } = await readManifest(await open());
      return segments.reduce((sum, { size, dead, pool }) => (pool === 'articles' ? sum + size - dead : sum), 0);
    },
    listSources,
    addSource: replace,
    putSource: (source) =>
      change(async (database) => {
        const { articles = 0, passages = 0 } = (await readSource(database, source.id)) ?? {};
        return { result: undefined, write: (stores) => put(stores, 'sources', { ...source, articles, passages }) };
      }),
    getArticle: async (sourceId, articleId) => readArticle(await open(), sourceId, articleId),
    listArticles: async (id) =>
      (await (await open()).getAllFromIndex('articles', 'bySource', id)).flatMap(
        (raw) => articleSchema.safeParse(raw).data ?? [],
      ),
    saveStep: ({ articles, unchanged, removed, unreadable, sync }) =>
      change(async (database) => {
        const { sourceId, runId } = sync;
        const source = await readSource(database, sourceId);
        const given = [...new Map(articles.map((article) => [article.id, article])).values()];
        const known = await Promise.all(given.map((article) => readArticle(database, sourceId, article.id)));
        const fresh = given.filter((article, place) => !isSame(article, known[place]));
        const changed = fresh.filter((article) => known[given.indexOf(article)] !== undefined);
        const gone = await Promise.all(removed.map((id) => readArticle(database, sourceId, id)));
        const leaving = removed.filter((_, place) => gone[place] !== undefined);
        const stale = [...changed.map(({ id }) => id), ...leaving];
        const planned = await planChange(database, sourceId, source ? toPool(source) : 'articles', stale, fresh);
        const added = fresh.length - changed.length;
        const row: Sync = {
          ...sync,
          added: sync.added + added,
          changed: sync.changed + changed.length,
          unchanged: sync.unchanged + unchanged.length + given.length - fresh.length,
          removed: sync.removed + leaving.length,
        };
        return {
          result: row,
          write: async (stores) => {
            await deleteArticles(stores, sourceId, stale);
            await Promise.all([
              ...given.map((article) => put(stores, 'articles', article)),
              ...writePlanned(stores, planned),
              ...(source
                ? [
                    put(stores, 'sources', {
                      ...recount(source, added - leaving.length, planned),
                      unreadable: addUnreadable(source, unreadable),
                    }),
                  ]
                : []),
              ...[...given.map(({ id }) => id), ...unchanged].map((articleId) =>
                put(stores, 'seen', { sourceId, articleId, runId }),
              ),
              put(stores, 'syncs', row),
            ]);
          },
        };
      }),
    async finishRun(sync) {
      const database = await open();
      const seen = await database.getAllFromIndex('seen', 'bySource', sync.sourceId);
      const found = new Set(seen.filter(({ runId }) => runId === sync.runId).map(({ articleId }) => articleId));
      const keys = await database.getAllKeysFromIndex('articles', 'bySource', sync.sourceId);
      const missing = keys.map(([, id]) => id).filter((id) => !found.has(id));
      let removed = 0;
      for (let from = 0; from < missing.length; from += REMOVED_AT_ONCE)
        removed += await dropArticles(sync.sourceId, missing.slice(from, from + REMOVED_AT_ONCE));
      const row: Sync = { ...sync, state: 'done', removed: sync.removed + removed, completedAt: sync.steppedAt };
      await change(async () => ({
        result: undefined,
        write: (stores) =>
          Promise.all([
            put(stores, 'syncs', row),
            ...seen.map(({ sourceId, articleId }) => stores.objectStore('seen').delete([sourceId, articleId])),
          ]),
      }));
      return row;
    },
    listSyncs: async () => (await (await open()).getAll('syncs')).flatMap((raw) => syncSchema.safeParse(raw).data ?? []),
    saveSync: (sync) => change(async () => ({ result: undefined, write: (stores) => put(stores, 'syncs', sync) })),
    removeSource: (id) =>
      change(async (database) => {
        const [manifest, articles, passages, seen] = await Promise.all([
          readManifest(database),
          database.getAllKeysFromIndex('articles', 'bySource', id),
          database.getAllKeysFromIndex('passages', 'bySource', id),
          database.getAllKeysFromIndex('seen', 'bySource', id),
        ]);
        const own = manifest.segments.filter(({ sourceId }) => sourceId === id);
        const segments = manifest.segments.filter(({ sourceId }) => sourceId !== id);
        return {
          result: undefined,
          write: (stores) =>
            Promise.all([
              stores.objectStore('sources').delete(id),
              stores.objectStore('syncs').delete(id),
              ...own.map((entry) => stores.objectStore('index').delete(segmentRange(entry.id))),
              put(stores, 'index', { ...manifest, segments }, MANIFEST_KEY),
              ...articles.map((key) => stores.objectStore('articles').delete(key)),
              ...passages.map((key) => stores.objectStore('passages').delete(key)),
              ...seen.map((key) => stores.objectStore('seen').delete(key)),
            ]),
        };
      }),
    async allowedIds(query) {
      await ensureIndex();
      const pool = query.pool ?? 'articles';
      const ids = await Promise.all(
        (await index.segments())
          .filter(({ entry }) => entry.pool === pool)
          .map(({ reader }) => {
            const marks = markAllowed(reader, query);
            return reader.readIds(Array.from(marks.keys()).filter((passage) => marks[passage] === 1));
          }),
      );
      return new Set(ids.flat());
    },
    getPassage: async (id) => passageSchema.safeParse(await (await open()).get('passages', id)).data,
    async reload() {
      index.forget();
    },
    settle: () => tidying,
  };
}

function toPool({ kind }: Pick<Source, 'kind'>): 'articles' | 'solved-tickets' {
  return kind === 'solved-tickets' ? 'solved-tickets' : 'articles';
}

function recount(source: Source, articles: number, planned: IndexChange): Source {
  return {
    ...source,
    articles: Math.max(0, source.articles + articles),
    passages: Math.max(0, source.passages + planned.passages.length - planned.removedPassages),
  };
}

function addUnreadable({ unreadable }: Source, more: Source['unreadable']): Source['unreadable'] {
  return [...new Map([...unreadable, ...more].map((entry) => [entry.name, entry])).values()];
}

type StoreName = (typeof STORES)[number];

/** Rejects where the store throws, so that everything else under way is waited for. */
async function put<N extends StoreName>(stores: Stores, name: N, value: DesksideSchema[N]['value'], key?: string): Promise<void> {
  await stores.objectStore(name).put(value, key);
}

async function deleteArticles(stores: Stores, sourceId: string, articleIds: readonly string[]): Promise<void> {
  const index = stores.objectStore('passages').index('byArticle');
  const keys = await Promise.all(articleIds.map((articleId) => index.getAllKeys([sourceId, articleId])));
  await Promise.all([
    ...articleIds.map((articleId) => stores.objectStore('articles').delete([sourceId, articleId])),
    ...keys.flat().map((key) => stores.objectStore('passages').delete(key)),
  ]);
}

function writePlanned(stores: Stores, { manifest, records, passages }: IndexChange): Promise<unknown>[] {
  return [
    put(stores, 'index', manifest, MANIFEST_KEY),
    ...records.map(([key, value]) => put(stores, 'index', value, key)),
    ...passages.map((passage) => put(stores, 'passages', passage)),
  ];
}

/** Whether nothing but dates and marks of the version differ. */
function isSame(article: Article, known: Article | undefined): boolean {
  const content = ({ fetchedAt: _fetched, updatedAt: _updated, etag: _etag, ...rest }: Article): string => JSON.stringify(rest);
  return known !== undefined && content(article) === content(known);
}
