import { FailureError } from '../domain/failure.ts';
import {
  passageSchema,
  sourceSchema,
  type Article,
  type Passage,
  type PassageId,
  type RankedPassage,
  type Source,
  type SourceId,
} from '../domain/passage.ts';
import type { PassageSearch } from '../ports/passage-search.ts';
import { cutPassages } from '../retrieval/cut-passages.ts';
import { searchSegments } from '../retrieval/search-segments.ts';
import { buildSegment, segmentSchema, type Segment } from '../retrieval/segment.ts';
import type { IDBPTransaction } from 'idb';
import type { DesksideDatabase, DesksideSchema } from './database.ts';
import { toStorageFailure } from './storage-failure.ts';

export type KnowledgeStore = PassageSearch & {
  readonly listSources: () => Promise<Source[]>;
  /** Adds a source, or replaces the one with its id, whole or not at all. Throws `FailureError` (`storage-full`, `storage-broken`). */
  readonly addSource: (
    source: Omit<Source, 'articles' | 'passages'>,
    articles: readonly Article[],
    signal: AbortSignal,
  ) => Promise<Source>;
  /** Removes the source, its articles, its passages and its part of the index. Drafts keep the passages they used. */
  readonly removeSource: (id: SourceId) => Promise<void>;
  readonly getPassage: (id: PassageId) => Promise<Passage | undefined>;
  /** Forgets what is cached: another context has changed the knowledge. */
  readonly reload: () => Promise<void>;
};

const STORES: ['sources', 'articles', 'passages', 'index'] = ['sources', 'articles', 'passages', 'index'];

export function createKnowledgeStore(open: () => Promise<DesksideDatabase>): KnowledgeStore {
  let segments: Promise<readonly Segment[]> | undefined;
  const loadSegments = async (): Promise<readonly Segment[]> => {
    const stored = await (await open()).getAll('index');
    return stored.flatMap((raw) => segmentSchema.safeParse(raw).data ?? []);
  };
  const readSegments = (): Promise<readonly Segment[]> =>
    (segments ??= loadSegments().catch((thrown: unknown) => {
      segments = undefined;
      throw new FailureError(toStorageFailure(thrown), { cause: thrown });
    }));
  const change = async (work: (stores: ChangeStores) => Promise<void>): Promise<void> => {
    try {
      const transaction = (await open()).transaction(STORES, 'readwrite', { durability: 'strict' });
      try {
        await work(transaction);
      } catch (thrown) {
        transaction.abort();
        await transaction.done.catch(() => undefined);
        throw thrown;
      }
      await transaction.done;
    } catch (thrown) {
      throw thrown instanceof FailureError ? thrown : new FailureError(toStorageFailure(thrown), { cause: thrown });
    } finally {
      segments = undefined;
    }
  };

  return {
    async search(query, limit, signal) {
      const found = searchSegments(await readSegments(), query, limit);
      signal.throwIfAborted();
      const database = await open();
      const ranked = await Promise.all(
        found.map(async ({ passageId, ...ranking }): Promise<RankedPassage[]> => {
          const passage = passageSchema.safeParse(await database.get('passages', passageId)).data;
          return passage ? [{ passage, ...ranking }] : [];
        }),
      );
      return ranked.flat();
    },
    count: async () => (await readSegments()).reduce((sum, segment) => sum + segment.passageIds.length, 0),
    async listSources() {
      return (await (await open()).getAll('sources')).flatMap((raw) => sourceSchema.safeParse(raw).data ?? []);
    },
    async addSource(source, articles, signal) {
      const cut = await Promise.all(articles.map((article) => cutPassages(article, sha256)));
      signal.throwIfAborted();
      const passages = [...new Map(cut.flat().map((passage) => [passage.id, passage])).values()];
      const whole: Source = { ...source, articles: articles.length, passages: passages.length };
      const segment = buildSegment(passages);
      await change(async (transaction) => {
        await clearSource(transaction, source.id);
        await Promise.all([
          transaction.objectStore('sources').put(whole),
          transaction.objectStore('index').put(segment, source.id),
          ...articles.map((article) => transaction.objectStore('articles').put(article)),
          ...passages.map((passage) => transaction.objectStore('passages').put(passage)),
        ]);
      });
      return whole;
    },
    removeSource: (id) => change((transaction) => clearSource(transaction, id)),
    getPassage: async (id) => passageSchema.safeParse(await (await open()).get('passages', id)).data,
    async reload() {
      segments = undefined;
    },
  };
}

type ChangeStores = IDBPTransaction<DesksideSchema, typeof STORES, 'readwrite'>;

async function clearSource(transaction: ChangeStores, id: SourceId): Promise<void> {
  const [articles, passages] = await Promise.all([
    transaction.objectStore('articles').index('bySource').getAllKeys(id),
    transaction.objectStore('passages').index('bySource').getAllKeys(id),
  ]);
  await Promise.all([
    transaction.objectStore('sources').delete(id),
    transaction.objectStore('index').delete(id),
    ...articles.map((key) => transaction.objectStore('articles').delete(key)),
    ...passages.map((key) => transaction.objectStore('passages').delete(key)),
  ]);
}

/** First 128 bits of SHA-256, hexadecimal. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
