import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can go wrong with one answer. */
export type EmbeddingFault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  | { readonly kind: 'cut' | 'hang' | 'zeros' | 'nan' | 'too-few' | 'too-many' | 'same-index' | 'shuffled' }
  | { readonly kind: 'dimensions'; readonly dimensions: number }
  | { readonly kind: 'body'; readonly body: string };

export type EmbeddingRequest = { readonly model: string; readonly input: readonly string[]; readonly authorization: string };
export type EmbeddingServer = {
  readonly host: string;
  /** To be set as the endpoint's base address. */
  readonly baseUrl: string;
  /** Requests that came, in their order, refused ones too. */
  readonly seen: EmbeddingRequest[];
  /** Texts for which a good answer was sent, in their order. */
  readonly embedded: string[];
  readonly close: () => Promise<void>;
};

export type EmbeddingServerOptions = {
  readonly dimensions?: number;
  /** Decides for each request, counted from 0, whether something goes wrong with it. */
  readonly fault?: (request: EmbeddingRequest, turn: number) => EmbeddingFault | undefined;
  /** Words, in lower case, that are taken for others: what a real model has learned of their meaning. */
  readonly sameMeaning?: Readonly<Record<string, string>>;
  /** `base64`: as asked; `ignored`: floats whatever is asked; `refused`: 400 for base64. */
  readonly base64?: 'understood' | 'ignored' | 'refused';
};

/**
 * An OpenAI-compatible `/embeddings` on loopback whose vectors are bags of hashed words: texts that share words are near
 * each other, the same text has the same vector in every run.
 */
export async function startEmbeddingServer(options: EmbeddingServerOptions = {}): Promise<EmbeddingServer> {
  const { dimensions = 64, fault = () => undefined, base64 = 'understood', sameMeaning = {} } = options;
  const seen: EmbeddingRequest[] = [];
  const embedded: string[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of request) pieces.push(piece as Uint8Array);
    if (request.url !== '/v1/embeddings') return say(response, 404, '{"error":{"message":"Not found"}}');
    const { model, input, encoding_format } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as {
      model: string;
      input: string | string[];
      encoding_format?: string;
    };
    const asked: EmbeddingRequest = { model, input: [input].flat(), authorization: request.headers.authorization ?? '' };
    const trouble = fault(asked, seen.push(asked) - 1);
    if (base64 === 'refused' && encoding_format === 'base64') {
      return say(response, 400, '{"error":{"message":"encoding_format must be float"}}');
    }
    if (trouble?.kind === 'hang') return;
    if (trouble?.kind === 'cut') return void response.destroy();
    if (trouble?.kind === 'status') {
      if (trouble.retryAfter !== undefined) response.setHeader('retry-after', trouble.retryAfter);
      return say(response, trouble.status, trouble.body ?? '{"error":{"message":"no"}}');
    }
    if (trouble?.kind === 'body') return say(response, 200, trouble.body);
    const size = trouble?.kind === 'dimensions' ? trouble.dimensions : dimensions;
    const vectors = spoil(
      asked.input.map((text) => toHashedVector(replaceWords(text, sameMeaning), size)),
      trouble,
    );
    const encode = (vector: readonly number[]): unknown =>
      encoding_format === 'base64' && base64 === 'understood'
        ? Buffer.from(Float32Array.from(vector).buffer).toString('base64')
        : vector;
    const data = vectors.map((vector, place) => ({
      object: 'embedding',
      index: trouble?.kind === 'same-index' ? 0 : place,
      embedding: encode(vector),
    }));
    if (trouble === undefined || trouble.kind === 'shuffled') embedded.push(...asked.input);
    const ordered = trouble?.kind === 'shuffled' ? data.toReversed() : data;
    say(response, 200, JSON.stringify({ object: 'list', model, data: ordered, usage: { prompt_tokens: 1, total_tokens: 1 } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { host, baseUrl: `http://${host}/v1`, seen, embedded, close };
}

/** A bag of words, each at the place and with the sign that its hash names. */
export function toHashedVector(text: string, dimensions: number): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
    const place = hash % dimensions;
    vector[place] = (vector[place] ?? 0) + (hash & 0x80000000 ? 1 : -1);
  }
  // Two words that share a place and differ in sign must not make a text without a direction.
  return vector.every((component) => component === 0) ? vector.map((_, index) => (index === 0 ? 1 : 0)) : vector;
}

function replaceWords(text: string, others: Readonly<Record<string, string>>): string {
  return text.toLowerCase().replaceAll(/[\p{L}\p{N}]+/gu, (word) => others[word] ?? word);
}

function spoil(vectors: readonly number[][], trouble: EmbeddingFault | undefined): readonly number[][] {
  const [first = [], ...others] = vectors;
  const spoiled: Partial<Record<EmbeddingFault['kind'], readonly number[][]>> = {
    zeros: [first.map(() => 0), ...others],
    nan: [first.map((component, index) => (index === 0 ? Number.NaN : component)), ...others],
    'too-few': others,
    'too-many': [first, ...vectors],
  };
  return (trouble && spoiled[trouble.kind]) ?? vectors;
}

function say(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
}
