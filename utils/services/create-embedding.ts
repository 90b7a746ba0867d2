import { browser } from 'wxt/browser';
import { createEmbedder } from '../backends/embeddings.ts';
import type { DesksideDatabase } from '../storage/database.ts';
import { createPassageShelf } from '../storage/passage-shelf.ts';
import type { SecretStore } from '../storage/secret-store.ts';
import { createVectorSearch } from '../storage/vector-search.ts';
import { createVectorStore, type VectorStore } from '../storage/vector-store.ts';
import { createKnowledgeEmbedder, type KnowledgeEmbedder } from './embed-knowledge.ts';
import type { EmbedKnowledgeDeps } from './embed-missing.ts';
import { keepWorkerAlive } from './keep-worker-alive.ts';
import { createMeaningSearch, type MeaningSearch } from './search-by-meaning.ts';

/** The alarm at which `KnowledgeEmbedder.resume` is to be called. */
export const EMBEDDING_ALARM = 'embedding';

export type Embedding = {
  readonly embedKnowledge: KnowledgeEmbedder;
  readonly meaning: MeaningSearch;
  readonly readState: VectorStore['readState'];
};

/** The embedding leg as the worker has it. Opens nothing and sends nothing until it is used. */
export function createEmbedding(open: () => Promise<DesksideDatabase>, secrets: Pick<SecretStore, 'read'>): Embedding {
  const withKey: EmbedKnowledgeDeps['createEmbedder'] = async (endpoint, dimensions) =>
    createEmbedder(endpoint, await secrets.read(new URL(endpoint.baseUrl).origin), dimensions);
  const vectors = createVectorStore(open);
  return {
    embedKnowledge: createKnowledgeEmbedder({
      vectors,
      passages: createPassageShelf(open),
      createEmbedder: withKey,
      keepAlive: keepWorkerAlive,
      wakeAt: (at) => browser.alarms.create(EMBEDDING_ALARM, { when: at.getTime() }),
      now: () => new Date(),
      makeId: () => crypto.randomUUID(),
    }),
    meaning: createMeaningSearch({ vectors: createVectorSearch(open), createEmbedder: withKey }),
    readState: vectors.readState,
  };
}
