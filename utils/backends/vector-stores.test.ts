import { afterEach, beforeEach, expect, it } from 'vitest';
import { startVectorStoreServer, STORE_ID, STORE_KEY, type VectorStoreServer } from '../../e2e/servers/vector-store-server.ts';
import { articleSchema, audienceSchema, sourceIdSchema, type Article, type Audience } from '../domain/passage.ts';
import type { SearchQuery } from '../ports/passage-search.ts';
import { makeDeps } from './test-support.ts';
import { removeSourceFiles, uploadArticles, type UploadStep } from './vector-store-files.ts';
import { createVectorStoreSearch } from './vector-stores.ts';

let stand: VectorStoreServer;
beforeEach(async () => {
  stand = await startVectorStoreServer();
});
afterEach(() => stand.close());

const signal = new AbortController().signal;
const sourceId = sourceIdSchema.parse('handbook');

const makeArticle = (id: string, text: string, more: Partial<Article> = {}): Article =>
  articleSchema.parse({
    id,
    sourceId,
    title: `About ${id}`,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-20T09:00:00Z',
    sections: [{ headings: ['More'], text }],
    ...more,
  });
const refunds = makeArticle('refunds', 'A refund takes 5 days.', { url: 'https://help.example/refunds' });
const shipping = makeArticle('shipping', 'Parcels leave our warehouse at noon.');

const originOf = (key = STORE_KEY, storeId = STORE_ID, deps = makeDeps()) => ({
  server: { endpoint: { baseUrl: stand.baseUrl, model: '' }, key, deps },
  storeId,
  sourceId,
});
const upload = async (
  articles: readonly Article[],
  origin = originOf(),
): Promise<{ steps: UploadStep[]; unreadable: unknown[] }> => {
  const unreadable: unknown[] = [];
  const steps: UploadStep[] = [];
  for await (const step of uploadArticles({ ...origin, articles, onUnreadable: (file) => unreadable.push(file) }, signal))
    steps.push(step);
  return { steps, unreadable };
};
const query = (more: Partial<SearchQuery> = {}): SearchQuery => ({
  questions: ['How long does a refund take?'],
  context: '',
  language: 'en',
  mayUse: ['public'],
  ...more,
});
const search = (more: Partial<SearchQuery> = {}, origin = originOf()) =>
  createVectorStoreSearch(origin).search(query(more), 5, signal);
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (thrown: { failure?: unknown }) => thrown.failure,
  );

it('what was uploaded is found again with title, address, language and how much of the question it holds', async () => {
  expect((await upload([refunds, shipping])).steps).toMatchObject([
    { done: 1, total: 2, did: 'uploaded' },
    { done: 2, did: 'uploaded' },
  ]);
  const [best, other] = await search();
  expect(best?.passage).toMatchObject({
    sourceId,
    articleId: 'refunds',
    title: 'About refunds',
    url: 'https://help.example/refunds',
    locale: 'en',
    audience: 'public',
  });
  expect(best?.coverage).toBeGreaterThan(other?.coverage ?? 0);
  expect(best?.coverage).toBeLessThanOrEqual(1);
  expect(await createVectorStoreSearch(originOf()).count()).toBe(2);
});

it('an upload that is repeated uploads nothing; a changed article replaces its file; one that is gone is deleted', async () => {
  await upload([refunds, shipping]);
  expect((await upload([refunds, shipping])).steps.map((step) => step.did)).toEqual(['unchanged', 'unchanged']);
  const changed = makeArticle('refunds', 'A refund takes 9 days.');
  expect((await upload([changed])).steps.map((step) => step.did)).toEqual(['uploaded']);
  expect([...stand.files.values()].map((file) => file.text)).toEqual([expect.stringContaining('9 days')]);
  expect([...stand.store.keys()]).toEqual([...stand.files.keys()]);
});

it('a change of audience alone is a change', async () => {
  await upload([refunds]);
  await upload([{ ...refunds, audience: 'internal' }]);
  expect(await search()).toEqual([]);
  expect(stand.store.size).toBe(1);
});

it('an upload that is cut at any request goes on later: nothing is lost and nothing is doubled', async () => {
  await upload([refunds, shipping]);
  const requests = stand.seen.length;
  expect(requests).toBeGreaterThan(6);
  for (let cutAt = 1; cutAt <= requests; cutAt += 1) {
    stand.files.clear();
    stand.store.clear();
    stand.mood.cutAt = cutAt;
    expect(await failureOf(upload([refunds, shipping]))).toMatchObject({ kind: 'source-unreachable' });
    stand.mood.cutAt = undefined;
    await upload([refunds, shipping]);
    expect([stand.files.size, stand.store.size]).toEqual([2, 2]);
  }
});

it('indexing is waited for, ever more slowly; one that does not end is told and left for the next time', async () => {
  stand.mood.looksUntilIndexed = 5;
  const deps = makeDeps();
  expect((await upload([refunds], originOf(STORE_KEY, STORE_ID, deps))).steps).toMatchObject([{ did: 'uploaded' }]);
  expect(deps.waits).toEqual([500, 1000, 2000, 4000]);
  stand.mood.looksUntilIndexed = Infinity;
  expect((await upload([refunds, shipping])).steps).toMatchObject([{ did: 'unchanged' }, { did: 'not-indexed-yet' }]);
  stand.mood.looksUntilIndexed = 0;
  expect((await upload([refunds, shipping])).steps).toMatchObject([{ did: 'unchanged' }, { did: 'unchanged' }]);
  expect(stand.files.size).toBe(2);
});

it('an article that the service cannot index is named, and the rest is uploaded', async () => {
  stand.mood.unreadable = 'warehouse';
  const { steps, unreadable } = await upload([shipping, refunds]);
  expect(steps.map((step) => step.did)).toEqual(['failed', 'uploaded']);
  expect(unreadable).toEqual([
    { name: 'About shipping', reason: 'The service could not index it: The file could not be parsed.' },
  ]);
  expect(stand.files.size).toBe(1);
});

it('deleting a source removes its files and no others', async () => {
  await upload([refunds, shipping]);
  const others = sourceIdSchema.parse('others');
  await upload([{ ...makeArticle('a', 'x'), sourceId: others }], { ...originOf(), sourceId: others });
  stand.files.set('file-own', { id: 'file-own', filename: 'mine.md', text: 'put there by hand' });
  stand.store.set('file-own', { status: 'completed', looks: 0, attributes: null, last_error: null });
  expect(await removeSourceFiles(originOf(), signal)).toBe(2);
  expect([...stand.files.values()].map((file) => file.text)).toEqual([expect.stringContaining('x'), 'put there by hand']);
  expect(stand.store.size).toBe(2);
});

it('for every audience only what it may see is returned, also when the store ignores the filter', async () => {
  const articles = audienceSchema.options.map((audience) =>
    makeArticle(audience, 'A refund takes 5 days.', { audience, segments: audience === 'segment' ? ['gold'] : [] }),
  );
  const unreviewed = makeArticle('unreviewed', 'A refund takes 5 days.', {
    review: { state: 'needed', reasons: ['hidden text'] },
  });
  const kept = makeArticle('kept', 'A refund takes 5 days.', { review: { state: 'kept-internal', reasons: ['hidden text'] } });
  await upload([...articles, unreviewed, kept]);
  stand.files.set('file-own', { id: 'file-own', filename: 'mine.md', text: 'A refund takes 5 days.' });
  stand.store.set('file-own', { status: 'completed', looks: 0, attributes: { audience: 'everybody' }, last_error: null });
  const found = async (mayUse: readonly Audience[], segments: readonly string[] = []) =>
    (await search({ mayUse, segments })).map(({ passage }) => passage.articleId).toSorted();
  for (const ignoresFilter of [false, true]) {
    stand.mood.ignoresFilter = ignoresFilter;
    expect(await found(['public'])).toEqual(['public']);
    expect(await found(['public', 'signed-in'])).toEqual(['public', 'signed-in']);
    expect(await found(['public', 'segment'], ['silver'])).toEqual(['public']);
    expect(await found(['public', 'segment'], ['gold'])).toEqual(['public', 'segment']);
    expect(await found([])).toEqual([]);
  }
  expect(await found(['internal'])).toEqual(['file-own', 'internal', 'kept', 'unreviewed']);
});

it('the filter goes out with the query', async () => {
  await search({ mayUse: ['public', 'signed-in'] });
  expect(JSON.parse(stand.seen.at(-1)?.body ?? '')).toMatchObject({
    query: 'How long does a refund take?',
    filters: {
      type: 'or',
      filters: [
        { key: 'audience', value: 'public' },
        { key: 'audience', value: 'signed-in' },
      ],
    },
    rewrite_query: false,
  });
});

it('the second pool is not in a store, and asks it nothing', async () => {
  expect(await search({ pool: 'solved-tickets' })).toEqual([]);
  expect(stand.seen).toEqual([]);
});

it('a wrong key, an unknown store and a changed schema are named', async () => {
  expect(await failureOf(search({}, originOf('sk-other')))).toMatchObject({ kind: 'source-rejected', status: 401 });
  expect(await failureOf(search({}, originOf(STORE_KEY, 'vs_gone')))).toMatchObject({ kind: 'source-rejected', status: 404 });
  stand.mood.changedSchema = true;
  expect(await failureOf(search())).toMatchObject({ kind: 'source-changed', missing: 'data' });
});

it('a busy service is asked three times, then says when it may be asked again', async () => {
  await upload([refunds]);
  stand.mood.busyFor = 2;
  expect(await search()).toHaveLength(1);
  stand.mood.busyFor = 3;
  stand.mood.retryAfter = '20';
  expect(await failureOf(search())).toMatchObject({ kind: 'source-busy', retryAfterMs: 20_000 });
});
