import { describe, expect, it } from 'vitest';
import { toFailure } from '../../domain/failure.ts';
import { sourceOriginSchema, type SourceOrigin } from '../../domain/passage.ts';
import { createSourceFetch, toMatchPatterns } from './source-fetch.ts';

const helpCentre = sourceOriginSchema.parse({
  kind: 'help-centre',
  product: 'zammad',
  baseUrl: 'https://desk.example:8443/rest',
});
const webPages = sourceOriginSchema.parse({
  kind: 'web-pages',
  addresses: ['https://help.example/sitemap.xml', 'https://docs.example/a'],
});

/** What reaches the browser's fetch for one request of a source; `url` is where the answer says it came from. */
async function ask(origin: SourceOrigin, address: string, init?: RequestInit, url = address) {
  const asked: RequestInit[] = [];
  const fetch = async (_input: string | URL, given?: RequestInit): Promise<Response> => {
    asked.push(given ?? {});
    return Object.defineProperty(new Response('here'), 'url', { value: url });
  };
  const answer = createSourceFetch(origin, fetch)(address, init);
  const failure = await answer.then(
    () => undefined,
    (thrown: unknown) => toFailure(thrown),
  );
  return { init: asked[0], failure };
}

describe('a source asks only where it says it is read from', () => {
  it.each([
    ['another host', helpCentre, 'https://evil.example/'],
    ['another port', helpCentre, 'https://desk.example/'],
    ['another scheme', webPages, 'http://help.example/'],
    ['a host that begins alike', webPages, 'https://help.example.evil.example/'],
    ['a file', webPages, 'file:///etc/passwd'],
    ['data', webPages, 'data:text/html,hi'],
  ])('%s is not asked', async (_what, origin, address) => {
    expect(await ask(origin, address)).toMatchObject({ init: undefined, failure: { kind: 'source-not-allowed' } });
  });

  it('each of several addresses is', async () => {
    expect(await ask(webPages, 'https://docs.example/b')).toMatchObject({ failure: undefined });
    expect(await ask(webPages, 'https://help.example/b')).toMatchObject({ failure: undefined });
  });
});

describe('cookies, referrer, redirects', () => {
  it('cookies go to a helpdesk when asked for, and never to web pages', async () => {
    const include: RequestInit = { credentials: 'include' };
    expect((await ask(helpCentre, 'https://desk.example:8443/a', include)).init?.credentials).toBe('include');
    expect((await ask(helpCentre, 'https://desk.example:8443/a')).init?.credentials).toBe('omit');
    expect((await ask(webPages, 'https://help.example/a', include)).init?.credentials).toBe('omit');
  });

  it('no referrer, whatever the source wants', async () => {
    const { init } = await ask(webPages, 'https://help.example/a', { referrerPolicy: 'unsafe-url' });
    expect(init?.referrerPolicy).toBe('no-referrer');
  });

  it.each([
    ['of a helpdesk is an error', helpCentre, 'https://desk.example:8443/a', undefined, 'error'],
    ['of a helpdesk is an error, asked to follow or not', helpCentre, 'https://desk.example:8443/a', 'follow', 'error'],
    ['can be looked at unfollowed', helpCentre, 'https://desk.example:8443/a', 'manual', 'manual'],
    ['of a web page is an error unless asked to follow', webPages, 'https://help.example/a', undefined, 'error'],
    ['of a web page is followed when asked to', webPages, 'https://help.example/a', 'follow', 'follow'],
  ] as const)('a redirect %s', async (_what, origin, address, redirect, expected) => {
    expect((await ask(origin, address, redirect ? { redirect } : {})).init?.redirect).toBe(expected);
  });

  it('an answer that a redirect fetched from elsewhere is thrown away', async () => {
    const { failure } = await ask(webPages, 'https://help.example/a', { redirect: 'follow' }, 'https://elsewhere.example/a');
    expect(failure).toEqual({ kind: 'source-not-allowed', host: 'elsewhere.example' });
  });
});

describe('requests that bring no answer', () => {
  const hang = (_input: string | URL, init?: RequestInit): Promise<Response> =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));

  it('after 30 s the place is unreachable', async () => {
    const clock = new AbortController();
    const limits: number[] = [];
    const limit = (ms: number): AbortSignal => {
      limits.push(ms);
      return clock.signal;
    };
    const answer = createSourceFetch(helpCentre, hang, limit)('https://desk.example:8443/a');
    clock.abort(new DOMException('late', 'TimeoutError'));
    expect(toFailure(await answer.catch((thrown: unknown) => thrown))).toEqual({
      kind: 'source-unreachable',
      host: 'desk.example:8443',
    });
    expect(limits).toEqual([30_000]);
  });

  it('a request that the source itself ended says why, and is no failure of the place', async () => {
    const own = new AbortController();
    const answer = createSourceFetch(helpCentre, hang)('https://desk.example:8443/a', { signal: own.signal });
    const reason = new Error('cancelled');
    own.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });
});

it('the browser is asked for hosts, since its patterns know no ports', () => {
  expect(toMatchPatterns(helpCentre)).toEqual(['https://desk.example/*']);
  expect(toMatchPatterns(webPages)).toEqual(['https://help.example/*', 'https://docs.example/*']);
});
