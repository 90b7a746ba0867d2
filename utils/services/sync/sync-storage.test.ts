import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDatabaseOpener } from '../../storage/database.ts';
import { createKnowledgeStore } from '../../storage/knowledge-store.ts';
import { createWorld, fillPlace, help, sourceInput, type World } from './sync-world.test-support.ts';

const signal = new AbortController().signal;

function openWorld() {
  globalThis.indexedDB = new IDBFactory();
  const open = createDatabaseOpener();
  const store = createKnowledgeStore(open);
  return { open, store, world: createWorld(store) };
}

async function readPlace(world: World): Promise<void> {
  const worker = world.startWorker();
  await ((await world.row()) ? worker.start(help) : worker.add(sourceInput(), ''));
  await worker.wake();
}

/** A second reading that finds something of everything: 9 gone, 9 changed, 9 new, the others as they were. */
function changePlace(world: World): void {
  const ids = [...world.place.keys()];
  for (const id of ids.slice(0, 9)) world.place.delete(id);
  for (const id of ids.slice(20, 29)) world.place.set(id, 2);
  fillPlace(world, 69, 60);
}

/** From this number on, transactions that write fail; returns how many there were. Reads go on, as when the disk is full. */
function breakWrites(from: number) {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const original = IDBDatabase.prototype.transaction;
  let writes = 0;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function failing(this: IDBDatabase, ...args) {
    writes += args[1] === 'readwrite' ? 1 : 0;
    if (args[1] === 'readwrite' && writes > from) throw new DOMException('The disk is full.', 'QuotaExceededError');
    return original.apply(this, args);
  });
  return { mend: () => spy.mockRestore(), count: () => writes };
}

let broken: ReturnType<typeof breakWrites> | undefined;
beforeEach(() => (broken = undefined));
afterEach(() => broken?.mend());

it('storage may be full before any write of a second reading, merges of the index too: once there is room, the next reading puts all right', async () => {
  let stops = 0;
  for (let from = 0; ; from += 1) {
    const { open, store, world } = openWorld();
    fillPlace(world, 60);
    await readPlace(world);
    await store.settle();
    changePlace(world);

    broken = breakWrites(from);
    await readPlace(world).catch(() => undefined);
    await store.settle();
    broken.mend();
    if (broken.count() <= from) break;
    stops += 1;
    world.pass(30);
    await readPlace(world);
    await store.settle();
    const where = `full from write ${from + 1} on`;
    expect(await world.stored(), where).toEqual(world.listed());
    expect((await world.row())?.state, where).toBe('done');
    const passages = await (await open()).getAll('passages');
    expect(passages.map(({ articleId }) => articleId).toSorted(), where).toEqual(world.listed().map(([id]) => id));
    expect((await store.listSources())[0], where).toMatchObject({ articles: 60, passages: 60 });
    expect(await store.count(), where).toBe(60);
    const question = {
      questions: ['says in its version how long a reset link is valid'],
      context: '',
      language: 'en',
      mayUse: ['public' as const],
    };
    const found = await store.search(question, 200, signal);
    expect(new Set(found.map(({ passage }) => passage.id)).size, where).toBe(found.length);
  }
  expect(stops).toBeGreaterThan(9);
}, 60_000);
