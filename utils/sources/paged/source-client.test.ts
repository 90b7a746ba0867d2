import { describe, expect, it } from 'vitest';
import { FailureError } from '../../domain/failure.ts';
import { createSourceClient, type SourceClient } from './source-client.ts';
import { standIn, type Answer } from './test-support.ts';

const root = new URL('https://desk.example/rt/api/');

function client(
  answer: Answer,
  more: { hasKey?: boolean; signal?: AbortSignal } = {},
): SourceClient & ReturnType<typeof standIn> {
  const stood = standIn(answer);
  const signal = more.signal ?? new AbortController().signal;
  return { ...createSourceClient(root, { 'x-test': '1' }, more.hasKey ?? true, stood.deps, signal), ...stood };
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof FailureError ? thrown.failure : thrown),
  );
const host = 'desk.example';

describe('asking a source', () => {
  it('gives the JSON at an address beneath its root', async () => {
    const { ask, asked } = client(() => ({ ok: true }));
    expect((await ask('things?page=2')).json).toEqual({ ok: true });
    expect(asked).toEqual(['https://desk.example/rt/api/things?page=2']);
  });

  it.each(['https://other.example/rt/api/x', '/admin', '../../x', '//other.example/rt/api/', 'https://me@desk.example/rt/api/x'])(
    'asks nothing at %s',
    async (path) => {
      const { ask, asked } = client(() => ({}));
      expect(await failureOf(ask(path))).toMatchObject({ kind: 'source-changed', host });
      expect(asked).toEqual([]);
    },
  );

  it('turns an address of its own into a path, and refuses one from elsewhere', () => {
    const { toPath } = client(() => ({}));
    expect(toPath('https://desk.example/rt/api/things?after=a%3D')).toBe('things?after=a%3D');
    expect(() => toPath('https://evil.example/rt/api/things')).toThrow(FailureError);
  });

  it('sends cookies only where there is no key', async () => {
    const seen: unknown[] = [];
    const answer: Answer = (_url, init) => (seen.push(init.credentials), {});
    await client(answer).ask('x');
    await client(answer, { hasKey: false }).ask('x');
    expect(seen).toEqual(['omit', 'include']);
  });

  it('leaves a pause between two requests, and none before the first', async () => {
    const { ask, waits } = client(() => ({}));
    await ask('a');
    expect(waits).toEqual([]);
    await ask('b');
    expect(waits).toEqual([200]);
  });

  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 10:00:12 GMT' }, 12_000],
    [{ 'x-ratelimit-reset': String(Date.parse('2026-11-21T10:00:05Z') / 1000) }, 5000],
    [{ 'ratelimit-reset': '3' }, 3000],
    [{}, 2000],
  ])('waits as %j asks for', async (headers, ms) => {
    let tries = 0;
    const { ask, waits } = client(() => ((tries += 1) === 1 ? new Response('', { status: 503, headers }) : {}));
    expect((await ask('x')).status).toBe(200);
    expect(waits).toEqual([ms, 200]);
  });

  it('is busy at once when the wait is longer than a worker lives', async () => {
    const { ask, asked } = client(() => new Response('', { status: 429, headers: { 'retry-after': '3600' } }));
    expect(await failureOf(ask('x'))).toEqual({ kind: 'source-busy', host, retryAfterMs: 3_600_000 });
    expect(asked).toHaveLength(1);
  });

  it('is busy after four tries', async () => {
    const { ask, asked } = client(() => new Response('', { status: 429 }));
    expect(await failureOf(ask('x'))).toMatchObject({ kind: 'source-busy' });
    expect(asked).toHaveLength(4);
  });

  it.each([401, 403, 404, 500])('is rejected with HTTP %i', async (status) => {
    expect(await failureOf(client(() => new Response('{}', { status })).ask('x'))).toEqual({
      kind: 'source-rejected',
      host,
      status,
    });
  });

  it('hands over a status that is allowed', async () => {
    expect(await client(() => new Response('', { status: 404 })).ask('x', { allowed: [404] })).toMatchObject({
      status: 404,
      json: undefined,
    });
  });

  it('follows no redirect: to a sign-in it is a sign-in, to another origin it is refused', async () => {
    const to = (location: string) => client(() => new Response(null, { status: 302, headers: { location } })).ask('x');
    expect(await failureOf(to('/login'))).toEqual({ kind: 'source-rejected', host, status: 401 });
    expect(await failureOf(to('https://evil.example/'))).toEqual({ kind: 'source-rejected', host, status: 302 });
  });

  it('takes an answer that came from elsewhere for none', async () => {
    const moved = Object.defineProperties(Response.json({}), {
      redirected: { value: true },
      url: { value: 'https://evil.example/x' },
    });
    expect(await failureOf(client(() => moved).ask('x'))).toMatchObject({ kind: 'source-rejected' });
  });

  it('says what came in place of data', async () => {
    const failure = (body: string) => failureOf(client(() => new Response(body)).ask('x'));
    expect(await failure('<form><input name=p type="password"></form>')).toEqual({ kind: 'source-rejected', host, status: 401 });
    expect(await failure('<!doctype html><p>We are moving</p>')).toEqual({
      kind: 'source-changed',
      host,
      missing: 'data (a page came in its place)',
    });
    expect(await failure('{"cut":')).toEqual({ kind: 'source-changed', host, missing: 'whole JSON' });
  });

  it('stops reading an answer at 10 MB', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => ((sent += 1), controller.enqueue(new Uint8Array(1024 * 1024))),
    });
    expect(await failureOf(client(() => new Response(endless)).ask('x'))).toMatchObject({
      missing: 'an answer of at most 10 MB',
    });
    expect(sent).toBeLessThan(14);
  });

  it('is unreachable when there is no connection, also in the middle of an answer', async () => {
    const fails: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await failureOf(client(fails).ask('x'))).toEqual({ kind: 'source-unreachable', host });
    const broken = () =>
      new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) }));
    expect(await failureOf(client(broken).ask('x'))).toEqual({ kind: 'source-unreachable', host });
  });

  it('passes on a failure that fetch names itself', async () => {
    const failure = { kind: 'source-not-allowed', host } as const;
    expect(await failureOf(client(() => Promise.reject(new FailureError(failure))).ask('x'))).toEqual(failure);
  });

  it('rejects with the reason while it waits', async () => {
    const controller = new AbortController();
    const reason = new Error('Cancelled.');
    const answer: Answer = () => (controller.abort(reason), new Response('', { status: 429 }));
    await expect(client(answer, { signal: controller.signal }).ask('x')).rejects.toBe(reason);
  });
});
