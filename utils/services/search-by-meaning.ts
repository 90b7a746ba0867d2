import type { Embedder } from '../backends/embeddings.ts';
import { toModelKey, type VectorModel } from '../storage/embedding-state.ts';
import type { AllowRows, VectorHit, VectorSearch } from '../storage/vector-search.ts';
import type { EmbeddingEndpoint } from './embedding-run.ts';

export type SearchByMeaningDeps = {
  readonly vectors: VectorSearch;
  readonly createEmbedder: (endpoint: EmbeddingEndpoint, dimensions: number | undefined) => Promise<Embedder>;
};

export type MeaningSearch = {
  /** The host that a query is sent to; absent while no vectors serve, and nothing is sent then. */
  readonly askedHost: () => Promise<string | undefined>;
  /**
   * For each text the nearest passages among those allowed, best first; all texts go in one request. Empty lists while no
   * vectors serve. Throws `FailureError`s as `Embedder.embed` and `searchVectors` do: the caller then goes by words alone.
   */
  readonly search: (texts: readonly string[], allow: AllowRows, limit: number, signal: AbortSignal) => Promise<VectorHit[][]>;
};

export function createMeaningSearch({ vectors, createEmbedder }: SearchByMeaningDeps): MeaningSearch {
  const searchWith = async (
    model: VectorModel,
    texts: readonly string[],
    allow: AllowRows,
    limit: number,
    signal: AbortSignal,
  ): Promise<VectorHit[][]> => {
    const embedder = await createEmbedder(model, model.dimensions);
    const [embedded] = await Promise.all([embedder.embed(texts, signal), vectors.prepare()]);
    // Another model may have begun to serve meanwhile: its vectors can't be compared with these.
    const now = await vectors.servingModel();
    if (!now || toModelKey(now) !== toModelKey(model))
      return now ? searchWith(now, texts, allow, limit, signal) : texts.map(() => []);
    return Promise.all(embedded.map((vector) => vectors.searchVectors(vector, allow, limit)));
  };
  return {
    async askedHost() {
      const model = await vectors.servingModel();
      return model && new URL(model.baseUrl).host;
    },
    async search(texts, allow, limit, signal) {
      const model = texts.length === 0 ? undefined : await vectors.servingModel();
      return model ? searchWith(model, texts, allow, limit, signal) : texts.map(() => []);
    },
  };
}
