import { FailureError } from '../domain/failure.ts';
import {
  articleSchema,
  passageSchema,
  type Article,
  type Passage,
  type RankedPassage,
  type SourceId,
} from '../domain/passage.ts';
import type { PassageSearch, SearchQuery } from '../ports/passage-search.ts';
import { markAllowed } from '../retrieval/ranking/may-use.ts';
import { searchCorpus } from '../retrieval/ranking/search-corpus.ts';
import type { DesksideDatabase } from './database.ts';
import { readManifest } from './knowledge/change-index.ts';
import { createKnowledgeChanger } from './knowledge/change-stores.ts';
import { createKnowledgeWriter, type SourceWriter } from './knowledge/knowledge-writer.ts';
import { createOpenIndex, mergeStored } from './knowledge/open-index.ts';
import { withWriteLock } from './knowledge/write-lock.ts';
import { toStorageFailure } from './storage-failure.ts';

export type KnowledgeStore = PassageSearch &
  SourceWriter & {
    readonly listArticles: (id: SourceId) => Promise<Article[]>;
    /** Ids of all passages that may be ranked for this query: what a search by meaning is limited to. */
    readonly allowedIds: (query: SearchQuery) => Promise<ReadonlySet<string>>;
    readonly getPassage: (id: string) => Promise<Passage | undefined>;
    /** Forgets what is cached: another context has changed the knowledge. */
    readonly reload: () => Promise<void>;
    /** Resolves when the index is in good shape again after changes; nothing has to wait for it. */
    readonly settle: () => Promise<void>;
  };

export function createKnowledgeStore(open: () => Promise<DesksideDatabase>): KnowledgeStore {
  const index = createOpenIndex(open);
  let tidying: Promise<void> = Promise.resolve();
  const change = createKnowledgeChanger(open, () => {
    index.forget();
    tidying = tidying
      .then(async () => {
        while (await withWriteLock(async () => mergeStored(await open()))) index.forget();
      })
      // A merge that fails leaves the index as it was: correct, and tried again after the next change.
      .catch(() => undefined);
  });
  const writer = createKnowledgeWriter(open, change);

  /** After an update of the extension changed how an index is made, it is built from the articles at first use. */
  let rebuilt: Promise<void> | undefined;
  const rebuild = async (): Promise<void> => {
    const database = await open();
    const indexed = new Set((await readManifest(database)).segments.map(({ sourceId }) => sourceId));
    for (const source of await writer.listSources()) {
      if (source.passages === 0 || indexed.has(source.id)) continue;
      const articles = await database.getAllFromIndex('articles', 'bySource', source.id);
      await writer.addSource(source, articles, new AbortController().signal);
    }
  };
  const ensureIndex = (): Promise<void> =>
    (rebuilt ??= rebuild().catch((thrown: unknown) => {
      rebuilt = undefined;
      throw thrown;
    }));

  return {
    ...writer,
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
        return found.flatMap(({ passageId: _id, evidence: _evidence, why, ...ranking }, place): RankedPassage[] => {
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
    listArticles: async (id) =>
      (await (await open()).getAllFromIndex('articles', 'bySource', id)).flatMap(
        (raw) => articleSchema.safeParse(raw).data ?? [],
      ),
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
