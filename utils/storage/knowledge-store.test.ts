import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { articleSchema, sourceIdSchema, type Article, type Audience } from '../domain/passage.ts';
import { createDatabaseOpener } from './database.ts';
import { createKnowledgeStore, type KnowledgeStore } from './knowledge-store.ts';

const signal = new AbortController().signal;
const help = sourceIdSchema.parse('help');
const article = (id: string, title: string, text: string, audience: Audience = 'public', locale = 'en'): Article =>
  articleSchema.parse({
    id,
    sourceId: help,
    title,
    locale,
    audience,
    fetchedAt: '2026-11-01T00:00:00.000Z',
    sections: [{ headings: [], text }],
  });
const reset = article('reset', 'Password reset links', 'A password reset link is valid for 60 minutes and works once.');
const refunds = article(
  'refunds',
  'Refunds for annual plans',
  'Annual plans can be cancelled with a full refund within 30 days of the invoice date.',
);
const goodwill = article('goodwill', 'Goodwill refunds', 'A team lead can grant one month of credit as a refund.', 'internal');

const add = (store: KnowledgeStore, ...articles: Article[]) =>
  store.addSource(
    { id: help, kind: 'files', name: 'Help', audience: 'public', importedAt: '2026-11-01T00:00:00.000Z', unreadable: [] },
    articles,
    signal,
  );
const search = async (store: KnowledgeStore, question: string, language = 'en', mayUse: readonly Audience[] = ['public']) =>
  (await store.search({ questions: [question], context: '', language, mayUse }, 5, signal)).map(
    ({ passage }) => passage.articleId,
  );

let store: KnowledgeStore;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  store = createKnowledgeStore(createDatabaseOpener());
});

it('finds the article that answers, in the question’s language and across languages', async () => {
  await add(store, reset, refunds);
  expect((await search(store, 'How long is my reset link valid?'))[0]).toBe('reset');
  expect((await search(store, 'Wie lange ist der Link für mein Passwort gültig?', 'de'))[0]).toBe('reset');
  expect((await search(store, 'Ich möchte den Jahrestarif kündigen und bitte um Erstattung', 'de'))[0]).toBe('refunds');
});

it('a passage outside the audience is not found, not even as the only match', async () => {
  await add(store, goodwill, reset);
  expect(await search(store, 'Can I get goodwill credit as a refund?')).not.toContain('goodwill');
  expect(await search(store, 'Can I get goodwill credit as a refund?', 'en', ['public', 'internal'])).toContain('goodwill');
});

it('a removed source is gone from the list, the search and the passages', async () => {
  await add(store, reset);
  const [found] = await store.search({ questions: ['reset link'], context: '', language: 'en', mayUse: ['public'] }, 1, signal);
  await store.removeSource(help);
  expect(await store.listSources()).toEqual([]);
  expect(await store.count()).toBe(0);
  expect(found && (await store.getPassage(found.passage.id))).toBeUndefined();
});

it('adding a source again replaces it, and unchanged passages keep their ids', async () => {
  await add(store, reset, refunds);
  const before = await store.search({ questions: ['reset link'], context: '', language: 'en', mayUse: ['public'] }, 1, signal);
  await add(store, reset);
  const after = await store.search({ questions: ['reset link'], context: '', language: 'en', mayUse: ['public'] }, 1, signal);
  expect(after[0]?.passage.id).toBe(before[0]?.passage.id);
  expect(await store.count()).toBe(1);
});

it('another context sees the change after it reloads', async () => {
  const other = createKnowledgeStore(createDatabaseOpener());
  expect(await other.count()).toBe(0);
  await add(store, reset);
  await other.reload();
  expect(await other.count()).toBe(1);
});

it('a full disk leaves what was there and says that storage is full', async () => {
  await add(store, reset);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(add(store, refunds)).rejects.toMatchObject({ failure: { kind: 'storage-full' } });
  full.mockRestore();
  expect(await search(store, 'How long is my reset link valid?')).toEqual(['reset']);
});
