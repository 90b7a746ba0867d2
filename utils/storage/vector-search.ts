import { FailureError } from '../domain/failure.ts';
import { quantiseQuery, toStride } from '../retrieval/vectors/quantise.ts';
import { findTopRows } from '../retrieval/vectors/top-rows.ts';
import { createVectorMatrix, type VectorMatrix } from '../retrieval/vectors/vector-matrix.ts';
import type { DesksideDatabase } from './database.ts';
import { toModelKey, type VectorModel } from './embedding-state.ts';
import { toStorageFailure } from './storage-failure.ts';
import { listBlocks, readIds, readRows, readState, type VectorRecords } from './vector-records.ts';

/**
 * Says which rows may be ranked: sets `allowed[row]` to 1 for each id that may be, the others are 0. `ids` is the same
 * array as long as the vectors are the same, so what it maps to may be kept with it. Rows of passages that are gone have
 * an empty id.
 */
export type AllowRows = (ids: readonly string[], allowed: Uint8Array) => void;

/** `score` is the cosine with the query, -1 to 1. */
export type VectorHit = { readonly id: string; readonly score: number };

export type VectorSearch = {
  /** The model whose vectors serve; the query has to be embedded by it. */
  readonly servingModel: () => Promise<VectorModel | undefined>;
  /**
   * The `limit` nearest passages among those allowed, best first; none while no set of vectors serves. Throws
   * `FailureError`: `storage-broken`, and `unexpected` for a query of other dimensions or without a direction.
   */
  readonly searchVectors: (query: ArrayLike<number>, allow: AllowRows, limit: number) => Promise<VectorHit[]>;
  /** Reads the vectors, so that the search that follows doesn't wait for them. Never rejects. */
  readonly prepare: () => Promise<void>;
  /** Gives the memory back; the next search reads again. */
  readonly release: () => void;
};

/** At rest a worker keeps nothing of them; it is ended after half a minute anyway. */
const REST_AFTER_MS = 20_000;

type Loaded = { readonly revision: number; readonly matrix: VectorMatrix; readonly ids: readonly string[] };

/** Searches the vectors that serve. They are read at the first search, and again when they have changed. */
export function createVectorSearch(open: () => Promise<DesksideDatabase>): VectorSearch {
  let loaded: Promise<Loaded | undefined> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const release = (): void => {
    clearTimeout(rest);
    loaded = undefined;
  };
  const restLater = (): void => {
    clearTimeout(rest);
    rest = setTimeout(release, REST_AFTER_MS);
  };
  const records = async (): Promise<VectorRecords<'readonly'>> => (await open()).transaction('vectors', 'readonly').store;
  const load = async (): Promise<Loaded | undefined> => {
    // One transaction: what is read belongs together, whatever is written meanwhile.
    const store = await records();
    const { serving, revision } = await readState(store);
    if (!serving) return undefined;
    const stride = toStride(serving.dimensions);
    const names = await listBlocks(store, toModelKey(serving));
    const idsOf = await Promise.all(names.map((name) => readIds(store, name)));
    const ids = idsOf.flat();
    const matrix = createVectorMatrix(ids.length, serving.dimensions);
    // All are asked for at once; each is copied when it comes, and its own memory goes.
    let at = 0;
    await Promise.all(
      names.map(async (name, index) => {
        const own = idsOf[index] ?? [];
        const place = at;
        at += own.length;
        const block = await readRows(store, name, own, stride);
        if (block) matrix.putRows(place, block.rows, block.scales);
        // A broken record takes its own passages out of the search and no others.
        else ids.fill('', place, place + own.length);
      }),
    );
    return { revision, matrix, ids };
  };
  const readLoaded = async (): Promise<Loaded | undefined> => {
    try {
      const { revision } = await readState(await records());
      const before = await loaded;
      if (before?.revision === revision) return before;
      loaded = load();
      return await loaded;
    } catch (thrown) {
      loaded = undefined;
      throw new FailureError(toStorageFailure(thrown), { cause: thrown });
    }
  };
  return {
    servingModel: async () => (await readState(await records())).serving,
    prepare: () =>
      readLoaded().then(
        () => restLater(),
        () => undefined,
      ),
    async searchVectors(vector, allow, limit) {
      const found = await readLoaded();
      if (!found) return [];
      const { matrix, ids } = found;
      const query = quantiseQuery(vector);
      if (!query || vector.length !== matrix.dimensions) {
        const said = `The query has ${vector.length} numbers, the vectors have ${matrix.dimensions}.`;
        throw new FailureError({ kind: 'unexpected', said });
      }
      restLater();
      matrix.allowed.fill(0);
      allow(ids, matrix.allowed);
      for (let row = 0; row < matrix.capacity; row += 1) if (ids[row] === '') matrix.allowed[row] = 0;
      return findTopRows(matrix.score(query), limit).flatMap(({ row, score }) => {
        const id = ids[row];
        return id ? [{ id, score: score * query.scale }] : [];
      });
    },
    release,
  };
}

/** Allows the passages of which `isAllowed` says so. It is asked once for each as long as this and the vectors stay the same. */
export function allowIf(isAllowed: (id: string) => boolean): AllowRows {
  const masks = new WeakMap<readonly string[], Uint8Array>();
  return (ids, allowed) => {
    const mask = masks.get(ids) ?? Uint8Array.from(ids, (id) => (id !== '' && isAllowed(id) ? 1 : 0));
    masks.set(ids, mask);
    allowed.set(mask);
  };
}
