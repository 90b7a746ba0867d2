import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import type { Spent } from '../domain/spending.ts';
import { createAnswerCache } from './answer-cache.ts';
import { createDatabaseOpener, DATABASE_NAME } from './database.ts';
import { createSpendingLog } from './spending-log.ts';
import { createTriageModelStore } from './triage-model-store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const HOUR = 60 * 60 * 1000;
const spent = (id: string, at: string, tokens = 10): Spent => ({
  id,
  at,
  draftId: 'd1',
  purpose: 'draft',
  host: 'h',
  model: 'm',
  tokens: { input: tokens, output: 1, isEstimated: false },
});

it('costs come back from a time on, oldest first; a row takes the place of the one with its id', async () => {
  const log = createSpendingLog(createDatabaseOpener());
  await log.add(spent('b', '2026-11-03T00:00:00.000Z'));
  await log.add(spent('a', '2026-11-02T00:00:00.000Z', 5000));
  await log.add(spent('a', '2026-11-02T00:00:01.000Z', 7));
  await log.add(spent('c', '2026-10-31T23:59:59.999Z'));
  const rows = await log.since('2026-11-01T00:00:00.000Z');
  expect(rows.map(({ id, tokens }) => [id, tokens.input])).toEqual([
    ['a', 7],
    ['b', 10],
  ]);
  await log.removeBefore('2026-11-03T00:00:00.000Z');
  expect((await log.since('2026-01-01T00:00:00.000Z')).map(({ id }) => id)).toEqual(['b']);
  await log.removeAll();
  expect(await log.since('2026-01-01T00:00:00.000Z')).toEqual([]);
});

it('a cost that no longer fits its schema is left out of the count', async () => {
  const open = createDatabaseOpener();
  await (await open()).put('spending', { ...spent('x', '2026-11-02T00:00:00.000Z'), purpose: 'poem' } as never);
  expect(await createSpendingLog(open).since('2026-11-01T00:00:00.000Z')).toEqual([]);
});

function makeCache() {
  const open = createDatabaseOpener();
  let time = Date.parse('2026-11-21T10:00:00.000Z');
  const cache = createAnswerCache(open, () => new Date(time));
  const rows = async () => (await open()).getAll('answers');
  return { ...cache, rows, wait: (ms: number) => void (time += ms) };
}

it('an answer serves the same request, word for word, for a day', async () => {
  const cache = makeCache();
  await cache.put('request one', 'answer');
  expect([await cache.get('request one'), await cache.get('request two')]).toEqual(['answer', undefined]);
  cache.wait(24 * HOUR);
  expect(await cache.get('request one')).toBe('answer');
  cache.wait(1);
  expect(await cache.get('request one')).toBeUndefined();
});

it('the request itself is not stored, and what is past its day goes', async () => {
  const cache = makeCache();
  await cache.put('my secret request', 'old');
  expect(JSON.stringify(await cache.rows())).not.toContain('secret');
  cache.wait(25 * HOUR);
  await cache.put('request two', 'new');
  expect((await cache.rows()).map(({ text }) => text)).toEqual(['new']);
  cache.wait(25 * HOUR);
  await cache.removeOld();
  expect(await cache.rows()).toEqual([]);
});

it('deleting removes every answer', async () => {
  const cache = makeCache();
  await cache.put('request', 'answer');
  await cache.removeAll();
  expect(await cache.get('request')).toBeUndefined();
});

it('a cache that cannot be opened is an empty one', async () => {
  const cache = createAnswerCache(
    () => Promise.reject(new Error('no database')),
    () => new Date(0),
  );
  await cache.put('request', 'answer');
  expect(await cache.get('request')).toBeUndefined();
});

it('a fitted classifier is read as it was written, until it is removed', async () => {
  const store = createTriageModelStore(createDatabaseOpener());
  expect(await store.read()).toBeUndefined();
  await store.write(new Uint8Array([1, 2, 3]));
  expect([...((await store.read()) ?? [])]).toEqual([1, 2, 3]);
  await store.remove();
  expect(await store.read()).toBeUndefined();
});

it('a database of version 2 keeps its rows and gains the stores of drafting', async () => {
  const old = await openDB(DATABASE_NAME, 2, {
    upgrade(database, _from, _to, transaction) {
      for (const [name, keyPath] of [
        ['sources', 'id'],
        ['articles', ['sourceId', 'id']],
        ['passages', 'id'],
        ['drafts', 'id'],
        ['outcomes', 'id'],
      ] as const)
        database.createObjectStore(name, { keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath] });
      for (const name of ['index', 'secrets', 'vectors']) database.createObjectStore(name);
      transaction.objectStore('drafts').createIndex('byOpportunity', 'opportunityId');
    },
  });
  await old.put('drafts', { id: 'd1', opportunityId: 'o1' });
  await old.put('secrets', 'key', 'https://model.example');
  await old.put('index', 'segment', 'lexical');
  old.close();
  const database = await createDatabaseOpener()();
  expect(await database.get('drafts', 'd1')).toMatchObject({ opportunityId: 'o1' });
  expect(await database.get('secrets', 'https://model.example')).toBe('key');
  expect(await database.get('index', 'lexical')).toBe('segment');
  expect([...database.objectStoreNames]).toEqual(expect.arrayContaining(['voices', 'spending', 'answers', 'models']));
});
