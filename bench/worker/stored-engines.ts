import { create, insertMultiple, load, save, search, type RawData } from '@orama/orama';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Passage } from '../../utils/domain/passage.ts';
import { buildSegment } from '../../utils/retrieval/index/build-segment.ts';
import { searchCorpus } from '../../utils/retrieval/ranking/search-corpus.ts';
import { createDatabaseOpener } from '../../utils/storage/database.ts';
import { MANIFEST_KEY, type IndexManifest } from '../../utils/storage/knowledge/index-manifest.ts';
import { createOpenIndex } from '../../utils/storage/knowledge/open-index.ts';
import { toRecords } from '../../utils/storage/knowledge/stored-segment.ts';
import { sourceIdSchema } from '../../utils/domain/passage.ts';

export const LIMIT = 10;
/** Passages of one segment, as the store makes them. */
const SEGMENT = 64_000;

export type Ask = (question: string) => Promise<number>;
/** An engine whose index lies in IndexedDB: built once, opened by every fresh worker. */
export type StoredEngine = {
  /** Bytes stored. */
  readonly build: (passages: readonly Passage[], size: number) => Promise<number>;
  readonly open: (size: number) => Promise<Ask>;
};

const deskside: StoredEngine = {
  async build(passages) {
    const database = await createDatabaseOpener()();
    await database.clear('index');
    const sourceId = sourceIdSchema.parse('bench');
    const segments: IndexManifest['segments'] = [];
    let bytes = 0;
    for (let from = 0; from < passages.length; from += SEGMENT) {
      const part = passages.slice(from, from + SEGMENT);
      const id = `bench#${segments.length}`;
      const records = [...toRecords(id, buildSegment(part))];
      const transaction = database.transaction('index', 'readwrite');
      await Promise.all([...records.map(([key, value]) => transaction.store.put(value, key)), transaction.done]);
      for (const [, value] of records) bytes += countBytes(value);
      segments.push({ id, sourceId, pool: 'articles', size: part.length, dead: 0 });
    }
    await database.put('index', { version: 2, nextSegment: segments.length, segments } satisfies IndexManifest, MANIFEST_KEY);
    return bytes;
  },
  async open() {
    const index = createOpenIndex(createDatabaseOpener());
    await index.segments();
    return async (question) => {
      const segments = (await index.segments()).map(({ reader }) => reader);
      return (await searchCorpus(segments, { questions: [question], context: '', language: 'en', mayUse: ['public'] }, LIMIT))
        .length;
    };
  },
};

const minisearch: StoredEngine = {
  async build(passages, size) {
    const index = new MiniSearch({ fields: ['title', 'text'] });
    index.addAll(passages.map(({ id, title, text }) => ({ id, title, text })));
    return keep('minisearch', size, JSON.stringify(index));
  },
  async open(size) {
    const index = MiniSearch.loadJSON(String(await read('minisearch', size)), { fields: ['title', 'text'] });
    return async (question) => index.search(question).slice(0, LIMIT).length;
  },
};

const flexsearch: StoredEngine = {
  async build(passages, size) {
    const index = new Index();
    for (const [at, { title, text }] of passages.entries()) index.add(at, `${title}\n${text}`);
    const parts: Record<string, string> = {};
    await index.export((key, data) => {
      parts[key] = data;
    });
    return keep('flexsearch', size, parts);
  },
  async open(size) {
    const index = new Index();
    const parts = (await read('flexsearch', size)) as Record<string, string>;
    for (const [key, data] of Object.entries(parts)) index.import(key, data);
    return async (question) => index.search(question, { limit: LIMIT, suggest: true }).length;
  },
};

const orama: StoredEngine = {
  async build(passages, size) {
    const index = create({ schema: { title: 'string', text: 'string' } });
    await insertMultiple(
      index,
      passages.map(({ id, title, text }) => ({ id, title, text })),
    );
    return keep('orama', size, save(index));
  },
  async open(size) {
    const index = create({ schema: { title: 'string', text: 'string' } });
    load(index, (await read('orama', size)) as RawData);
    return async (question) => (await search(index, { term: question, limit: LIMIT })).hits.length;
  },
};

export const storedEngines: Readonly<Record<string, StoredEngine>> = { deskside, minisearch, flexsearch, orama };

/** Libraries' indexes lie in a database of their own, one record each. */
async function openShelf(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bench', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('shelf'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
  });
}

async function keep(engine: string, size: number, value: unknown): Promise<number> {
  const database = await openShelf();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('shelf', 'readwrite');
    transaction.objectStore('shelf').put(value, `${engine} ${size}`);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('indexedDB')));
  });
  database.close();
  return countBytes(value);
}

async function read(engine: string, size: number): Promise<unknown> {
  const database = await openShelf();
  return new Promise((resolve, reject) => {
    const request: IDBRequest<unknown> = database.transaction('shelf').objectStore('shelf').get(`${engine} ${size}`);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
  });
}

/** Bytes of typed arrays, characters of everything else. */
function countBytes(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'object' && value !== null) {
    const values = Object.values(value);
    if (values.some((one) => ArrayBuffer.isView(one))) return values.reduce<number>((sum, one) => sum + countBytes(one), 0);
    return JSON.stringify(value).length;
  }
  return 8;
}
