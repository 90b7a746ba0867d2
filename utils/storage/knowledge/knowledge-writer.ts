import { articleSchema, sourceSchema, type Article, type Source, type SourceId } from '../../domain/passage.ts';
import { syncSchema, type Sync } from '../../domain/sync.ts';
import type { KnowledgeWriter } from '../../ports/knowledge-writer.ts';
import type { DesksideDatabase } from '../database.ts';
import { planChange, readManifest, type IndexChange } from './change-index.ts';
import { deleteArticles, put, writePlanned, type ChangeKnowledge } from './change-stores.ts';
import { MANIFEST_KEY } from './index-manifest.ts';
import { segmentRange } from './stored-segment.ts';

/** Articles that are removed in one transaction. */
const REMOVED_AT_ONCE = 200;

export type SourceWriter = KnowledgeWriter & {
  /** Adds a source with all its articles, or replaces the one with its id, whole or not at all. Throws `FailureError` (`storage-full`, `storage-broken`). */
  readonly addSource: (
    source: Omit<Source, 'articles' | 'passages'>,
    articles: readonly Article[],
    signal: AbortSignal,
  ) => Promise<Source>;
  /** Removes the source, its articles, its passages, its part of the index and its readings. Drafts keep the passages they used. */
  readonly removeSource: (id: SourceId) => Promise<void>;
};

/** Writes knowledge: each method one change, see `createKnowledgeChanger`. */
export function createKnowledgeWriter(open: () => Promise<DesksideDatabase>, change: ChangeKnowledge): SourceWriter {
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
    listSources: async () => (await (await open()).getAll('sources')).flatMap((raw) => sourceSchema.safeParse(raw).data ?? []),
    addSource: (source, articles, signal) =>
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
      }),
    putSource: (source) =>
      change(async (database) => {
        const { articles = 0, passages = 0 } = (await readSource(database, source.id)) ?? {};
        return { result: undefined, write: (stores) => put(stores, 'sources', { ...source, articles, passages }) };
      }),
    getArticle: async (sourceId, articleId) => readArticle(await open(), sourceId, articleId),
    saveStep: ({ articles, unchanged, removed, unreadable, sync }) =>
      change(async (database) => {
        const { sourceId, runId } = sync;
        const source = await readSource(database, sourceId);
        // Removed while it was being read: nothing of it may come back.
        if (!source) return { result: sync, write: async () => undefined };
        const given = [...new Map(articles.map((article) => [article.id, article])).values()];
        const known = await Promise.all(given.map((article) => readArticle(database, sourceId, article.id)));
        const fresh = given.filter((article, place) => !isSame(article, known[place]));
        const changed = fresh.filter((article) => known[given.indexOf(article)] !== undefined);
        const gone = await Promise.all(removed.map((id) => readArticle(database, sourceId, id)));
        const leaving = removed.filter((_, place) => gone[place] !== undefined);
        const stale = [...changed.map(({ id }) => id), ...leaving];
        const planned = await planChange(database, sourceId, toPool(source), stale, fresh);
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
              put(stores, 'sources', {
                ...recount(source, added - leaving.length, planned),
                unreadable: addUnreadable(source, unreadable),
              }),
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
  };
}

async function readSource(database: DesksideDatabase, id: SourceId): Promise<Source | undefined> {
  return sourceSchema.safeParse(await database.get('sources', id)).data;
}

async function readArticle(database: DesksideDatabase, sourceId: string, id: string): Promise<Article | undefined> {
  return articleSchema.safeParse(await database.get('articles', [sourceId, id])).data;
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

/** Whether nothing but dates and marks of the version differ. */
function isSame(article: Article, known: Article | undefined): boolean {
  const content = ({ fetchedAt: _fetched, updatedAt: _updated, etag: _etag, ...rest }: Article): string => JSON.stringify(rest);
  return known !== undefined && content(article) === content(known);
}
