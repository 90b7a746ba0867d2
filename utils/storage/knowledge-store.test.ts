import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { articleSchema, sourceIdSchema, type Article, type Audience } from '../domain/passage.ts';
import type { Sync } from '../domain/sync.ts';
import type { KnowledgeStep } from '../ports/knowledge-writer.ts';
import { createDatabaseOpener } from './database.ts';
import { indexManifestSchema } from './knowledge/index-manifest.ts';
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

const row = (change: Partial<Sync> = {}): Sync => ({
  sourceId: help,
  runId: 'run 1',
  state: 'running',
  startedAt: '2026-11-01T00:00:00.000Z',
  steppedAt: '2026-11-01T00:00:00.000Z',
  done: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  ...change,
});
const step = (articles: Article[], change: Partial<KnowledgeStep> = {}): KnowledgeStep => ({
  articles,
  unchanged: [],
  removed: [],
  unreadable: [],
  sync: row(),
  ...change,
});
const begin = () =>
  store.putSource({
    id: help,
    kind: 'help-centre',
    name: 'Help',
    audience: 'public',
    importedAt: '2026-11-01T00:00:00.000Z',
    unreadable: [],
  });

it('a step counts what is new, changed, equal and gone, and the search follows', async () => {
  await begin();
  const first = await store.saveStep(step([reset, refunds]));
  expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 0, removed: 0 });
  const longer = article('reset', 'Password reset links', 'A password reset link is valid for two fortnights.');
  const later = { ...refunds, fetchedAt: '2026-11-02T00:00:00.000Z', etag: '"2"' };
  const second = await store.saveStep(step([longer, later], { sync: first }));
  expect(second).toMatchObject({ added: 2, changed: 1, unchanged: 1, removed: 0 });
  expect((await search(store, 'valid for fortnights?'))[0]).toBe('reset');
  expect(await search(store, 'works once, 60 minutes')).not.toContain('reset');
  expect(await store.count()).toBe(2);
  const third = await store.saveStep(step([], { removed: ['refunds', 'never there'], sync: second }));
  expect(third.removed).toBe(1);
  expect(await search(store, 'refund of an annual plan')).not.toContain('refunds');
  expect((await store.listSources())[0]).toMatchObject({ articles: 1, passages: 1 });
});

it('the end of a run removes what it did not come across, and nothing else', async () => {
  await begin();
  await store.saveStep(step([reset, refunds, goodwill]));
  const next = row({ runId: 'run 2' });
  const seen = await store.saveStep(step([reset], { unchanged: ['goodwill'], sync: next }));
  const done = await store.finishRun(seen);
  expect(done).toMatchObject({ state: 'done', removed: 1 });
  expect((await store.listArticles(help)).map(({ id }) => id).toSorted()).toEqual(['goodwill', 'reset']);
  expect(await store.listSyncs()).toEqual([done]);
});

it('a hundred small steps are merged into few segments, and every article is found once', async () => {
  await begin();
  for (let at = 0; at < 100; at += 1)
    await store.saveStep(step([article(`a${at}`, `Topic number${at}`, `Only this one speaks of word${at}.`)]));
  await store.settle();
  const index = await (await createDatabaseOpener()()).get('index', 'manifest');
  expect(indexManifestSchema.parse(index).segments.length).toBeLessThan(24);
  for (const at of [0, 7, 50, 99]) expect(await search(store, `What about word${at}?`)).toEqual([`a${at}`]);
  expect(await store.count()).toBe(100);
});

it('an index that an older version made is built anew from the articles', async () => {
  await add(store, reset, refunds);
  await (await createDatabaseOpener()()).clear('index');
  const updated = createKnowledgeStore(createDatabaseOpener());
  expect((await search(updated, 'How long is my reset link valid?'))[0]).toBe('reset');
  expect(await updated.count()).toBe(2);
});

it('a flagged article is internal until a person has read it', async () => {
  await begin();
  const flagged: Article = { ...reset, review: { state: 'needed', reasons: ['text that readers can’t see'] } };
  await store.saveStep(step([flagged]));
  expect(await search(store, 'How long is my reset link valid?')).toEqual([]);
  expect(await search(store, 'How long is my reset link valid?', 'en', ['internal'])).toEqual(['reset']);
  await store.saveStep(step([{ ...flagged, review: { state: 'passed', reasons: ['text that readers can’t see'] } }]));
  expect(await search(store, 'How long is my reset link valid?')).toEqual(['reset']);
});

it('solved tickets are a pool of their own: never among the articles, nor the other way', async () => {
  await add(store, reset);
  const tickets = sourceIdSchema.parse('tickets');
  const solved: Article = { ...reset, id: '4821', sourceId: tickets, audience: 'internal' };
  const origin = { kind: 'solved-tickets', product: 'zendesk', baseUrl: 'https://desk.example', sinceDays: 90 } as const;
  await store.putSource({
    id: tickets,
    kind: 'solved-tickets',
    name: 'Solved',
    audience: 'internal',
    importedAt: '2026-11-01T00:00:00.000Z',
    unreadable: [],
    origin,
  });
  await store.saveStep(step([solved], { sync: row({ sourceId: tickets }) }));
  const all = { questions: ['reset link'], context: '', language: 'en', mayUse: ['public', 'internal'] as const };
  const idsIn = async (pool: 'articles' | 'solved-tickets') =>
    (await store.search({ ...all, pool }, 5, signal)).map(({ passage }) => passage.articleId);
  expect(await idsIn('articles')).toEqual(['reset']);
  expect(await idsIn('solved-tickets')).toEqual(['4821']);
});

it('a source that was removed while it was being read stays removed', async () => {
  await begin();
  await store.saveStep(step([reset]));
  await store.removeSource(help);
  await store.saveStep(step([refunds]));
  expect(await store.count()).toBe(0);
  expect(await store.listArticles(help)).toEqual([]);
  expect(await store.listSyncs()).toEqual([]);
});
