import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDatabaseOpener } from './database.ts';
import { toModelKey, type VectorModel } from './embedding-state.ts';
import { allowIf, createVectorSearch, type VectorSearch } from './vector-search.ts';
import { createVectorStore, type PassageVector, type VectorStore } from './vector-store.ts';

const DIMENSIONS = 20;
const model: VectorModel = { baseUrl: 'https://api.example/v1', model: 'small/3', dimensions: DIMENSIONS, generation: 0 };
const next: VectorModel = { ...model, model: 'large', generation: 1 };

/** Points one way for each number: only the same number is near. */
const pointing = (way: number): number[] =>
  Array.from({ length: DIMENSIONS }, (_, index) => (Math.sin((index + 1) * (way + 1) * 12.9898) * 43_758.5453) % 1);
const vector = (id: string, sourceId = 'help', way = Number(id.replace(/\D/g, ''))): PassageVector => ({
  id,
  sourceId,
  vector: pointing(way),
});
const range = (from: number, to: number, sourceId = 'help') =>
  Array.from({ length: to - from }, (_, index) => vector(`p${from + index}`, sourceId));
const keep = <T>(state: T): T => state;
const everything = allowIf(() => true);

let open: ReturnType<typeof createDatabaseOpener>;
let store: VectorStore;
let search: VectorSearch;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  open = createDatabaseOpener();
  store = createVectorStore(open);
  search = createVectorSearch(open);
});

const serve = (which = model) => store.changeState((state) => ({ ...state, serving: which }));
const nearest = async (way: number, limit = 1, allow = everything) =>
  (await search.searchVectors(pointing(way), allow, limit)).map(({ id }) => id);
const recordKeys = async () => (await (await open()).getAllKeys('vectors')).filter((key) => key.startsWith('rows/'));

it('finds the nearest passage, with its cosine', async () => {
  await serve();
  await store.addVectors(model, range(0, 50), keep);
  const [hit] = await search.searchVectors(pointing(7), everything, 3);
  expect(hit?.id).toBe('p7');
  expect(hit?.score).toBeGreaterThan(0.99);
});

it('a passage that is not allowed is not found, not even as the only match', async () => {
  await serve();
  await store.addVectors(model, range(0, 10), keep);
  expect(
    await nearest(
      7,
      10,
      allowIf((id) => id !== 'p7'),
    ),
  ).not.toContain('p7');
  expect(
    await nearest(
      7,
      10,
      allowIf(() => false),
    ),
  ).toEqual([]);
});

it('who may see what is asked once for each passage, and again when the vectors have changed', async () => {
  await serve();
  await store.addVectors(model, range(0, 10), keep);
  const asked: string[] = [];
  const allow = allowIf((id) => asked.push(id) > 0 && id !== 'p3');
  for (let turn = 0; turn < 3; turn += 1) expect(await nearest(3, 10, allow)).toHaveLength(9);
  expect(asked).toHaveLength(10);
  await store.addVectors(model, range(10, 12), keep);
  expect(await nearest(3, 20, allow)).toHaveLength(11);
  expect(asked).toHaveLength(22);
});

it('no set of vectors serves: nothing is found', async () => {
  await store.addVectors(model, range(0, 10), keep);
  expect(await nearest(7)).toEqual([]);
});

it('a query of other dimensions is refused', async () => {
  await serve();
  await store.addVectors(model, range(0, 3), keep);
  await expect(search.searchVectors([1, 2, 3], everything, 1)).rejects.toMatchObject({ failure: { kind: 'unexpected' } });
});

it('what is added later is found, and stands in few blocks however it came', async () => {
  await serve();
  for (let at = 0; at < 640; at += 10) await store.addVectors(model, range(at, at + 10), keep);
  expect((await store.listIds(model)).size).toBe(640);
  for (const way of [0, 333, 639]) expect(await nearest(way)).toEqual([`p${way}`]);
  expect((await recordKeys()).length).toBeLessThanOrEqual(8);
});

it('whatever is added and removed in whatever order, exactly the living passages are found, each once', async () => {
  const step = fc.record({ add: fc.boolean(), from: fc.nat(60), count: fc.integer({ min: 1, max: 25 }), source: fc.nat(2) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await store.clear();
      await serve();
      const alive = new Set<string>();
      for (const { add, from, count, source } of steps) {
        const some = range(from, from + count, `source ${source}/x`).map((each) => ({
          ...each,
          id: `${source}p${each.id.slice(1)}`,
        }));
        const fresh = some.filter(({ id }) => !alive.has(id));
        if (add) await store.addVectors(model, fresh, keep);
        else await store.removeVectors(model, new Set(some.map(({ id }) => id)));
        for (const { id } of some) {
          if (add) alive.add(id);
          else alive.delete(id);
        }
      }
      const found = (await search.searchVectors(pointing(3), everything, 1000)).map(({ id }) => id);
      expect(found.toSorted()).toEqual([...alive].toSorted());
      expect([...(await store.listIds(model))].toSorted()).toEqual([...alive].toSorted());
    }),
    { numRuns: 60 },
  );
});

it('what is added after a search is found by the next', async () => {
  await serve();
  await store.addVectors(model, range(0, 5), keep);
  await nearest(1);
  await store.addVectors(model, range(5, 9), keep);
  expect(await nearest(7)).toEqual(['p7']);
});

it('a record that is broken takes out its own passages and no others', async () => {
  await serve();
  await store.addVectors(model, [...range(0, 10, 'a'), ...range(10, 20, 'b')], keep);
  const [first = ''] = await recordKeys();
  await (await open()).put('vectors', { rows: new Int8Array(7), scales: new Float32Array(10) }, first);
  expect(new Set(await nearest(12, 20))).toEqual(new Set(range(10, 20).map(({ id }) => id)));
});

describe('removing', () => {
  it('leaves room in the result for the others, however near the removed one was', async () => {
    await serve();
    await store.addVectors(model, range(0, 50), keep);
    await nearest(3);
    await store.removeVectors(model, new Set(['p3']));
    const found = await nearest(3, 2);
    expect(found).toHaveLength(2);
    expect(found).not.toContain('p3');
  });
  it('few passages writes no rows anew', async () => {
    await store.addVectors(model, range(0, 100), keep);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await store.removeVectors(model, new Set(['p3', 'p50']));
    expect(put.mock.calls.filter(([, key]) => typeof key === 'string' && key.startsWith('rows/'))).toEqual([]);
    put.mockRestore();
    expect((await store.listIds(model)).size).toBe(98);
  });
  it('more than 30 % of a block frees their room', async () => {
    await store.addVectors(model, range(0, 100), keep);
    await store.removeVectors(model, new Set(range(0, 31).map(({ id }) => id)));
    const [key = ''] = await recordKeys();
    expect(await (await open()).get('vectors', key)).toMatchObject({ scales: { length: 69 } });
  });
  it('all of a source removes its records', async () => {
    await store.addVectors(model, [...range(0, 10, 'a'), ...range(10, 20, 'b')], keep);
    await store.removeVectors(model, new Set(range(0, 10).map(({ id }) => id)));
    expect(await recordKeys()).toEqual([`rows/${toModelKey(model)}/b/00000000`]);
  });
});

describe('another model', () => {
  it('does not serve until it is switched to, in one transaction that removes the old', async () => {
    await serve();
    await store.addVectors(model, range(0, 5), keep);
    await store.changeState((state) => ({ ...state, building: next }));
    await store.addVectors(next, range(100, 105), keep);
    expect(await nearest(101, 10)).not.toContain('p101');
    await store.switchModel(keep);
    expect(await nearest(101)).toEqual(['p101']);
    expect((await store.listIds(model)).size).toBe(0);
    expect(await store.readState()).toMatchObject({ serving: next });
    expect((await store.readState()).building).toBeUndefined();
  });
  it('a switch that fails leaves the old serving, whole', async () => {
    await serve();
    await store.addVectors(model, range(0, 5), keep);
    await store.changeState((state) => ({ ...state, building: next }));
    await store.addVectors(next, range(100, 105), keep);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(store.switchModel(keep)).rejects.toMatchObject({ failure: { kind: 'storage-full' } });
    full.mockRestore();
    expect(await nearest(3)).toEqual(['p3']);
    expect((await store.listIds(next)).size).toBe(5);
  });
  it('that was given up is removed, and what serves stays', async () => {
    await serve();
    await store.addVectors(model, range(0, 5), keep);
    await store.changeState((state) => ({ ...state, building: next }));
    await store.addVectors(next, range(100, 105), keep);
    await store.dropBuilding(keep);
    expect((await store.listIds(next)).size).toBe(0);
    expect(await nearest(3)).toEqual(['p3']);
  });
});

it('a batch whose change of state is refused is not written', async () => {
  expect(await store.addVectors(model, range(0, 5), () => undefined)).toBe(false);
  expect((await store.listIds(model)).size).toBe(0);
});

it('a full disk in the middle of a batch leaves nothing of it', async () => {
  await store.addVectors(model, range(0, 5), keep);
  // By now the block before has been taken away, to be merged.
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(store.addVectors(model, range(5, 9), keep)).rejects.toMatchObject({ failure: { kind: 'storage-full' } });
  full.mockRestore();
  expect([...(await store.listIds(model))]).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
});

it('given back, the memory is filled again at the next search', async () => {
  await serve();
  await store.addVectors(model, range(0, 5), keep);
  await nearest(1);
  search.release();
  expect(await nearest(2)).toEqual(['p2']);
});
