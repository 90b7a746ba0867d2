import { isDisliked, type Embedder } from '../backends/embeddings.ts';

/** A text that every model takes. */
const PROBE = 'Hello';

/**
 * A vector for each text, `undefined` for one that the endpoint would not take: a batch that is refused is tried again in
 * halves. When the endpoint refuses everything, its refusal is thrown.
 */
export async function embedEach(
  embedder: Embedder,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<(Float32Array | undefined)[]> {
  try {
    return await embedder.embed(texts, signal);
  } catch (thrown) {
    if (!isDisliked(thrown)) throw thrown;
    await embedder.embed([PROBE], signal).catch(() => {
      throw thrown;
    });
    return inHalves(embedder, texts, signal);
  }
}

async function inHalves(
  embedder: Embedder,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<(Float32Array | undefined)[]> {
  if (texts.length < 2) return texts.map(() => undefined);
  const middle = Math.ceil(texts.length / 2);
  const vectors: (Float32Array | undefined)[] = [];
  for (const half of [texts.slice(0, middle), texts.slice(middle)]) {
    try {
      vectors.push(...(await embedder.embed(half, signal)));
    } catch (thrown) {
      if (!isDisliked(thrown)) throw thrown;
      vectors.push(...(await inHalves(embedder, half, signal)));
    }
  }
  return vectors;
}
