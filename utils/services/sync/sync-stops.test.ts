import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { createDatabaseOpener } from '../../storage/database.ts';
import { createKnowledgeStore } from '../../storage/knowledge-store.ts';
import { createMemoryWriter } from './memory-writer.test-support.ts';
import { createWorld, fillPlace, help, sourceInput, type World } from './sync-world.test-support.ts';

/** One worker from its start until it has nothing more to do or is killed. */
async function live(world: World, dieAt?: number) {
  const worker = world.startWorker(dieAt === undefined ? {} : { dieAt });
  const end = await Promise.race([worker.wake().then(() => 'rested' as const), worker.died]);
  return { end, accesses: worker.accesses };
}

async function addSource(world: World): Promise<void> {
  const worker = world.startWorker({ tryLock: async () => false });
  await worker.add(sourceInput(), '');
  await worker.wake();
}

function openStore() {
  globalThis.indexedDB = new IDBFactory();
  const open = createDatabaseOpener();
  return { open, store: createKnowledgeStore(open) };
}

it('a worker may be killed before any access to the store or the network: no article is lost, none is doubled', async () => {
  let stops = 0;
  for (let dieAt = 0; ; dieAt += 1) {
    const world = createWorld(createMemoryWriter());
    fillPlace(world, 60);
    await addSource(world);
    const { end } = await live(world, dieAt);
    if (end === 'rested') break;
    stops += 1;
    expect((await live(world)).end).toBe('rested');
    expect(await world.stored(), `killed before access ${dieAt}`).toEqual(world.listed());
    expect(await world.row(), `killed before access ${dieAt}`).toMatchObject({
      state: 'done',
      done: 60,
      added: 60,
      changed: 0,
      unchanged: 0,
    });
  }
  expect(stops).toBeGreaterThan(60);
});

it('… over the real store, its passages and index too', async () => {
  const { accesses } = await (async () => {
    const world = createWorld(openStore().store);
    fillPlace(world, 60);
    await addSource(world);
    return live(world);
  })();
  // Reads change nothing: stops before what writes, and before each request, are all the states there are.
  const stops = [...accesses.keys()].filter((at) => /^(?:save|finish|put|fetch)/.test(accesses[at] ?? ''));
  expect(stops.length).toBeGreaterThan(12);
  for (const dieAt of stops) {
    const { open, store } = openStore();
    const world = createWorld(store);
    fillPlace(world, 60);
    await addSource(world);
    expect((await live(world, dieAt)).end).toBe('died');
    await live(world);
    const where = `killed before ${accesses[dieAt]}, access ${dieAt}`;
    expect(await world.stored(), where).toEqual(world.listed());
    expect(await world.row(), where).toMatchObject({ state: 'done', done: 60, added: 60 });
    const passages = await (await open()).getAll('passages');
    expect(passages.map(({ articleId }) => articleId).toSorted(), where).toEqual(world.listed().map(([id]) => id));
    expect((await store.listSources())[0], where).toMatchObject({ articles: 60, passages: 60 });
    expect(await store.count(), where).toBe(60);
    const found = await store.search(
      { questions: ['article a037'], context: '', language: 'en', mayUse: ['public'] },
      100,
      new AbortController().signal,
    );
    expect(new Set(found.map(({ passage }) => passage.id)).size, where).toBe(found.length);
  }
}, 120_000);

it('whatever changes at the place, and however often workers are killed, the store ends as the place is', async () => {
  const change = fc.record({ article: fc.nat(45), does: fc.constantFrom('goes', 'changes', 'comes') });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(40),
      fc.array(change, { maxLength: 12 }),
      fc.array(fc.nat(60), { maxLength: 6 }),
      async (size, changes, deaths) => {
        const world = createWorld(createMemoryWriter());
        fillPlace(world, size);
        await addSource(world);
        await live(world);
        expect(await world.stored()).toEqual(world.listed());

        const before = new Map(world.place);
        for (const { article, does } of changes) {
          const id = `a${String(article).padStart(3, '0')}`;
          const version = world.place.get(id);
          if (does === 'goes') world.place.delete(id);
          else if (does === 'comes' && version === undefined) world.place.set(id, 1);
          else if (does === 'changes' && version !== undefined) world.place.set(id, version + 1);
        }
        await world.startWorker({ tryLock: async () => false }).start(help);
        for (const dieAt of deaths) await live(world, dieAt);
        await live(world);
        expect(await world.stored()).toEqual(world.listed());

        const isKnown = ([id, version]: [string, number]): boolean => before.get(id) === version;
        expect(await world.row()).toMatchObject({
          state: 'done',
          done: world.place.size,
          added: world.listed().filter(([id]) => !before.has(id)).length,
          changed: world.listed().filter((entry) => before.has(entry[0]) && !isKnown(entry)).length,
          unchanged: world.listed().filter(isKnown).length,
          removed: [...before.keys()].filter((id) => !world.place.has(id)).length,
        });
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

it('two workers at once: one reads, the other leaves it alone, and every page is fetched once', async () => {
  const world = createWorld(createMemoryWriter());
  fillPlace(world, 60);
  await addSource(world);
  await Promise.all([live(world), live(world)]);
  expect(await world.stored()).toEqual(world.listed());
  expect(world.requests.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6].map((page) => `/pages/${page}`));
});
