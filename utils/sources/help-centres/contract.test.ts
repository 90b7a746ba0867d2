import { describe, expect, it } from 'vitest';
import type { KnowledgeSource, KnownArticle } from '../../ports/knowledge-source.ts';
import { articlesOf, collect, standIn, toRead, type Answer } from '../paged/test-support.ts';
import { helpCentres } from './help-centres.ts';
import { hostedServers } from './hosted-servers.test-support.ts';
import { madeUp, published, type MadeUpServer } from './made-up-articles.test-support.ts';
import { ownServers } from './own-servers.test-support.ts';

const madeUpServers = [...hostedServers, ...ownServers];

function sourceOf({ origin }: MadeUpServer): KnowledgeSource {
  const source = helpCentres.find(({ isFor }) => isFor(origin));
  if (!source) throw new Error('No source reads it.');
  return source;
}

const isEntry = (value: object): value is Record<string, unknown> =>
  'id' in value && ['title', 'Name', 'status', 'body'].some((field) => field in value);

/** Changes every entry with a title in whatever a server answers. */
function changeEntries(answer: Answer, change: (entry: Record<string, unknown>) => void, when: (url: URL) => boolean): Answer {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const inner of Object.values(value)) visit(inner);
    if (isEntry(value)) change(value);
  };
  return async (url, init) => {
    const value = await answer(url, init);
    if (value instanceof Response || !when(url)) return value;
    const copy: unknown = structuredClone(value);
    visit(copy);
    return copy;
  };
}

describe.each(madeUpServers)('$product', (server) => {
  const source = sourceOf(server);
  const answer = server.answer(madeUp);

  it('reads 45 articles once each, with title, text, locale, audience and date', async () => {
    const { steps, thrown } = await collect(source, toRead(server.origin), standIn(answer).deps);
    expect(thrown).toBeUndefined();
    const articles = articlesOf(steps);
    expect(articles.map(({ title }) => title).toSorted()).toEqual(published.map(({ title }) => title).toSorted());
    expect(new Set(articles.map(({ id }) => id)).size).toBe(45);
    for (const article of articles) {
      const made = published.find(({ title }) => title === article.title);
      expect(article.sections.map(({ text }) => text).join('\n')).toContain(made?.text);
      expect(article.locale).toBe(server.locale);
      expect(article.audience).toBe(made?.isRestricted ? server.restricted : server.open);
      expect(article.updatedAt).toBe(made?.updatedAt);
    }
    expect(steps.flatMap(({ unreadable }) => unreadable)).toEqual([]);
    expect(Math.max(...steps.map((step) => step.articles.length))).toBeLessThanOrEqual(50);
  });

  it('goes on from every cursor with exactly the rest', async () => {
    const { steps } = await collect(source, toRead(server.origin), standIn(answer).deps);
    expect(steps.length).toBeGreaterThan(1);
    for (const [index, { cursor }] of steps.entries()) {
      const resumed = await collect(source, toRead(server.origin, { cursor }), standIn(answer).deps);
      expect(resumed.thrown).toBeUndefined();
      expect(articlesOf(resumed.steps)).toEqual(articlesOf(steps.slice(index + 1)));
    }
  });

  it('never reads a draft', async () => {
    const { steps } = await collect(source, toRead(server.origin), standIn(answer).deps);
    const drafts = madeUp.filter(({ isDraft }) => isDraft).map(({ title }) => title);
    expect(drafts).toHaveLength(3);
    expect(articlesOf(steps).filter(({ title }) => drafts.includes(title))).toEqual([]);
  });

  it('passes over what has not changed, without fetching it', async () => {
    const first = articlesOf((await collect(source, toRead(server.origin), standIn(answer).deps)).steps);
    const known = first.map(({ id, etag, updatedAt }): KnownArticle => ({ id, etag, updatedAt }));
    const stood = standIn(answer);
    const again = await collect(source, toRead(server.origin, { known }), stood.deps);
    expect(articlesOf(again.steps)).toEqual([]);
    expect(again.steps.flatMap(({ unchanged }) => unchanged).toSorted()).toEqual(known.map(({ id }) => id).toSorted());
    expect(stood.asked.filter((address) => server.isItem(new URL(address)))).toEqual([]);
  });

  it('reads again what was changed', async () => {
    const first = articlesOf((await collect(source, toRead(server.origin), standIn(answer).deps)).steps);
    const known = first.map(({ id, etag, updatedAt }): KnownArticle => ({ id, etag, updatedAt }));
    const changed = madeUp.map((each) =>
      each.id === 101 ? { ...each, text: 'New words.', updatedAt: '2026-11-20T00:00:00.000Z' } : each,
    );
    const { steps } = await collect(source, toRead(server.origin, { known }), standIn(server.answer(changed)).deps);
    expect(articlesOf(steps).map(({ title, updatedAt }) => [title, updatedAt])).toEqual([
      ['How to change setting 1', '2026-11-20T00:00:00.000Z'],
    ]);
  });

  it('is never looser than its source', async () => {
    const { steps } = await collect(source, toRead(server.origin, { audience: 'internal' }), standIn(answer).deps);
    expect(new Set(articlesOf(steps).map(({ audience }) => audience))).toEqual(new Set(['internal']));
  });

  it('waits as long as a 429 asks for, then goes on', async () => {
    let requests = 0;
    const stood = standIn((url, init) =>
      (requests += 1) === 2 ? new Response('', { status: 429, headers: { 'retry-after': '7' } }) : answer(url, init),
    );
    const { steps, thrown } = await collect(source, toRead(server.origin), stood.deps);
    expect(thrown).toBeUndefined();
    expect(stood.waits).toContain(7000);
    expect(articlesOf(steps)).toHaveLength(45);
  });

  it('ends with source-changed naming the field when a field is gone', async () => {
    const lose = (entry: Record<string, unknown>): void => void delete entry[server.titleField];
    const gone = changeEntries(answer, lose, () => true);
    const { steps, thrown } = await collect(source, toRead(server.origin), standIn(gone).deps);
    const { host } = new URL(server.origin.baseUrl);
    const missing: unknown = expect.stringMatching(new RegExp(`\\b${server.titleField}$`));
    expect(thrown).toMatchObject({ failure: { kind: 'source-changed', host, missing } });
    expect(articlesOf(steps)).toEqual([]);
  });

  it('keeps what it had read when a field goes missing later', async () => {
    const stood = standIn(answer);
    const whole = await collect(source, toRead(server.origin), stood.deps);
    const lose = (entry: Record<string, unknown>): void => void delete entry[server.textField];
    let requests = 0;
    const gone = changeEntries(answer, lose, () => requests > stood.asked.length - server.late);
    const late = standIn((url, init) => ((requests += 1), gone(url, init)));
    const { steps, thrown } = await collect(source, toRead(server.origin), late.deps);
    const missing: unknown = expect.stringMatching(new RegExp(`\\b${server.textField}$`));
    expect(thrown).toMatchObject({ failure: { kind: 'source-changed', missing } });
    expect(articlesOf(steps).length).toBeGreaterThan(20);
    expect(articlesOf(steps)).toEqual(articlesOf(whole.steps).slice(0, articlesOf(steps).length));
  });

  it('takes a sign-in page for what it is', async () => {
    const page = '<html><head><title>Welcome</title></head><body><form><input type="password" name="pass"></form></body></html>';
    const stood = standIn(() => new Response(page, { headers: { 'content-type': 'text/html' } }));
    const { thrown } = await collect(source, toRead(server.origin), stood.deps);
    expect(thrown).toMatchObject({ failure: { kind: 'source-rejected', status: 401 } });
  });

  it('rejects with the reason when it is aborted in between', async () => {
    const controller = new AbortController();
    const reason = new Error('The source was removed.');
    let requests = 0;
    const stood = standIn((url, init) => {
      if ((requests += 1) === 2) controller.abort(reason);
      return answer(url, init);
    });
    const { thrown } = await collect(source, toRead(server.origin), stood.deps, controller.signal);
    expect(thrown).toBe(reason);
    expect(requests).toBe(2);
  });

  it('asks nothing outside the root of its API, and sends its key', async () => {
    const keys = new Set<boolean>();
    const stood = standIn((url, init) => {
      const headers = new Headers(init.headers);
      keys.add(headers.has('authorization') || headers.has('api_access_token'));
      expect(init.redirect).toBe('manual');
      return answer(url, init);
    });
    await collect(source, toRead(server.origin), stood.deps);
    expect(keys).toEqual(new Set([true]));
    for (const address of stood.asked) expect(new URL(address).origin).toBe(new URL(server.origin.baseUrl).origin);
  });
});

it('has a source for each product', () => {
  expect(madeUpServers.map(({ product }) => product).toSorted()).toEqual([
    'chatwoot',
    'freshdesk',
    'help-scout',
    'intercom',
    'request-tracker',
    'zammad',
    'zendesk',
  ]);
  expect(helpCentres).toHaveLength(7);
});
