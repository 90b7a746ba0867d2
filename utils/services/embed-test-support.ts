import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { toHashedVector } from '../../e2e/servers/embedding-server.ts';
import type { Embedder } from '../backends/embeddings.ts';
import { FailureError, type Failure } from '../domain/failure.ts';
import { passageSchema, sourceSchema } from '../domain/passage.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import type { VectorModel } from '../storage/embedding-state.ts';
import { createPassageShelf } from '../storage/passage-shelf.ts';
import { allowIf, createVectorSearch } from '../storage/vector-search.ts';
import { createVectorStore, type VectorStore } from '../storage/vector-store.ts';
import { createKnowledgeEmbedder } from './embed-knowledge.ts';
import type { EmbedKnowledgeDeps } from './embed-missing.ts';
import { createMeaningSearch } from './search-by-meaning.ts';

export const small = { baseUrl: 'https://api.example/v1', model: 'small' };
export const large = { baseUrl: 'https://api.example/v1', model: 'large' };
const never = new AbortController().signal;
export const hang = () => new Promise<never>(() => undefined);

/** The world around a worker, made anew for each test. */
export const world = {
  open: createDatabaseOpener(),
  now: new Date(0),
  /** Texts that reached a model, request by request. */
  sent: [] as string[][],
  /** What happens before a request is answered; may throw, hang or give other dimensions. */
  onRequest: async (_turn: number, _texts: readonly string[], _signal: AbortSignal): Promise<number | void> => undefined,
};
const quiet = world.onRequest;
const dimensionsOf: Record<string, number> = { small: 32, large: 48 };

export function resetWorld(): void {
  globalThis.indexedDB = new IDBFactory();
  world.open = createDatabaseOpener();
  world.now = new Date('2026-11-21T10:00:00.000Z');
  world.sent = [];
  world.onRequest = quiet;
}

const createEmbedder = async ({ model }: { model: string }, known?: number): Promise<Embedder> => ({
  host: 'api.example',
  async embed(texts, signal) {
    const turn = world.sent.push([...texts]) - 1;
    const dimensions = (await world.onRequest(turn, texts, signal)) ?? dimensionsOf[model] ?? 8;
    signal.throwIfAborted();
    known ??= dimensions;
    if (dimensions !== known) {
      throw new FailureError({ kind: 'backend-garbled', host: 'api.example', said: `${dimensions}, not ${known}` });
    }
    return texts.map((text) => Float32Array.from(toHashedVector(text, dimensions)));
  },
});

/** A worker over the same database: what the one before kept in memory is gone. */
export function wake(over: Partial<EmbedKnowledgeDeps> = {}) {
  const vectors = createVectorStore(world.open);
  const search = createVectorSearch(world.open);
  let kept = 0;
  const wakes: string[] = [];
  const embedder = createKnowledgeEmbedder({
    vectors,
    passages: createPassageShelf(world.open),
    createEmbedder,
    keepAlive: () => {
      kept += 1;
      return () => (kept -= 1);
    },
    wakeAt: async (at) => void wakes.push(at.toISOString()),
    now: () => world.now,
    makeId: () => crypto.randomUUID(),
    ...over,
  });
  const meaning = createMeaningSearch({ vectors: search, createEmbedder });
  const find = async (text: string) =>
    (
      await meaning.search(
        [text],
        allowIf(() => true),
        3,
        never,
      )
    )[0]?.map(({ id }) => id) ?? [];
  return { ...embedder, vectors, find, wakes, keptAlive: () => kept };
}

export async function addPassages(from: number, to: number, sourceId = 'help') {
  const database = await world.open();
  const at = world.now.toISOString();
  await database.put(
    'sources',
    sourceSchema.parse({
      id: sourceId,
      kind: 'files',
      name: 'n',
      audience: 'public',
      importedAt: at,
      articles: 1,
      passages: 1,
      unreadable: [],
    }),
  );
  for (let index = from; index < to; index += 1) {
    const text = `Alpha${index} beta${index} gamma${index} delta${index}`;
    await database.put(
      'passages',
      passageSchema.parse({
        id: `p${index}`,
        articleId: 'a',
        sourceId,
        title: '',
        headings: [],
        text,
        locale: 'en',
        audience: 'public',
        fetchedAt: at,
        position: index,
      }),
    );
  }
}
export async function removePassages(from: number, to: number) {
  for (let index = from; index < to; index += 1) await (await world.open()).delete('passages', `p${index}`);
}
export const about = (index: number) => `alpha${index} beta${index} gamma${index}`;
export const idsOf = async (worker: ReturnType<typeof wake>, dimensions: number, model = 'small', generation = 0) =>
  [...(await worker.vectors.listIds({ ...small, model, dimensions, generation } satisfies VectorModel))].length;
export const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
export const rejected = (status: number): Failure => ({ kind: 'backend-rejected', host: 'api.example', status, said: 'no' });

/** A store of a worker that is killed before its n-th write: nothing of it is ever answered again. */
export function createDyingStore(step: number) {
  const store = createVectorStore(world.open);
  const death = Promise.withResolvers<'dead'>();
  let writes = 0;
  const orDie = async <T>(work: () => Promise<T>): Promise<T> => {
    if (writes === step) death.resolve('dead');
    writes += 1;
    return writes > step ? hang() : work();
  };
  const dying: VectorStore = {
    ...store,
    changeState: (change) => orDie(() => store.changeState(change)),
    addVectors: (model, vectors, change) => orDie(() => store.addVectors(model, vectors, change)),
    removeVectors: (model, ids) => orDie(() => store.removeVectors(model, ids)),
    switchModel: (change) => orDie(() => store.switchModel(change)),
    dropBuilding: (change) => orDie(() => store.dropBuilding(change)),
  };
  return { dying, died: death.promise };
}
