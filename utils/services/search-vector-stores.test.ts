import { afterEach, beforeEach, expect, it } from 'vitest';
import { startVectorStoreServer, STORE_ID, STORE_KEY, type VectorStoreServer } from '../../e2e/servers/vector-store-server.ts';
import { browserDeps, type BackendDeps } from '../backends/backend-deps.ts';
import { uploadArticles } from '../backends/vector-store-files.ts';
import {
  articleSchema,
  audienceSchema,
  passageSchema,
  sourceIdSchema,
  sourceSchema,
  type Article,
  type RankedPassage,
  type Source,
} from '../domain/passage.ts';
import type { SearchQuery } from '../ports/passage-search.ts';
import { createKnowledgeSearch } from './search-knowledge.ts';
import { createStoreSearch, type StoreSearchDeps, TIMEOUT_MS } from './search-vector-stores.ts';

let stand: VectorStoreServer;
beforeEach(async () => {
  stand = await startVectorStoreServer();
});
afterEach(() => stand.close());

const signal = new AbortController().signal;
const handbook = sourceIdSchema.parse('handbook');
/** Five seconds pass at once where a store hangs, and never where it answers. */
const makeBackend = (isHanging = false): BackendDeps => ({
  ...browserDeps,
  sleep: (ms, until) => browserDeps.sleep(ms === TIMEOUT_MS && isHanging ? 20 : 60_000, until),
});
const makeArticle = (id: string, text: string, more: Partial<Article> = {}): Article =>
  articleSchema.parse({
    id,
    sourceId: handbook,
    title: `About ${id}`,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-20T09:00:00Z',
    sections: [{ headings: [], text }],
    ...more,
  });
const fill = async (...articles: Article[]): Promise<void> => {
  const server = { endpoint: { baseUrl: stand.baseUrl, model: '' }, key: STORE_KEY, deps: makeBackend() };
  const upload = { server, storeId: STORE_ID, sourceId: handbook, articles, onUnreadable: () => undefined };
  for await (const _ of uploadArticles(upload, signal));
  stand.seen.length = 0;
};
const makeSource = (more: Partial<Source> = {}): Source =>
  sourceSchema.parse({
    id: 'store',
    kind: 'vector-store',
    name: 'Vector store',
    audience: 'public',
    importedAt: '2026-11-01T00:00:00.000Z',
    origin: { kind: 'vector-store', baseUrl: stand.baseUrl, storeId: STORE_ID },
    articles: 0,
    passages: 0,
    unreadable: [],
    ...more,
  });
const ranked = (title: string, text: string): RankedPassage => ({
  passage: passageSchema.parse({
    id: `here ${title}`,
    articleId: title,
    sourceId: 'here',
    title,
    headings: [],
    text,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    position: 0,
  }),
  score: 7,
  coverage: 0.5,
  matchedTerms: 1,
  terms: 2,
});
const here = [ranked('Here', 'A refund is made by card.'), ranked('Also here', 'Refunds of gifts.')];
const makeStores = (sources: readonly Source[], more: Partial<StoreSearchDeps> = {}) =>
  createStoreSearch({
    listSources: async () => sources,
    secrets: { read: async (origin) => (origin === new URL(stand.baseUrl).origin ? STORE_KEY : '') },
    isAllowed: async () => true,
    redact: (text) => text,
    backend: makeBackend(),
    ...more,
  });
const makeSearch = (sources: readonly Source[], more: Partial<StoreSearchDeps> = {}, own = here) =>
  createKnowledgeSearch(
    {
      search: async (_query, limit) => own.slice(0, limit),
      count: async () => own.length,
      allowedIds: async () => new Set(),
      getPassage: async () => undefined,
    },
    { askedHost: async () => undefined, search: async () => [] },
    makeStores(sources, more),
  );
const query = (more: Partial<SearchQuery> = {}): SearchQuery => ({
  questions: ['How long does a refund take?'],
  context: '',
  language: 'en',
  mayUse: ['public'],
  ...more,
});
const titles = (found: readonly RankedPassage[]): string[] => found.map(({ passage }) => passage.title);
const refunds = makeArticle('refunds', 'A refund takes 5 days.');

it('what a store finds is fused by rank with what is found here, and belongs to its source', async () => {
  await fill(refunds);
  const found = await makeSearch([makeSource()]).search(query(), 3, signal);
  expect(titles(found)).toEqual(['Here', 'About refunds', 'Also here']);
  expect(found[1]?.passage).toMatchObject({ sourceId: 'store', articleId: 'refunds', audience: 'public' });
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
});

it('what is here as well is cited from here, once', async () => {
  await fill(refunds);
  const own = [ranked('About refunds', 'A refund takes 5 days.')];
  const found = await makeSearch([makeSource()], {}, own).search(query(), 3, signal);
  expect(found.map(({ passage }) => passage.sourceId)).toEqual(['here']);
});

it('a store that ignores the filter gives readers nothing that is not for them', async () => {
  await fill(
    ...audienceSchema.options.map((audience) =>
      makeArticle(audience, 'A refund takes 5 days.', { audience, ...(audience === 'segment' ? { segments: ['Pro'] } : {}) }),
    ),
  );
  stand.mood.ignoresFilter = true;
  const find = async (more: Partial<SearchQuery>) =>
    titles(await makeSearch([makeSource()], {}, []).search(query(more), 9, signal));
  expect(await find({})).toEqual(['About public']);
  expect((await find({ mayUse: ['public', 'segment'], segments: ['Pro'] })).toSorted()).toEqual([
    'About public',
    'About segment',
  ]);
  expect(await find({ mayUse: ['public', 'segment'], segments: ['Basic'] })).toEqual(['About public']);
});

it('a store for fewer readers is not asked for others, and what it gives is for them only', async () => {
  await fill(refunds);
  const search = makeSearch([makeSource({ audience: 'internal' })]);
  expect(titles(await search.search(query(), 3, signal))).toEqual(['Here', 'Also here']);
  expect(stand.seen).toEqual([]);
  const found = await search.search(query({ mayUse: ['public', 'internal'] }), 3, signal);
  expect(found.find(({ passage }) => passage.sourceId === 'store')?.passage.audience).toBe('internal');
});

it.each([
  ['fails', (): void => void (stand.mood.changedSchema = true), {}],
  ['refuses the key', (): void => undefined, { secrets: { read: async () => 'wrong' } }],
  ['may not be asked', (): void => undefined, { isAllowed: async () => false }],
])('a store that %s leaves what is found here, with its scores', async (_, change, deps) => {
  await fill(refunds);
  change();
  expect(await makeSearch([makeSource()], deps).search(query(), 1, signal)).toEqual(here.slice(0, 1));
});

it('a store that hangs is waited for five seconds, and its request is ended', async () => {
  let ended = false;
  const hang: BackendDeps['fetch'] = (_, init) =>
    new Promise((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => {
        ended = true;
        reject(new Error('aborted'));
      }),
    );
  const search = makeSearch([makeSource()], { backend: { ...makeBackend(true), fetch: hang } });
  expect(await search.search(query(), 3, signal)).toEqual(here);
  expect(ended).toBe(true);
});

it('of two stores the one that answers counts', async () => {
  await fill(refunds);
  const gone = makeSource({
    id: sourceIdSchema.parse('gone'),
    origin: { kind: 'vector-store', baseUrl: stand.baseUrl, storeId: 'vs_gone' },
  });
  const found = await makeSearch([gone, makeSource()]).search(query(), 3, signal);
  expect(titles(found)).toEqual(['Here', 'About refunds', 'Also here']);
});

it('questions leave the browser redacted, solved tickets are never asked for there, and no store means no request', async () => {
  await fill(refunds);
  const redact = (text: string): string => text.replace('ana@example.org', '[email]');
  const search = makeSearch([makeSource()], { redact });
  await search.search(query({ questions: ['A refund for ana@example.org?'] }), 3, signal);
  expect(stand.seen.map(({ body }) => body).join()).toContain('A refund for [email]?');
  stand.seen.length = 0;
  await search.search(query({ pool: 'solved-tickets' }), 3, signal);
  await makeSearch([]).search(query(), 3, signal);
  expect(stand.seen).toEqual([]);
});

it('whoever no longer waits is told so', async () => {
  const leave = new AbortController();
  leave.abort(new Error('left'));
  await expect(makeSearch([makeSource()]).search(query(), 3, leave.signal)).rejects.toThrow('left');
});

it('a store that was added is tried: a wrong key and a wrong id are failures, and other sources are left alone', async () => {
  const { origin } = makeSource();
  await expect(makeStores([]).check(origin)).resolves.toBeUndefined();
  const host = new URL(stand.baseUrl).host;
  await expect(makeStores([], { secrets: { read: async () => 'wrong' } }).check(origin)).rejects.toMatchObject({
    failure: { kind: 'source-rejected', host, status: 401 },
  });
  await expect(makeStores([]).check({ kind: 'vector-store', baseUrl: stand.baseUrl, storeId: 'vs_gone' })).rejects.toMatchObject({
    failure: { kind: 'source-rejected', status: 404 },
  });
  stand.seen.length = 0;
  await makeStores([]).check({ kind: 'web-pages', addresses: [`${stand.baseUrl}/page`] });
  await makeStores([]).check(undefined);
  expect(stand.seen).toEqual([]);
});
