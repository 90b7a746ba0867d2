import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryWriter } from './memory-writer.test-support.ts';
import { createWorld, failing, fillPlace, help, onRequests, sourceInput, type World } from './sync-world.test-support.ts';

const busy = (retryAfterMs: number) => failing({ kind: 'source-busy', host: 'help.example', retryAfterMs });
const unreachable = failing({ kind: 'source-unreachable', host: 'help.example' });
const rejected = (status: number) => failing({ kind: 'source-rejected', host: 'help.example', status });

let world: World;
beforeEach(() => {
  world = createWorld(createMemoryWriter());
  fillPlace(world, 60);
});

/** Adds the source and reads until nothing is due. */
async function addAndRead() {
  const worker = world.startWorker();
  await worker.add(sourceInput(), '');
  await worker.wake();
  return worker;
}

describe('a place that can’t be read', () => {
  it('busy: waits as long as it asks, says so, and goes on by the alarm', async () => {
    world.onRequest = onRequests([2], busy(10 * 60_000));
    await addAndRead();
    const retryAt = '2026-11-21T10:10:00.000Z';
    expect(await world.row()).toMatchObject({ state: 'waiting', done: 20, retryAt, failure: { kind: 'source-busy' } });
    expect(world.alarm?.toISOString()).toBe(retryAt);
    world.pass(9);
    await world.startWorker().wake();
    expect(world.requests).toHaveLength(3);
    world.pass(1);
    await world.startWorker().wake();
    const row = await world.row();
    expect(row).toMatchObject({ state: 'done', done: 60, added: 60, pausedMs: 10 * 60_000 });
    expect([row?.failure, row?.retryAt, row?.waits]).toEqual([undefined, undefined, undefined]);
  });

  it('busy for a century: is asked again the next day', async () => {
    world.onRequest = onRequests([2], busy(1e15));
    await addAndRead();
    expect(await world.row()).toMatchObject({ retryAt: '2026-11-22T10:00:00.000Z', failure: { retryAfterMs: 86_400_000 } });
  });

  it('unreachable: waits 1, 5 and 30 minutes, then it has failed, with what was read', async () => {
    world.onRequest = async (turn) => {
      if (turn > 1) await unreachable();
    };
    const worker = await addAndRead();
    for (const minutes of [1, 5, 30]) {
      expect(await world.row()).toMatchObject({ state: 'waiting', done: 20 });
      expect((world.alarm?.getTime() ?? 0) - world.now.getTime()).toBe(minutes * 60_000);
      world.pass(minutes);
      await worker.wake();
    }
    expect(await world.row()).toMatchObject({ state: 'failed', done: 20, failure: { kind: 'source-unreachable' } });
    expect([world.alarm, await world.stored()]).toEqual([undefined, world.listed().slice(0, 20)]);
  });

  it('unreachable now and then: each step that is read begins the waits anew', async () => {
    world.onRequest = async (turn) => {
      if (turn % 2 === 1) await unreachable();
    };
    const worker = await addAndRead();
    for (let wait = 0; wait < 6; wait += 1) {
      expect(await world.row()).toMatchObject({ state: 'waiting', waits: 1 });
      world.pass(1);
      await worker.wake();
    }
    expect(await world.row()).toMatchObject({ state: 'done', added: 60 });
  });

  it('refused: has failed at once, and a person’s start goes on where it stopped', async () => {
    world.onRequest = onRequests([2], rejected(401));
    const worker = await addAndRead();
    expect(await world.row()).toMatchObject({ state: 'failed', done: 20, failure: { kind: 'source-rejected', status: 401 } });
    await worker.start(help);
    await worker.wake();
    expect(world.requests.slice(3)).toEqual([2, 3, 4, 5, 6].map((page) => `/pages/${page}`));
  });

  it('no longer allowed: has failed, and nothing is asked', async () => {
    const worker = world.startWorker({ tryLock: async () => false });
    await worker.add(sourceInput(), '');
    world.isAllowed = false;
    await world.startWorker().wake();
    expect(await world.row()).toMatchObject({ state: 'failed', failure: { kind: 'source-not-allowed', host: 'help.example' } });
    expect(world.requests).toEqual([]);
  });

  it('that has forgotten the cursor is read from its start, once', async () => {
    world.onRequest = onRequests([2, 3], rejected(410));
    const worker = await addAndRead();
    expect(await world.row(), 'a first reading brought no cursor that could be refused').toMatchObject({
      state: 'failed',
      done: 20,
    });
    await worker.start(help);
    await worker.wake();
    expect(world.requests.slice(3)).toEqual([2, 0, 1, 2, 3, 4, 5, 6].map((page) => `/pages/${page}`));
    expect(await world.row()).toMatchObject({ state: 'done', done: 60, added: 40, unchanged: 20 });
  });

  it('that took the cursor and is gone a page later has failed: that is no question of cursors', async () => {
    world.onRequest = onRequests([2, 4], rejected(410));
    const worker = await addAndRead();
    await worker.start(help);
    await worker.wake();
    expect(world.requests.slice(3)).toEqual(['/pages/2', '/pages/3']);
    expect(await world.row()).toMatchObject({ state: 'failed', done: 30 });
  });

  it('that refuses its start as well has failed', async () => {
    world.onRequest = onRequests([2, 3, 4], rejected(410));
    const worker = await addAndRead();
    await worker.start(help);
    await worker.wake();
    expect(world.requests.slice(3)).toEqual(['/pages/2', '/pages/0']);
    expect(await world.row()).toMatchObject({ state: 'failed', failure: { kind: 'source-rejected', status: 410 } });
  });
});

describe('storage', () => {
  it('full: the reading has failed and says so; what was there is kept', async () => {
    let steps = 0;
    const { saveStep } = world.writer;
    const full = failing({ kind: 'storage-full' });
    const writer = {
      ...world.writer,
      saveStep: (step: Parameters<typeof saveStep>[0]) => ((steps += 1) > 2 ? full() : saveStep(step)),
    };
    const worker = world.startWorker({ writer });
    await worker.add(sourceInput(), '');
    await worker.wake();
    expect(await world.row()).toMatchObject({ state: 'failed', done: 20, failure: { kind: 'storage-full' } });
  });

  it('that takes nothing at all: the source is left alone for half an hour, not tried for ever', async () => {
    await world.startWorker({ tryLock: async () => false }).add(sourceInput(), '');
    const full = failing({ kind: 'storage-full' });
    let tries = 0;
    const saveSync = (): Promise<never> => {
      tries += 1;
      return full();
    };
    const worker = world.startWorker({ writer: { ...world.writer, saveSync } });
    await worker.wake();
    await worker.wake();
    expect(tries).toBe(1);
    expect(world.alarm?.toISOString()).toBe('2026-11-21T10:30:00.000Z');
    world.pass(30);
    await worker.wake();
    expect(tries).toBe(2);
  });

  it('that doesn’t answer leaves an alarm behind', async () => {
    const worker = world.startWorker({ writer: { ...world.writer, listSyncs: failing({ kind: 'storage-broken', said: '' }) } });
    await worker.wake();
    expect([world.alarm?.toISOString(), world.keptAlive]).toEqual(['2026-11-21T10:30:00.000Z', 0]);
  });
});
