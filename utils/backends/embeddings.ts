import { toFailure } from '../domain/failure.ts';
import type { Endpoint } from '../domain/settings.ts';
import { askServer, readText } from './ask-server.ts';
import { browserDeps, type BackendDeps } from './backend-deps.ts';
import { toEmbeddingBatches, toMaxTexts } from './embedding-batches.ts';
import { readEmbeddings } from './read-embeddings.ts';
import { toRetryDelay } from './retry.ts';
import { tidyKey } from './tidy-key.ts';

/** Statuses by which a server says that it does not like what was sent: an encoding it does not know, or a text. */
const DISLIKES = [400, 413, 422];

export type Embedder = {
  readonly host: string;
  /**
   * A vector for each text, in their order, as many requests as it takes, at most three tries each. Throws `FailureError`s
   * as `askServer` does, `backend-garbled` for vectors that can't be used, and the signal's reason when aborted.
   */
  readonly embed: (texts: readonly string[], signal: AbortSignal) => Promise<Float32Array[]>;
};

/**
 * A model behind any server that speaks OpenAI's `/embeddings`. `dimensions` is what its vectors are known to have;
 * without it the first one decides, and every other has to be like it for as long as this embedder is used.
 */
export function createEmbedder(
  endpoint: Pick<Endpoint, 'baseUrl' | 'model' | 'preset'>,
  key: string,
  dimensions?: number,
  deps: BackendDeps = browserDeps,
): Embedder {
  const server = { endpoint, key: tidyKey(key), deps };
  const { host } = new URL(endpoint.baseUrl);
  let known = dimensions;
  // A third of the bytes of JSON numbers; what the openai package asks for as well.
  let encoding: 'base64' | 'float' = 'base64';

  const ask = async (input: readonly string[], as: typeof encoding, signal: AbortSignal): Promise<Float32Array[]> => {
    const request = { model: endpoint.model, input, encoding_format: as };
    const body = await readText(await askServer(server, '/embeddings', request, signal));
    return readEmbeddings({ host, body, key: server.key, count: input.length, dimensions: known });
  };
  const askInEither = async (input: readonly string[], signal: AbortSignal): Promise<Float32Array[]> => {
    try {
      return await ask(input, encoding, signal);
    } catch (thrown) {
      if (encoding === 'float' || !isDisliked(thrown)) throw thrown;
      const vectors = await ask(input, 'float', signal);
      encoding = 'float';
      return vectors;
    }
  };
  const askWithRetries = async (input: readonly string[], signal: AbortSignal): Promise<Float32Array[]> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await askInEither(input, signal);
      } catch (thrown) {
        signal.throwIfAborted();
        const delayMs = toRetryDelay(thrown, tries, deps.random);
        if (delayMs === undefined) throw thrown;
        await deps.sleep(delayMs, signal);
      }
    }
  };
  return {
    host,
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      while (vectors.length < texts.length) {
        const waiting = texts.slice(vectors.length);
        const [batch = []] = toEmbeddingBatches(waiting.slice(0, toMaxTexts(known)));
        const more = await askWithRetries(batch, signal);
        known ??= more[0]?.length;
        vectors.push(...more);
      }
      return vectors;
    },
  };
}

/** Did the server refuse what was sent, rather than who sent it or how often? */
export function isDisliked(thrown: unknown): boolean {
  const failure = toFailure(thrown);
  return failure.kind === 'backend-rejected' && DISLIKES.includes(failure.status);
}
