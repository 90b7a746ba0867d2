import { afterEach, describe, expect, it } from 'vitest';
import { startFaultServer, toStream, type FaultAnswer, type FaultServer } from '../../e2e/servers/fault-server.ts';
import type { PresetId } from '../domain/settings.ts';
import { testConnection } from './test-connection.ts';
import { KEY, makeDeps } from './test-support.ts';

let server: FaultServer | undefined;
afterEach(() => server?.close());

const models = (...ids: string[]): FaultAnswer => ({ pieces: [JSON.stringify({ data: ids.map((id) => ({ id })) })] });
const page: FaultAnswer = { pieces: ['<!doctype html><title>Welcome</title>'] };
const good = toStream('Parcels arrive within 3 days. [1] Damaged ones are replaced free of charge. [1]');
const usage = { prompt_tokens: 40, completion_tokens: 10, total_tokens: 50 };
const toAnswer = (content: string): FaultAnswer => ({
  pieces: [JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }], usage })],
});
const facts = toAnswer('{"language":"de","urgent":true}');

type Scripted = { list?: FaultAnswer; chat?: readonly FaultAnswer[]; path?: string; preset?: PresetId; key?: string };
async function test({ list = models('m'), chat = [good, facts], path = '/v1', preset, key = KEY }: Scripted, deps = makeDeps()) {
  server = await startFaultServer({ [`${path}/models`]: [list], [`${path}/chat/completions`]: chat });
  const endpoint = { baseUrl: `${server.origin}${path}`, model: 'm', ...(preset ? { preset } : {}) };
  return testConnection(endpoint, key, deps);
}
const noFetch = { fetch: () => expect.fail('nothing may be sent') };

it('tries list, first words, format and JSON, and counts the tokens that it was told', async () => {
  let clock = 0;
  const steps = await test({}, { ...makeDeps(), now: () => (clock += 700) });
  expect(steps).toMatchObject([
    { ok: true, said: `${server?.host} answers and takes the key.` },
    { ok: true, said: 'm answers; the first word came after 0.7 s.' },
    { ok: true, said: 'm keeps to the answer format: each sentence names its source.' },
    { ok: true, said: 'm gives notes and triage as JSON, held to a JSON schema. The test used 50 tokens.' },
  ]);
});

it.each([
  'Parcels arrive within 3 days. Damaged ones are replaced.',
  'Parcels arrive within 3 days. [1] Damaged ones are replaced. [2]',
  '[1] Parcels arrive within 3 days.',
])('says when the answer is not in the form of drafts, and goes on: %s', async (text) => {
  const steps = await test({ chat: [toStream(text), facts] });
  expect(steps).toMatchObject(
    [{ ok: true }, { ok: true }, { ok: false, said: /does not keep/ }, { ok: true }].map((step) =>
      'said' in step ? { ...step, said: expect.stringMatching(step.said) } : step,
    ),
  );
});

it.each<[string, readonly FaultAnswer[], RegExp]>([
  [
    'a tool call',
    [{ status: 400, pieces: ['{"error":{"message":"response_format is not supported"}}'] }, facts],
    /as a tool call/,
  ],
  ['plain words', [toAnswer('no'), toAnswer('no'), facts], /in plain words/],
])('says that JSON is had by %s', async (_, answers, said) => {
  expect((await test({ chat: [good, ...answers] })).at(-1)).toMatchObject({ ok: true, said: expect.stringMatching(said) });
});

it('says when no JSON can be had', async () => {
  expect((await test({ chat: [good, toAnswer('Certainly')] })).at(-1)).toMatchObject({
    ok: false,
    said: expect.stringContaining('does not give the JSON'),
  });
});

it('goes on without a list of models', async () => {
  expect(await test({ list: { status: 404, pieces: ['{}'] } })).toMatchObject([{ ok: true }, { ok: true }, {}, {}]);
});

describe('stops and names', () => {
  it.each<[string, Scripted, RegExp]>([
    ['a wrong key', { list: { status: 401 } }, /refused the key \(401\)/],
    ['a key that is not there', { list: { status: 401 }, key: '' }, /wants a key \(401\)/],
    [
      'a wrong key at Gemini',
      { list: { status: 400, pieces: ['[{"error":{"message":"API key not valid."}}]'] } },
      /refused the key \(400\)/,
    ],
    [
      'a key without rights',
      { chat: [{ status: 403, pieces: ['{"error":"no rights for this key"}'] }] },
      /refused the key \(403\)/,
    ],
    ['a missing model, with those that are there', { list: models('a', 'b') }, /no model "m"\. It has a, b\. /],
    [
      'a missing model that only the reply tells',
      { list: { status: 404 }, chat: [{ status: 404 }] },
      /does not know the model "m"/,
    ],
    ['a missing deployment', { preset: 'azure-openai', chat: [{ status: 404 }] }, /does not know the deployment "m"/],
    ['no credit', { chat: [{ status: 402 }] }, /no credit left \(402\)/],
    ['too many requests', { chat: [{ status: 429, headers: { 'retry-after': '60' } }] }, /too many requests/],
    ['an error of the server', { list: { status: 500, pieces: ['out of memory'] } }, /error 500\. It said: out of memory/],
    ['a web page', { list: page }, /sent a web page.*Check the path/],
    ['a broken connection', { chat: [{ ending: 'cut' }] }, /broke off the connection/],
    ['a strange answer', { chat: [{ pieces: ['{"error":"no GPU"}'] }] }, /did not answer as.*no GPU/],
    ['a redirect', { list: { status: 308, headers: { location: 'https://elsewhere.example/' } } }, /sends on to another address/],
    [
      'a path without /v1',
      { path: '', list: { status: 404 }, chat: [{ status: 404, pieces: ['not found'] }] },
      /want \/v1 at the end: http:\S+\/v1/,
    ],
    [
      'Ollama that lets no extension in',
      { preset: 'ollama', chat: [{ status: 403 }] },
      /Set OLLAMA_ORIGINS to chrome-extension:/,
    ],
    ['LM Studio that lets no extension in', { preset: 'lm-studio', chat: [{ status: 403 }] }, /"Enable CORS"/],
    ['vLLM that lets no extension in', { preset: 'vllm', chat: [{ status: 403 }] }, /--allowed-origins '\["\*"\]'/],
    ['llama.cpp that lets no extension in', { preset: 'llama-cpp', chat: [{ status: 403 }] }, /--cors-origins "\*"/],
    ['LiteLLM that lets no extension in', { preset: 'litellm', chat: [{ status: 403 }] }, /LITELLM_CORS_ORIGINS to "\*"/],
  ])('%s', async (_, scripted, said) => {
    const last = (await test(scripted)).at(-1);
    expect(last).toMatchObject({ ok: false, said: expect.stringMatching(said) });
    expect(last?.said).not.toContain(KEY);
  });

  it('the five nearest of many models', async () => {
    server = await startFaultServer({ '/v1/models': [models('gpt-4o', 'whisper-1', 'gpt-6-luna', 'gpt-6-sol', 'a', 'b', 'c')] });
    const [step] = await testConnection({ baseUrl: `${server.origin}/v1`, model: 'gpt-6-lunna' }, KEY, makeDeps());
    expect(step?.said).toMatch(/Of its 7 models the nearest are gpt-6-luna, gpt-6-sol, gpt-4o, /);
  });

  it('a silent server', async () => {
    const steps = await test({ list: { ending: 'hang' } }, makeDeps([150_000]));
    expect(steps).toMatchObject([{ ok: false, said: expect.stringContaining('sent nothing for 150 s') }]);
  });

  it.each([page, { ...page, status: 404 }])('a web page at an address without /v1', async (list) => {
    expect((await test({ path: '', list })).at(-1)).toMatchObject({
      ok: false,
      said: expect.stringContaining(`${server?.origin}/v1`),
    });
  });

  it.each([
    ['http://models.example/v1', KEY, /unencrypted/],
    ['https://key@models.example/v1', KEY, /user name or a password/],
    ['models.example/v1', KEY, /must begin with https/],
    ['https://models.example/v1', 'sk-one two', /space or a line break in the middle/],
    ['https://models.example/v1', 'sk-öne', /letter that no key has/],
  ])('%s with %s before anything is sent', async (baseUrl, key, said) => {
    const steps = await testConnection({ baseUrl, model: 'm' }, key, { ...makeDeps(), ...noFetch });
    expect(steps).toMatchObject([{ ok: false, said: expect.stringMatching(said) }]);
  });
});

describe('a server that gives no answer', () => {
  const dead = () => Promise.reject(new TypeError('Failed to fetch'));
  const said = async (baseUrl: string, fetch: typeof globalThis.fetch, isOnline = true, preset?: PresetId) =>
    (
      await testConnection({ baseUrl, model: 'm', ...(preset ? { preset } : {}) }, KEY, {
        ...makeDeps(),
        fetch,
        isOnline: () => isOnline,
      })
    )[0]?.said;

  it('on this machine is not running', async () => {
    expect(await said('http://localhost:11434/v1', dead)).toBe(
      'Nothing answers at localhost:11434. Start Ollama (ollama serve) and check that it listens on this port.',
    );
  });
  it('elsewhere: the browser does not say why, and where it does is named', async () => {
    expect(await said('https://models.example/v1', dead)).toMatch(/does not say why.*Open https:\/\/models\.example in a tab/);
  });
  it('on this machine by https may lack a certificate that holds', async () => {
    expect(await said('https://localhost:8000/v1', dead)).toMatch(/certificate may not hold/);
  });
  it('without a network', async () => {
    expect(await said('https://models.example/v1', dead, false)).toMatch(/has no network/);
    expect(await said('http://localhost:1234/v1', dead, false), 'this machine needs none').toMatch(/Nothing answers/);
  });
  it('that the browser does not let us read', async () => {
    // https://fetch.spec.whatwg.org/#main-fetch: without CORS, a redirect mode other than `follow` is a network error.
    const opaque: typeof fetch = async (_url, init) =>
      init?.mode === 'no-cors' && init.redirect === 'follow' ? new Response('') : dead();
    expect(await said('http://localhost:1234/v1', opaque)).toMatch(/keeps the answer from this extension.*Enable CORS/);
  });
  it('is looked at again without the key', async () => {
    const seen: (RequestInit | undefined)[] = [];
    await said('https://models.example/v1', (_url, init) => {
      seen.push(init);
      return dead();
    });
    expect(JSON.stringify(seen[0])).toContain(KEY);
    expect(JSON.stringify(seen.slice(1))).not.toContain(KEY);
  });
});

it('tries the embedding and the styling model with their own addresses and keys', async () => {
  server = await startFaultServer({
    '/v1/models': [models('m')],
    '/v1/chat/completions': [good, facts, toStream('Thanks!')],
    '/e/embeddings': [{ pieces: [JSON.stringify({ data: [{ index: 0, embedding: [1, 0, 0] }] })] }],
  });
  const baseUrl = `${server.origin}/v1`;
  const steps = await testConnection({ baseUrl, model: 'm' }, KEY, makeDeps(), undefined, {
    embedding: { endpoint: { baseUrl: `${server.origin}/e`, model: 'e' }, key: 'sk-embedding' },
    styling: { endpoint: { baseUrl, model: 'voice' }, key: 'sk-styling' },
  });
  expect(steps.slice(4)).toMatchObject([
    { ok: true, said: 'Embedding: e gives vectors of 3 numbers.' },
    { ok: true, said: expect.stringMatching(/^Styling: voice answers.* The test used 50 tokens\.$/) },
  ]);
  expect(server.seen.map(({ headers }) => headers.authorization).slice(3)).toEqual(['Bearer sk-embedding', 'Bearer sk-styling']);
});
