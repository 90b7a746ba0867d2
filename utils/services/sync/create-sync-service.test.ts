import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../../domain/failure.ts';
import { sourceIdSchema } from '../../domain/passage.ts';
import { createDatabaseOpener } from '../../storage/database.ts';
import { createKnowledgeStore } from '../../storage/knowledge-store.ts';
import { createMemoryWriter } from './memory-writer.test-support.ts';
import {
  createWorld,
  failing,
  fillPlace,
  help,
  onRequests,
  sourceInput,
  untilAborted,
  type World,
} from './sync-world.test-support.ts';

let world: World;
beforeEach(() => {
  world = createWorld(createMemoryWriter());
  fillPlace(world, 60);
});

/** Adds the source and reads until nothing is due. */
async function addAndRead(part?: Parameters<typeof sourceInput>[0]) {
  const worker = world.startWorker();
  await worker.add(sourceInput(part), '');
  await worker.wake();
  return worker;
}

describe('adding', () => {
  it('puts the source, keeps the key for its origin, and reads it', async () => {
    const worker = world.startWorker();
    await worker.add(sourceInput(), 'k-1');
    await worker.wake();
    expect([...world.keys]).toEqual([['https://help.example', 'k-1']]);
    expect(await world.stored()).toEqual(world.listed());
    expect(world.keptAlive, 'the worker may end again').toBe(0);
  });

  it('an empty key keeps the stored one', async () => {
    world.keys.set('https://help.example', 'k-1');
    await addAndRead();
    expect(world.keys.get('https://help.example')).toBe('k-1');
  });

  it('without the browser’s permission nothing is stored and nothing asked', async () => {
    world.isAllowed = false;
    const thrown: unknown = await world
      .startWorker()
      .add(sourceInput(), 'k-1')
      .catch((each: unknown) => each);
    expect(toFailure(thrown)).toEqual({ kind: 'source-not-allowed', host: 'help.example' });
    expect([await world.writer.listSources(), [...world.keys], world.requests]).toEqual([[], [], []]);
  });

  it('a store that is searched where it is is kept, and never read', async () => {
    const origin = { kind: 'vector-store' as const, baseUrl: 'https://api.example/v1', storeId: 'vs_1' };
    const worker = await addAndRead({ kind: 'vector-store', origin, everyHours: 1 });
    expect([(await world.writer.listSources())[0]?.origin, await world.row(), world.alarm]).toEqual([
      origin,
      undefined,
      undefined,
    ]);
    await expect(worker.start(help)).rejects.toThrow();
    expect(await world.row()).toBeUndefined();
  });

  const { origin: _origin, ...placeless } = sourceInput();
  const webPages = { kind: 'web-pages' as const, addresses: ['https://help.example/'] };
  it.each([
    ['that nothing reads', sourceInput({ kind: 'web-pages', origin: webPages })],
    ['without a place', placeless],
    ['whose kind is not that of its place', sourceInput({ kind: 'macros' })],
  ])('a source %s is refused', async (_what, source) => {
    const thrown: unknown = await world
      .startWorker()
      .add(source, 'k-1')
      .catch((each: unknown) => each);
    expect(toFailure(thrown).kind).toBe('unexpected');
    expect([await world.writer.listSources(), await world.writer.listSyncs(), [...world.keys]]).toEqual([[], [], []]);
  });

  it('again, while it is being read: the reading begins anew and nothing of the first goes on', async () => {
    world.onRequest = onRequests([2], untilAborted);
    const worker = world.startWorker();
    await worker.add(sourceInput(), '');
    await expect.poll(() => world.requests.length).toBe(3);
    await worker.add(sourceInput({ name: 'Renamed' }), '');
    await worker.wake();
    expect(world.requests.slice(3)).toEqual([0, 1, 2, 3, 4, 5, 6].map((page) => `/pages/${page}`));
    expect(await world.row()).toMatchObject({ state: 'done', done: 60, added: 40, unchanged: 20 });
    expect((await world.writer.listSources()).map(({ name }) => name)).toEqual(['Renamed']);
  });
});

describe('cancelling', () => {
  it('ends a reading that hangs, keeps what was read, and the next start goes on from there', async () => {
    world.onRequest = onRequests([3], untilAborted);
    const worker = world.startWorker();
    await worker.add(sourceInput(), '');
    await expect.poll(() => world.requests.length).toBe(4);
    await worker.cancel(help);
    expect(await world.row()).toMatchObject({ state: 'cancelled', done: 30, total: 60, added: 30 });
    expect(await world.stored()).toEqual(world.listed().slice(0, 30));
    await worker.start(help);
    await worker.wake();
    expect(world.requests.slice(4)).toEqual([3, 4, 5, 6].map((page) => `/pages/${page}`));
    expect(await world.row()).toMatchObject({ state: 'done', done: 60, added: 60, removed: 0 });
  });

  it('does not wait for a source that hears nothing', async () => {
    world.onRequest = onRequests([3], () => new Promise(() => undefined));
    const worker = world.startWorker();
    await worker.add(sourceInput(), '');
    await expect.poll(() => world.requests.length).toBe(4);
    await worker.cancel(help);
    expect(await world.row()).toMatchObject({ state: 'cancelled', done: 30 });
  });

  it('holds for the workers that come after', async () => {
    const worker = world.startWorker({ tryLock: async () => false });
    await worker.add(sourceInput(), '');
    await worker.cancel(help);
    await world.startWorker().wake();
    expect([world.requests, (await world.row())?.state]).toEqual([[], 'cancelled']);
  });

  it('of a reading in another context makes that one stop at its next step', async () => {
    const other = world.startWorker();
    world.onRequest = onRequests([3], () => other.cancel(help));
    await addAndRead();
    expect(await world.row()).toMatchObject({ state: 'cancelled', done: 30 });
    expect(world.requests).toHaveLength(4);
  });

  it('after a week the next start begins anew: the place has forgotten where it stopped', async () => {
    world.onRequest = onRequests([3], untilAborted);
    const worker = world.startWorker();
    await worker.add(sourceInput(), '');
    await expect.poll(() => world.requests.length).toBe(4);
    await worker.cancel(help);
    world.pass(7 * 24 * 60);
    await worker.start(help);
    await worker.wake();
    expect(world.requests.slice(4)).toEqual([0, 1, 2, 3, 4, 5, 6].map((page) => `/pages/${page}`));
    expect(await world.row()).toMatchObject({ state: 'done', done: 60, added: 30, unchanged: 30 });
  });
});

describe('schedule', () => {
  it('a source is read again when its hours have passed, and the alarm is set for that', async () => {
    const worker = await addAndRead({ everyHours: 24 });
    expect(world.alarm?.toISOString()).toBe('2026-11-22T10:00:00.000Z');
    world.pass(24 * 60 - 1);
    await worker.wake();
    expect(world.requests).toHaveLength(7);
    world.pass(1);
    await world.startWorker().wake();
    expect(world.requests).toHaveLength(14);
    expect(await world.row()).toMatchObject({ state: 'done', added: 0, unchanged: 60, completedAt: world.now.toISOString() });
  });

  it('a source without hours is read only when told to', async () => {
    const worker = await addAndRead();
    expect(world.alarm).toBeUndefined();
    world.pass(365 * 24 * 60);
    await worker.wake();
    expect(world.requests).toHaveLength(7);
  });

  it('one that has failed or was stopped is read again at its next time, and no sooner', async () => {
    world.onRequest = onRequests([2], failing({ kind: 'source-rejected', host: 'help.example', status: 500 }));
    const worker = await addAndRead({ everyHours: 1 });
    expect([(await world.row())?.state, world.alarm?.toISOString()]).toEqual(['failed', '2026-11-21T11:00:00.000Z']);
    await worker.wake();
    expect(world.requests).toHaveLength(3);
    world.pass(60);
    await worker.wake();
    expect(await world.row()).toMatchObject({ state: 'done', added: 60 });
  });

  it('while a reading is on, the alarm stands a minute away: whoever comes after a killed worker goes on', async () => {
    world.onRequest = onRequests([3], () => new Promise(() => undefined));
    const worker = world.startWorker();
    await worker.add(sourceInput(), '');
    await expect.poll(() => world.requests.length).toBe(4);
    expect(world.alarm?.toISOString()).toBe('2026-11-21T10:01:00.000Z');
    expect(world.keptAlive).toBe(1);
  });

  it('… also when it began by its schedule', async () => {
    await addAndRead({ everyHours: 24 });
    world.pass(25 * 60);
    world.onRequest = () => new Promise(() => undefined);
    void world.startWorker().wake();
    await expect.poll(() => world.requests.length).toBe(8);
    expect(world.alarm?.toISOString()).toBe('2026-11-22T11:01:00.000Z');
  });

  it('two sources are read one after the other', async () => {
    const other = sourceInput({ id: sourceIdSchema.parse('other') });
    let open = 0;
    let most = 0;
    world.onRequest = async () => {
      most = Math.max(most, (open += 1));
      await Promise.resolve();
      open -= 1;
    };
    const worker = world.startWorker();
    await Promise.all([worker.add(sourceInput(), ''), worker.add(other, '')]);
    await worker.wake();
    expect([most, world.requests.length]).toEqual([1, 14]);
    expect((await world.writer.listSyncs()).map(({ state }) => state)).toEqual(['done', 'done']);
  });
});

it('one that another context reads is left to it, and the next one is read', async () => {
  const other = sourceIdSchema.parse('other');
  world.onRequest = onRequests([3], () => new Promise(() => undefined));
  const elsewhere = world.startWorker();
  await elsewhere.add(sourceInput(), '');
  await expect.poll(() => world.requests.length).toBe(4);
  const worker = world.startWorker();
  await worker.add(sourceInput({ id: other }), '');
  await worker.wake();
  expect([(await world.row(help))?.state, (await world.row(other))?.state]).toEqual(['running', 'done']);
  expect(world.alarm?.toISOString(), 'it is looked at again').toBe('2026-11-21T10:01:00.000Z');
});

it('a source that is removed while it is read takes nothing more into the store', async () => {
  globalThis.indexedDB = new IDBFactory();
  const store = createKnowledgeStore(createDatabaseOpener());
  world = createWorld(store);
  fillPlace(world, 60);
  world.onRequest = onRequests([3], () => store.removeSource(help));
  await addAndRead();
  expect([await store.listSources(), await store.listSyncs(), await world.stored()]).toEqual([[], [], []]);
  expect(world.requests).toHaveLength(4);
});
