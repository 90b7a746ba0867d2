import { afterEach, describe, expect, it } from 'vitest';
import {
  startEmbeddingServer,
  toHashedVector,
  type EmbeddingServer,
  type EmbeddingServerOptions,
} from '../../e2e/servers/embedding-server.ts';
import { toFailure } from '../domain/failure.ts';
import { estimateEmbeddingCost, estimateTokens, toEmbeddingBatches } from './embedding-batches.ts';
import { createEmbedder } from './embeddings.ts';
import { KEY, makeDeps } from './test-support.ts';

let server: EmbeddingServer | undefined;
afterEach(() => server?.close());

const never = new AbortController().signal;
const texts = ['Reset a password', 'Cancel a plan', 'Größe der Datei'];

async function embed(options: EmbeddingServerOptions, input: readonly string[] = texts, dimensions?: number, deps = makeDeps()) {
  server = await startEmbeddingServer({ dimensions: 8, ...options });
  const embedder = createEmbedder({ baseUrl: server.baseUrl, model: 'm' }, KEY, dimensions, deps);
  try {
    return { vectors: await embedder.embed(input, never), tries: server.seen.length, waits: deps.waits };
  } catch (thrown) {
    return { failure: toFailure(thrown), tries: server.seen.length, waits: deps.waits };
  }
}
const expected = texts.map((text) => Float32Array.from(toHashedVector(text, 8)));

describe('what servers send', () => {
  it.each(['understood', 'ignored', 'refused'] as const)('base64 %s', async (base64) => {
    expect((await embed({ base64 })).vectors).toEqual(expected);
  });
  it('asks once more, not every time, where base64 is refused', async () => {
    const many = Array.from({ length: 16 + 2 * 96 + 5 }, (_, index) => `text ${index}`);
    expect(await embed({ base64: 'refused' }, many)).toMatchObject({ tries: 5 });
  });
  it('orders by index', async () => {
    expect((await embed({ fault: () => ({ kind: 'shuffled' }) })).vectors).toEqual(expected);
  });
  it('asks for less at once where vectors are long: an answer of JSON numbers must not grow without end', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `text ${index}`);
    await embed({ base64: 'ignored', dimensions: 4096 }, many);
    expect(server?.seen.map(({ input }) => input.length)).toEqual([16, 40, 40, 4]);
  });
  it('sends the key to the endpoint, and nothing for no text', async () => {
    await embed({});
    expect(server?.seen[0]).toMatchObject({ authorization: `Bearer ${KEY}`, model: 'm', input: texts });
    expect(await embed({}, [])).toEqual({ vectors: [], tries: 0, waits: [] });
  });
});

describe('refuses the whole answer, at the first try', () => {
  it.each([
    ['zeros', 'A vector is all zeros.'],
    ['nan', 'A vector holds something that is not a finite number.'],
    ['too-few', '2 vectors came for 3 texts.'],
    ['too-many', '4 vectors came for 3 texts.'],
    ['same-index', 'The vectors are numbered wrongly: 0 is twice or too large.'],
  ] as const)('%s', async (kind, said) => {
    for (const base64 of ['understood', 'ignored'] as const) {
      const result = await embed({ base64, fault: () => ({ kind }) });
      expect(result).toMatchObject({ failure: { kind: 'backend-garbled', said }, tries: 1 });
    }
  });
  it.each([
    ['', 'The answer is empty.'],
    ['<html><title>Sign in</title>', 'A web page: Sign in'],
    ['{"data": 3}', 'The answer is not a list of vectors.'],
    ['{"error":{"message":"model not loaded"}}', 'model not loaded'],
    [
      '{"data":[{"index":0,"embedding":"!!"},{"index":1,"embedding":"AAAA"},{"index":2,"embedding":[1]}]}',
      'A vector holds something that is not a finite number.',
    ],
  ])('%j', async (body, said) => {
    expect(await embed({ fault: () => ({ kind: 'body', body }) })).toMatchObject({
      failure: { kind: 'backend-garbled', said },
      tries: 1,
    });
  });
  it('other dimensions than before, from the first request on or in the middle', async () => {
    const changed = { kind: 'backend-garbled', said: expect.stringContaining('vectors of 16 numbers, it gave 8 before') };
    expect(await embed({ dimensions: 16 }, texts, 8)).toMatchObject({ failure: changed });
    await server?.close();
    const many = Array.from({ length: 17 }, (_, index) => `text ${index}`);
    const fault = (_: unknown, turn: number) => (turn === 1 ? ({ kind: 'dimensions', dimensions: 16 } as const) : undefined);
    expect(await embed({ fault }, many)).toMatchObject({ failure: changed, tries: 2 });
  });
});

describe('tries again, at most three times', () => {
  it.each([429, 500, 503])('after %i', async (status) => {
    const fault = (_: unknown, turn: number) => (turn === 0 ? ({ kind: 'status', status } as const) : undefined);
    expect(await embed({ fault })).toMatchObject({ vectors: expected, tries: 2, waits: [250] });
  });
  it('after a connection that breaks', async () => {
    const fault = (_: unknown, turn: number) => (turn === 0 ? ({ kind: 'cut' } as const) : undefined);
    expect(await embed({ fault })).toMatchObject({ vectors: expected, tries: 2 });
  });
  it('and not at all with a wrong key', async () => {
    const body = `{"error":{"message":"Incorrect key ${KEY}"}}`;
    expect(await embed({ fault: () => ({ kind: 'status', status: 401, body }) })).toMatchObject({
      failure: { kind: 'backend-rejected', status: 401, said: 'Incorrect key [key]' },
      tries: 1,
    });
  });
});

it('sends nothing over http to another machine', async () => {
  const fetch = () => expect.fail('nothing may be sent');
  const embedder = createEmbedder({ baseUrl: 'http://embeddings.example/v1', model: 'm' }, KEY, undefined, {
    ...makeDeps(),
    fetch,
  });
  await expect(embedder.embed(texts, never)).rejects.toMatchObject({ failure: { kind: 'backend-not-allowed' } });
});

describe('batches', () => {
  it('hold at most 96 texts and 8,000 tokens, in order, and lose none', () => {
    const short = Array.from({ length: 300 }, (_, index) => `text ${index}`);
    const long = Array.from({ length: 9 }, (_, index) => `${index}${'word '.repeat(1500)}`);
    for (const input of [short, long, [...short, ...long]]) {
      const batches = toEmbeddingBatches(input);
      expect(batches.flat()).toEqual(input);
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(96);
        expect(batch.reduce((sum, text) => sum + estimateTokens(text), 0)).toBeLessThanOrEqual(8000);
      }
    }
  });
  it('cut a text that is longer than a request may be, between characters', () => {
    const [[text = ''] = []] = toEmbeddingBatches([`x${'👍'.repeat(20_000)}`]);
    expect(estimateTokens(text)).toBeLessThanOrEqual(8000);
    expect(text.isWellFormed()).toBe(true);
  });
});

it('the cost is tokens, and money where a price is known', () => {
  const passage = { title: 'Title', headings: [], text: 'x'.repeat(3993) };
  expect(estimateEmbeddingCost([passage, passage])).toEqual({ passages: 2, tokens: 2000, requests: 1 });
  expect(estimateEmbeddingCost([passage, passage], 0.02).money).toBeCloseTo(0.00004);
});
