import { z } from 'zod';
import { FailureError } from '../domain/failure.ts';
import { isHtml, readErrorMessage, readSaid, toSaid } from './read-said.ts';

const answerSchema = z.looseObject({
  data: z.array(
    z.looseObject({ index: z.number().int().nonnegative().optional(), embedding: z.union([z.string(), z.array(z.unknown())]) }),
  ),
});

export type EmbeddingAnswer = {
  readonly host: string;
  readonly body: string;
  /** Stays out of what is said about the answer. */
  readonly key: string;
  /** Texts that were sent. */
  readonly count: number;
  /** Numbers that each vector must have; the first decides where nothing is known. */
  readonly dimensions: number | undefined;
};

/**
 * One vector for each text that was sent, in their order: the answer's own `index` decides, not where a vector stands.
 * Throws `backend-garbled` for an answer that is anything else; half of it is never taken.
 */
export function readEmbeddings({ host, body, key, count, dimensions }: EmbeddingAnswer): Float32Array[] {
  const fail = (said: string): never => {
    throw new FailureError({ kind: 'backend-garbled', host, said });
  };
  if (body.trim() === '') fail('The answer is empty.');
  if (isHtml(body)) fail(readSaid(body, key));
  const answer = answerSchema.safeParse(parseJson(body)).data;
  if (!answer) return fail(toSaid(readErrorMessage(body) ?? 'The answer is not a list of vectors.', key));
  const { data } = answer;
  if (data.length !== count) fail(`${data.length} vectors came for ${count} texts.`);
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count });
  for (const [place, { index = place, embedding }] of data.entries()) {
    if (index >= count || vectors[index]) fail(`The vectors are numbered wrongly: ${index} is twice or too large.`);
    vectors[index] = readVector(embedding) ?? fail('A vector holds something that is not a finite number.');
  }
  const wanted = dimensions ?? vectors[0]?.length ?? 0;
  return vectors.map((vector = new Float32Array()) => {
    if (vector.length !== wanted) {
      fail(`The endpoint now gives vectors of ${vector.length} numbers, it gave ${wanted} before. The old vectors stay in use.`);
    }
    return vector.some((component) => component !== 0) ? vector : fail('A vector is all zeros.');
  });
}

/** Numbers as JSON, or 32-bit little-endian floats in base64; `undefined` when one of them is no finite number. */
function readVector(embedding: string | readonly unknown[]): Float32Array | undefined {
  if (typeof embedding === 'string') return readBase64(embedding);
  const vector = new Float32Array(embedding.length);
  for (const [index, component] of embedding.entries()) {
    if (typeof component !== 'number') return undefined;
    vector[index] = component;
  }
  return vector.every(Number.isFinite) ? vector : undefined;
}

function readBase64(text: string): Float32Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    const vector = Float32Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(index * 4, true));
    return bytes.length % 4 === 0 && vector.every(Number.isFinite) ? vector : undefined;
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
