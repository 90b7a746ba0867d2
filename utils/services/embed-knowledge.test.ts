import { beforeEach, describe, expect, it } from 'vitest';
import { createPassageShelf } from '../storage/passage-shelf.ts';
import {
  about,
  addPassages,
  createDyingStore,
  hang,
  idsOf,
  large,
  removePassages,
  resetWorld,
  small,
  untilAborted,
  wake,
  world,
} from './embed-test-support.ts';

beforeEach(resetWorld);

it('embeds every passage once and lets the vectors serve', async () => {
  await addPassages(0, 150);
  await addPassages(150, 230, 'other');
  const worker = wake();
  await worker.start(small);
  expect(world.sent.flat()).toHaveLength(230);
  expect(new Set(world.sent.flat()).size).toBe(230);
  expect(await worker.readRun()).toMatchObject({ state: 'done', done: 230, total: 230 });
  for (const index of [0, 149, 229]) expect((await worker.find(about(index)))[0]).toBe(`p${index}`);
});

it('keeps the worker alive while it embeds, and no longer', async () => {
  await addPassages(0, 3);
  const worker = wake();
  let during = 0;
  world.onRequest = async () => void (during = worker.keptAlive());
  await worker.start(small);
  expect([during, worker.keptAlive()]).toEqual([1, 0]);
});

describe('killed', () => {
  // Requests of 16, 96, 96, 42 texts; each may be lost before it is answered, or answered and not yet saved.
  it.each([0, 1, 2, 3])(
    'while request %i is under way: the next worker sends that one again and nothing else',
    async (killed) => {
      await addPassages(0, 250);
      world.onRequest = async (turn) => (turn === killed ? hang() : undefined);
      void wake().start(small);
      await expect.poll(() => world.sent.length).toBe(killed + 1);
      const lost = world.sent[killed] ?? [];
      world.onRequest = async () => undefined;
      const worker = wake();
      await worker.resume();
      expect(await worker.readRun()).toMatchObject({ state: 'done', done: 250 });
      expect(await idsOf(worker, 32)).toBe(250);
      expect(world.sent.flat()).toHaveLength(250 + lost.length);
      expect(new Set(world.sent.flat()).size).toBe(250);
    },
  );

  it('before any of its writes: nothing is lost, nothing stands twice, one request at most is sent again', async () => {
    await addPassages(0, 250);
    for (let step = 0, ended = ''; ended !== 'done'; step += 1) {
      await wake().remove();
      world.sent = [];
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
      expect(new Set(world.sent.flat()).size).toBe(250);
      expect(world.sent.flat().length).toBeLessThanOrEqual(250 + 96);
      expect((await worker.find(about(249)))[0]).toBe('p249');
      expect(step).toBeLessThan(20);
    }
  });

  it('an old worker that comes to itself again saves nothing any more', async () => {
    await addPassages(0, 40);
    const release = Promise.withResolvers<void>();
    world.onRequest = async (turn) => (turn === 0 ? release.promise : undefined);
    const old = wake().start(small);
    await expect.poll(() => world.sent.length).toBe(1);
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
    world.onRequest = async () => void serving.push((await worker.vectors.readState()).serving?.model);
    await worker.start(large);
    expect(serving).toEqual(['small', 'small', 'small']);
    world.onRequest = async () => undefined;
    expect(await worker.vectors.readState()).toMatchObject({ serving: { ...large, dimensions: 48 }, run: { state: 'done' } });
    expect(await idsOf(worker, 32)).toBe(0);
    expect((await worker.find(about(5)))[0]).toBe('p5');
  });

  it('that is cancelled leaves the old one serving and nothing of its own', async () => {
    await addPassages(0, 120);
    const worker = wake();
    await worker.start(small);
    world.onRequest = async (turn, _, signal) => (turn === 4 ? untilAborted(signal) : undefined);
    const started = worker.start(large);
    await expect.poll(() => world.sent.length).toBe(5);
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
    world.onRequest = async (turn) => (turn >= 4 ? 64 : undefined);
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
    world.onRequest = async (turn) => void (turn === 3 && expect((await worker.find(about(5)))[0]).toBe('p5'));
    await worker.start(small, { fresh: true });
    expect(await idsOf(worker, 32, 'small', 0)).toBe(0);
    expect(await idsOf(worker, 32, 'small', 1)).toBe(30);
  });
});

it('a query that was embedded while another model took over is embedded again by that one', async () => {
  await addPassages(0, 20);
  const worker = wake();
  await worker.start(small);
  world.onRequest = async () => {
    world.onRequest = async () => undefined;
    await worker.start(large);
  };
  expect((await worker.find(about(7)))[0]).toBe('p7');
  expect(world.sent.flat().filter((text) => text === about(7))).toHaveLength(2);
});

describe('when the knowledge changes', () => {
  it('new passages are embedded, removed ones lose their vectors, the others are left alone', async () => {
    await addPassages(0, 60);
    const worker = wake();
    await worker.start(small);
    await removePassages(0, 10);
    await addPassages(60, 65);
    world.sent = [];
    await worker.noteKnowledgeChanged();
    expect(world.sent.flat().map((text) => text.split(' ')[0])).toEqual(['Alpha60', 'Alpha61', 'Alpha62', 'Alpha63', 'Alpha64']);
    expect(await idsOf(worker, 32)).toBe(55);
    expect(await worker.find(about(5))).not.toContain('p5');
    expect((await worker.find(about(62)))[0]).toBe('p62');
  });
  it('in the middle of a run, that run takes it in', async () => {
    await addPassages(0, 20);
    const worker = wake();
    world.onRequest = async (turn) => {
      if (turn !== 0) return;
      await addPassages(20, 30);
      await removePassages(0, 2);
      await worker.noteKnowledgeChanged();
    };
    await worker.start(small);
    expect(await idsOf(worker, 32)).toBe(28);
  });
  it('just when the run was about to end, it is taken in all the same', async () => {
    await addPassages(0, 20);
    const shelf = createPassageShelf(world.open);
    let looks = 0;
    const listIds = async () => {
      const listed = await shelf.listIds();
      looks += 1;
      if (looks === 2) {
        await addPassages(20, 25);
        await worker.noteKnowledgeChanged();
      }
      return listed;
    };
    const worker = wake({ passages: { ...shelf, listIds } });
    await worker.start(small);
    expect(await worker.readRun()).toMatchObject({ state: 'done', done: 25, total: 25 });
  });
  it('nothing is sent before the first start', async () => {
    await addPassages(0, 20);
    await wake().noteKnowledgeChanged();
    expect(world.sent).toEqual([]);
  });
});

it('paused, it stays so until it is started again, and goes on from there', async () => {
  await addPassages(0, 40);
  world.onRequest = async (turn, _, signal) => (turn === 1 ? untilAborted(signal) : undefined);
  const worker = wake();
  const started = worker.start(small);
  await expect.poll(() => world.sent.length).toBe(2);
  await worker.pause();
  await started;
  await worker.resume();
  await worker.noteKnowledgeChanged();
  expect(await worker.readRun()).toMatchObject({ state: 'paused', done: 16 });
  expect(world.sent).toHaveLength(2);
  await worker.start(small);
  expect(world.sent[2]).toHaveLength(24);
  expect(await worker.readRun()).toMatchObject({ state: 'done', done: 40 });
});

it('the cost is what is missing, and is known without sending anything', async () => {
  await addPassages(0, 40);
  const worker = wake();
  const all = await worker.estimate(small, 0.5);
  expect(world.sent).toEqual([]);
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
  world.sent = [];
  expect(await worker.find(about(3))).toEqual([]);
  await worker.noteKnowledgeChanged();
  expect(world.sent).toEqual([]);
  expect(await (await world.open()).getAllKeys('vectors')).toEqual(['state']);
});
