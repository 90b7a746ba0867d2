import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startEmbeddingServer } from '../../e2e/servers/embedding-server.ts';
import { browserDeps } from '../backends/backend-deps.ts';
import { createEmbedder } from '../backends/embeddings.ts';
import { RetryableError } from '../backends/retry.ts';
import { FailureError, type Failure } from '../domain/failure.ts';
import { createPassageShelf } from '../storage/passage-shelf.ts';
import { addPassages, idsOf, rejected, resetWorld, small, wake, world } from './embed-test-support.ts';

beforeEach(resetWorld);

describe('trouble', () => {
  it.each<Failure>([
    rejected(429),
    rejected(503),
    { kind: 'backend-unreachable', host: 'api.example' },
    { kind: 'backend-silent', host: 'api.example', afterMs: 1 },
  ])('that may pass is waited out, longer each time: %j', async (failure) => {
    await addPassages(0, 20);
    world.onRequest = async (turn) => {
      if (turn < 2) throw new RetryableError(failure);
    };
    const worker = wake();
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ state: 'waiting', failure, retryAt: '2026-11-21T10:01:00.000Z' });
    await worker.resume();
    expect(world.sent).toHaveLength(1);
    world.now = new Date('2026-11-21T10:01:00.000Z');
    await wake().resume();
    expect(await worker.readRun()).toMatchObject({ state: 'waiting', retryAt: '2026-11-21T10:03:00.000Z' });
    world.now = new Date('2026-11-21T10:03:00.000Z');
    await wake().resume();
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 20 });
    expect(worker.wakes).toEqual(['2026-11-21T10:01:00.000Z', '2026-11-21T10:01:00.000Z']);
  });
  it('waits as long as the server asks', async () => {
    await addPassages(0, 20);
    world.onRequest = async () => {
      throw new RetryableError(rejected(429), 7_200_000);
    };
    const worker = wake();
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ retryAt: '2026-11-21T12:00:00.000Z' });
  });
  it('that will not pass ends the run with its failure', async () => {
    await addPassages(0, 20);
    world.onRequest = async () => {
      throw new FailureError(rejected(401));
    };
    const worker = wake();
    await worker.start(small);
    await worker.resume();
    expect(await worker.readRun()).toMatchObject({ state: 'failed', failure: { status: 401 } });
    expect(world.sent).toHaveLength(1);
  });
  it('with one passage leaves that one out and embeds the others', async () => {
    await addPassages(0, 40);
    world.onRequest = async (_, texts) => {
      if (texts.some((text) => text.startsWith('Alpha13 '))) throw new FailureError(rejected(400));
    };
    const worker = wake();
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 39, total: 40, refused: ['p13'] });
    expect(await idsOf(worker, 32)).toBe(39);
    world.sent = [];
    await worker.noteKnowledgeChanged();
    expect(world.sent).toEqual([]);
  });
  it('with every text is the endpoint’s, found with two requests', async () => {
    await addPassages(0, 40);
    world.onRequest = async () => {
      throw new FailureError(rejected(400));
    };
    const worker = wake();
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ state: 'failed', failure: { status: 400 } });
    expect(world.sent).toHaveLength(2);
  });
  it('with the disk keeps what is there; the next worker goes on', async () => {
    await addPassages(0, 40);
    const worker = wake();
    let full = vi.spyOn(IDBObjectStore.prototype, 'put');
    world.onRequest = async (turn) => {
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
    const shelf = createPassageShelf(world.open);
    const readPassages = async (ids: readonly string[]) => (await shelf.readPassages(ids)).filter(({ id }) => id !== 'p3');
    const worker = wake({ passages: { ...shelf, readPassages } });
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 4, total: 5 });
  });
});

it('all of it against a server: embedded over trouble, each passage once', async () => {
  await addPassages(0, 60);
  const server = await startEmbeddingServer({
    fault: (_, turn) => (turn === 1 ? { kind: 'status', status: 503 } : turn === 3 ? { kind: 'cut' } : undefined),
  });
  try {
    const endpoint = { baseUrl: server.baseUrl, model: 'hashed' };
    const worker = wake({
      createEmbedder: async (one, dimensions) => createEmbedder(one, 'sk-1', dimensions, { ...browserDeps, random: () => 0 }),
    });
    await worker.start(endpoint);
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 60 });
    expect(server.embedded).toHaveLength(60);
    expect(server.seen.every(({ authorization }) => authorization === 'Bearer sk-1')).toBe(true);
  } finally {
    await server.close();
  }
});
