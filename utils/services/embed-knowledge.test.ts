import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toHashedVector } from '../../e2e/servers/embedding-server.ts';
import type { Embedder } from '../backends/embeddings.ts';
import { RetryableError } from '../backends/retry.ts';
import { FailureError, type Failure } from '../domain/failure.ts';
import { passageSchema, sourceSchema } from '../domain/passage.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import type { VectorModel } from '../storage/embedding-state.ts';
import { createPassageShelf } from '../storage/passage-shelf.ts';
import { allowIf, createVectorSearch } from '../storage/vector-search.ts';
import { createVectorStore, type VectorStore } from '../storage/vector-store.ts';
import { createKnowledgeEmbedder, type EmbedKnowledgeDeps } from './embed-knowledge.ts';
import { createMeaningSearch } from './search-by-meaning.ts';

const small = { baseUrl: 'https://api.example/v1', model: 'small' };
const large = { baseUrl: 'https://api.example/v1', model: 'large' };
const never = new AbortController().signal;
const hang = () => new Promise<never>(() => undefined);

let open: ReturnType<typeof createDatabaseOpener>;
let now: Date;
/** Texts that reached a model, request by request. */
let sent: string[][];
/** What happens to the next requests; may throw, hang or change the dimensions. */
let onRequest: (turn: number, texts: readonly string[], signal: AbortSignal) => Promise<number | void>;
let dimensionsOf: Record<string, number>;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  open = createDatabaseOpener();
  now = new Date('2026-11-21T10:00:00.000Z');
  sent = [];
  onRequest = async () => undefined;
  dimensionsOf = { small: 32, large: 48 };
});

const createEmbedder = async ({ model }: { model: string }, known?: number): Promise<Embedder> => ({
  host: 'api.example',
  async embed(texts, signal) {
    const turn = sent.push([...texts]) - 1;
    const dimensions = (await onRequest(turn, texts, signal)) ?? dimensionsOf[model] ?? 8;
    signal.throwIfAborted();
    known ??= dimensions;
    if (dimensions !== known) {
      throw new FailureError({ kind: 'backend-garbled', host: 'api.example', said: `${dimensions}, not ${known}` });
    }
    return texts.map((text) => Float32Array.from(toHashedVector(text, dimensions)));
  },
});

/** A worker over the same database: what the one before kept in memory is gone. */
function wake(over: Partial<EmbedKnowledgeDeps> = {}) {
  const vectors = createVectorStore(open);
  const search = createVectorSearch(open);
  let kept = 0;
  const wakes: string[] = [];
  const embedder = createKnowledgeEmbedder({
    vectors,
    passages: createPassageShelf(open),
    createEmbedder,
    keepAlive: () => {
      kept += 1;
      return () => (kept -= 1);
    },
    wakeAt: async (at) => void wakes.push(at.toISOString()),
    now: () => now,
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

async function addPassages(from: number, to: number, sourceId = 'help') {
  const database = await open();
  const at = now.toISOString();
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
async function removePassages(from: number, to: number) {
  for (let index = from; index < to; index += 1) await (await open()).delete('passages', `p${index}`);
}
const about = (index: number) => `alpha${index} beta${index} gamma${index}`;
const idsOf = async (worker: ReturnType<typeof wake>, dimensions: number, model = 'small', generation = 0) =>
  [...(await worker.vectors.listIds({ ...small, model, dimensions, generation } satisfies VectorModel))].length;
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
const rejected = (status: number): Failure => ({ kind: 'backend-rejected', host: 'api.example', status, said: 'no' });

/** A store of a worker that is killed before its n-th write: nothing of it is ever answered again. */
function createDyingStore(step: number) {
  const store = createVectorStore(open);
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

it('embeds every passage once and lets the vectors serve', async () => {
  await addPassages(0, 150);
  await addPassages(150, 230, 'other');
  const worker = wake();
  await worker.start(small);
  expect(sent.flat()).toHaveLength(230);
  expect(new Set(sent.flat()).size).toBe(230);
  expect(await worker.readRun()).toMatchObject({ state: 'done', done: 230, total: 230 });
  for (const index of [0, 149, 229]) expect((await worker.find(about(index)))[0]).toBe(`p${index}`);
});

it('keeps the worker alive while it embeds, and no longer', async () => {
  await addPassages(0, 3);
  const worker = wake();
  let during = 0;
  onRequest = async () => void (during = worker.keptAlive());
  await worker.start(small);
  expect([during, worker.keptAlive()]).toEqual([1, 0]);
});

describe('killed', () => {
  // Requests of 16, 96, 96, 42 texts; each may be lost before it is answered, or answered and not yet saved.
  it.each([0, 1, 2, 3])(
    'while request %i is under way: the next worker sends that one again and nothing else',
    async (killed) => {
      await addPassages(0, 250);
      onRequest = async (turn) => (turn === killed ? hang() : undefined);
      void wake().start(small);
      await expect.poll(() => sent.length).toBe(killed + 1);
      const lost = sent[killed] ?? [];
      onRequest = async () => undefined;
      const worker = wake();
      await worker.resume();
      expect(await worker.readRun()).toMatchObject({ state: 'done', done: 250 });
      expect(await idsOf(worker, 32)).toBe(250);
      expect(sent.flat()).toHaveLength(250 + lost.length);
      expect(new Set(sent.flat()).size).toBe(250);
    },
  );

  it('before any of its writes: nothing is lost, nothing stands twice, one request at most is sent again', async () => {
    await addPassages(0, 250);
    for (let step = 0, ended = ''; ended !== 'done'; step += 1) {
      await wake().remove();
      sent = [];
      const { dying, died } = createDyingStore(step);
      ended = await Promise.race([
        wake({ vectors: dying })
          .start(small)
          .then(() => 'done'),
        died,
      ]);
      const worker = wake();
      await ((await worker.readRun()) ? worker.resume() : worker.start(small));
      const { serving } = await worker.vectors.readState();
      expect(serving && (await worker.vectors.listIds(serving)).size).toBe(250);
      expect(new Set(sent.flat()).size).toBe(250);
      expect(sent.flat().length).toBeLessThanOrEqual(250 + 96);
      expect((await worker.find(about(249)))[0]).toBe('p249');
      expect(step).toBeLessThan(20);
    }
  });

  it('an old worker that comes to itself again saves nothing any more', async () => {
    await addPassages(0, 40);
    const release = Promise.withResolvers<void>();
    onRequest = async (turn) => (turn === 0 ? release.promise : undefined);
    const old = wake().start(small);
    await expect.poll(() => sent.length).toBe(1);
    const worker = wake();
    await worker.resume();
    release.resolve();
    await old;
    expect((await worker.find(about(7))).filter((id) => id === 'p7')).toHaveLength(1);
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 40 });
  });
});

describe('another model', () => {
  it('is embedded while the old vectors serve; then it serves and the old ones are gone', async () => {
    await addPassages(0, 120);
    const worker = wake();
    await worker.start(small);
    const serving: unknown[] = [];
    onRequest = async () => void serving.push((await worker.vectors.readState()).serving?.model);
    await worker.start(large);
    expect(serving).toEqual(['small', 'small', 'small']);
    onRequest = async () => undefined;
    expect(await worker.vectors.readState()).toMatchObject({ serving: { ...large, dimensions: 48 }, run: { state: 'done' } });
    expect(await idsOf(worker, 32)).toBe(0);
    expect((await worker.find(about(5)))[0]).toBe('p5');
  });

  it('that is cancelled leaves the old one serving and nothing of its own', async () => {
    await addPassages(0, 120);
    const worker = wake();
    await worker.start(small);
    onRequest = async (turn, _, signal) => (turn === 4 ? untilAborted(signal) : undefined);
    const started = worker.start(large);
    await expect.poll(() => sent.length).toBe(5);
    await worker.cancel();
    await started;
    expect(await worker.readRun()).toMatchObject({ state: 'cancelled' });
    expect(await idsOf(worker, 48, 'large', 1)).toBe(0);
    expect((await worker.find(about(5)))[0]).toBe('p5');
    await addPassages(120, 121);
    await worker.noteKnowledgeChanged();
    expect(await worker.readRun()).toMatchObject({ state: 'cancelled' });
  });

  it('whose dimensions change in the middle fails and says so; the old vectors stay, and a fresh start takes the new ones', async () => {
    await addPassages(0, 120);
    const worker = wake();
    await worker.start(small);
    onRequest = async (turn) => (turn >= 4 ? 64 : undefined);
    await worker.start(large);
    expect(await worker.readRun()).toMatchObject({ state: 'failed', failure: { kind: 'backend-garbled', said: '64, not 48' } });
    expect(await worker.vectors.readState()).toMatchObject({ serving: { model: 'small', dimensions: 32 } });
    expect(await idsOf(worker, 32)).toBe(120);
    await worker.start(large, { fresh: true });
    expect(await worker.vectors.readState()).toMatchObject({ serving: { model: 'large', dimensions: 64 } });
  });

  it('a fresh start embeds everything anew under the same name, while the old vectors serve', async () => {
    await addPassages(0, 30);
    const worker = wake();
    await worker.start(small);
    onRequest = async (turn) => void (turn === 3 && expect((await worker.find(about(5)))[0]).toBe('p5'));
    await worker.start(small, { fresh: true });
    expect(await idsOf(worker, 32, 'small', 0)).toBe(0);
    expect(await idsOf(worker, 32, 'small', 1)).toBe(30);
  });
});

describe('when the knowledge changes', () => {
  it('new passages are embedded, removed ones lose their vectors, the others are left alone', async () => {
    await addPassages(0, 60);
    const worker = wake();
    await worker.start(small);
    await removePassages(0, 10);
    await addPassages(60, 65);
    sent = [];
    await worker.noteKnowledgeChanged();
    expect(sent.flat().map((text) => text.split(' ')[0])).toEqual(['Alpha60', 'Alpha61', 'Alpha62', 'Alpha63', 'Alpha64']);
    expect(await idsOf(worker, 32)).toBe(55);
    expect(await worker.find(about(5))).not.toContain('p5');
    expect((await worker.find(about(62)))[0]).toBe('p62');
  });
  it('in the middle of a run, that run takes it in', async () => {
    await addPassages(0, 20);
    const worker = wake();
    onRequest = async (turn) => {
      if (turn !== 0) return;
      await addPassages(20, 30);
      await removePassages(0, 2);
      await worker.noteKnowledgeChanged();
    };
    await worker.start(small);
    expect(await idsOf(worker, 32)).toBe(28);
  });
  it('nothing is sent before the first start', async () => {
    await addPassages(0, 20);
    await wake().noteKnowledgeChanged();
    expect(sent).toEqual([]);
  });
});

describe('trouble', () => {
  it.each<Failure>([
    rejected(429),
    rejected(503),
    { kind: 'backend-unreachable', host: 'api.example' },
    { kind: 'backend-silent', host: 'api.example', afterMs: 1 },
  ])('that may pass is waited out, longer each time: %j', async (failure) => {
    await addPassages(0, 20);
    onRequest = async (turn) => {
      if (turn < 2) throw new RetryableError(failure);
    };
    const worker = wake();
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ state: 'waiting', failure, retryAt: '2026-11-21T10:01:00.000Z' });
    await worker.resume();
    expect(sent).toHaveLength(1);
    now = new Date('2026-11-21T10:01:00.000Z');
    await wake().resume();
    expect(await worker.readRun()).toMatchObject({ state: 'waiting', retryAt: '2026-11-21T10:03:00.000Z' });
    now = new Date('2026-11-21T10:03:00.000Z');
    await wake().resume();
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 20 });
    expect(worker.wakes).toEqual(['2026-11-21T10:01:00.000Z', '2026-11-21T10:01:00.000Z']);
  });
  it('waits as long as the server asks', async () => {
    await addPassages(0, 20);
    onRequest = async () => {
      throw new RetryableError(rejected(429), 7_200_000);
    };
    const worker = wake();
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ retryAt: '2026-11-21T12:00:00.000Z' });
  });
  it('that will not pass ends the run with its failure', async () => {
    await addPassages(0, 20);
    onRequest = async () => {
      throw new FailureError(rejected(401));
    };
    const worker = wake();
    await worker.start(small);
    await worker.resume();
    expect(await worker.readRun()).toMatchObject({ state: 'failed', failure: { status: 401 } });
    expect(sent).toHaveLength(1);
  });
  it('with one passage leaves that one out and embeds the others', async () => {
    await addPassages(0, 40);
    onRequest = async (_, texts) => {
      if (texts.some((text) => text.startsWith('Alpha13 '))) throw new FailureError(rejected(400));
    };
    const worker = wake();
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 39, total: 40, refused: ['p13'] });
    expect(await idsOf(worker, 32)).toBe(39);
    sent = [];
    await worker.noteKnowledgeChanged();
    expect(sent).toEqual([]);
  });
  it('with every text is the endpoint’s, found with two requests', async () => {
    await addPassages(0, 40);
    onRequest = async () => {
      throw new FailureError(rejected(400));
    };
    const worker = wake();
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ state: 'failed', failure: { status: 400 } });
    expect(sent).toHaveLength(2);
  });
  it('with the disk keeps what is there; the next worker goes on', async () => {
    await addPassages(0, 40);
    const worker = wake();
    let full = vi.spyOn(IDBObjectStore.prototype, 'put');
    onRequest = async (turn) => {
      if (turn !== 1) return;
      full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new DOMException('no room', 'QuotaExceededError');
      });
    };
    await worker.start(small);
    full.mockRestore();
    expect(await idsOf(worker, 32)).toBe(16);
    await wake().resume();
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 40 });
  });
  it('with a passage that can’t be read does not go round for ever', async () => {
    await addPassages(0, 5);
    const shelf = createPassageShelf(open);
    const readPassages = async (ids: readonly string[]) => (await shelf.readPassages(ids)).filter(({ id }) => id !== 'p3');
    const worker = wake({ passages: { ...shelf, readPassages } });
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 4, total: 5 });
  });
});

it('paused, it stays so until it is started again, and goes on from there', async () => {
  await addPassages(0, 40);
  onRequest = async (turn, _, signal) => (turn === 1 ? untilAborted(signal) : undefined);
  const worker = wake();
  const started = worker.start(small);
  await expect.poll(() => sent.length).toBe(2);
  await worker.pause();
  await started;
  await worker.resume();
  await worker.noteKnowledgeChanged();
  expect(await worker.readRun()).toMatchObject({ state: 'paused', done: 16 });
  expect(sent).toHaveLength(2);
  await worker.start(small);
  expect(sent[2]).toHaveLength(24);
  expect(await worker.readRun()).toMatchObject({ state: 'done', done: 40 });
});

it('the cost is what is missing, and is known without sending anything', async () => {
  await addPassages(0, 40);
  const worker = wake();
  const all = await worker.estimate(small, 0.5);
  expect(sent).toEqual([]);
  expect(all).toMatchObject({ passages: 40, money: (all.tokens / 1_000_000) * 0.5 });
  await worker.start(small);
  expect((await worker.readRun())?.tokens).toBe(all.tokens);
  await addPassages(40, 42);
  expect(await worker.estimate(small)).toMatchObject({ passages: 2 });
  expect(await worker.estimate(large)).toMatchObject({ passages: 42 });
});

it('removed, no vector is left, nothing is found and nothing is sent', async () => {
  await addPassages(0, 40);
  const worker = wake();
  await worker.start(small);
  await worker.remove();
  sent = [];
  expect(await worker.find(about(3))).toEqual([]);
  await worker.noteKnowledgeChanged();
  expect(sent).toEqual([]);
  expect(await (await open()).getAllKeys('vectors')).toEqual(['state']);
});
