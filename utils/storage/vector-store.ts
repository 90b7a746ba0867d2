import { FailureError } from '../domain/failure.ts';
import { quantiseRow, toStride } from '../retrieval/vectors/quantise.ts';
import { markGone, mergeBlocks, shouldCompact, shouldMerge, type VectorBlock } from '../retrieval/vectors/vector-blocks.ts';
import type { DesksideDatabase } from './database.ts';
import { emptyState, toModelKey, type EmbeddingState, type VectorModel } from './embedding-state.ts';
import { toStorageFailure } from './storage-failure.ts';
import * as records from './vector-records.ts';
import type { VectorRecords } from './vector-records.ts';

export type PassageVector = { readonly id: string; readonly sourceId: string; readonly vector: ArrayLike<number> };
/** What the state becomes; `undefined` leaves everything as it is, the vectors too. */
export type StateChange = (state: EmbeddingState) => EmbeddingState | undefined;

/** Vectors of passages. Every method is one transaction: whole or not at all. All throw `FailureError` (`storage-full`, `storage-broken`). */
export type VectorStore = {
  readonly readState: () => Promise<EmbeddingState>;
  /** Resolves to the state as it is then. */
  readonly changeState: (change: StateChange) => Promise<EmbeddingState>;
  /** Ids of the passages that have a vector of this model. */
  readonly listIds: (model: VectorModel) => Promise<Set<string>>;
  /** Adds vectors, and changes the state in the same transaction; tells whether it did. A vector without a direction is left out. */
  readonly addVectors: (model: VectorModel, vectors: readonly PassageVector[], change: StateChange) => Promise<boolean>;
  /** Marks vectors as gone; blocks with too many of these are written anew. */
  readonly removeVectors: (model: VectorModel, ids: ReadonlySet<string>) => Promise<void>;
  /** Lets the set that was being made serve, and removes the one that did; nothing when none is being made. */
  readonly switchModel: (change: StateChange) => Promise<EmbeddingState>;
  /** Removes the set that is being made; what serves stays. */
  readonly dropBuilding: (change: (state: EmbeddingState) => EmbeddingState) => Promise<EmbeddingState>;
  /** Removes everything. */
  readonly clear: () => Promise<void>;
};

export function createVectorStore(open: () => Promise<DesksideDatabase>): VectorStore {
  const change = async <T>(work: (store: VectorRecords<'readwrite'>) => Promise<T>): Promise<T> => {
    try {
      const transaction = (await open()).transaction('vectors', 'readwrite', { durability: 'strict' });
      try {
        const result = await work(transaction.store);
        await transaction.done;
        return result;
      } catch (thrown) {
        transaction.done.catch(() => undefined);
        abortQuietly(transaction);
        throw thrown;
      }
    } catch (thrown) {
      throw new FailureError(toStorageFailure(thrown), { cause: thrown });
    }
  };
  const read = async <T>(work: (store: VectorRecords<'readonly'>) => Promise<T>): Promise<T> => {
    try {
      return await work((await open()).transaction('vectors', 'readonly').store);
    } catch (thrown) {
      throw new FailureError(toStorageFailure(thrown), { cause: thrown });
    }
  };

  return {
    readState: () => read(records.readState),
    changeState: (toNext) =>
      change(async (store) => {
        const state = await records.readState(store);
        const next = toNext(state);
        if (next) await records.writeState(store, next);
        return next ?? state;
      }),
    listIds: (model) =>
      read(async (store) => {
        const names = await records.listBlocks(store, toModelKey(model));
        const ids = await Promise.all(names.map((name) => records.readIds(store, name)));
        return new Set(ids.flat().filter((id) => id !== ''));
      }),
    addVectors(model, vectors, toNext) {
      const blocks = toBlocks(vectors, toStride(model.dimensions));
      return change(async (store) => {
        const next = toNext(await records.readState(store));
        if (!next) return false;
        for (const [sourceId, block] of blocks) await appendBlock(store, model, sourceId, block);
        await records.writeState(store, toRevised(next, model));
        return true;
      });
    },
    removeVectors: (model, gone) =>
      change(async (store) => {
        for (const name of await records.listBlocks(store, toModelKey(model))) await removeFromBlock(store, model, name, gone);
        await records.writeState(store, toRevised(await records.readState(store), model));
      }),
    switchModel: (toNext) =>
      change(async (store) => {
        const state = await records.readState(store);
        const { building, ...others } = state;
        if (building?.dimensions === undefined) return state;
        const serving = { ...building, dimensions: building.dimensions };
        const next = toNext({ ...others, serving, revision: state.revision + 1 });
        if (!next) return state;
        if (state.serving) await records.deleteModel(store, toModelKey(state.serving));
        await records.writeState(store, next);
        return next;
      }),
    dropBuilding: (toNext) =>
      change(async (store) => {
        const { building, ...state } = await records.readState(store);
        if (building?.dimensions !== undefined) {
          await records.deleteModel(store, toModelKey({ ...building, dimensions: building.dimensions }));
        }
        const next = toNext(state);
        await records.writeState(store, next);
        return next;
      }),
    clear: () =>
      change(async (store) => {
        const { revision, generations } = await records.readState(store);
        await records.deleteModel(store);
        await records.writeState(store, { ...emptyState, generations, revision: revision + 1 });
      }),
  };
}

/** One block for each source. */
function toBlocks(vectors: readonly PassageVector[], stride: number): Map<string, VectorBlock> {
  const blocks = new Map<string, VectorBlock>();
  for (const [sourceId, own] of Map.groupBy(vectors, (each) => each.sourceId)) {
    const singles = own.flatMap(({ id, vector }): VectorBlock[] => {
      const row = quantiseRow(vector);
      return row && row.levels.length === stride ? [{ ids: [id], rows: row.levels, scales: Float32Array.of(row.scale) }] : [];
    });
    if (singles.length > 0) blocks.set(sourceId, mergeBlocks(singles, stride));
  }
  return blocks;
}

/** Adds a block at the end of a source's, merged with those before it that are not much larger. */
async function appendBlock(
  store: VectorRecords<'readwrite'>,
  model: VectorModel,
  sourceId: string,
  block: VectorBlock,
): Promise<void> {
  const stride = toStride(model.dimensions);
  const names = await records.listBlocks(store, toModelKey(model), sourceId);
  let merged = block;
  for (let last = names.at(-1); last !== undefined; last = names.at(-1)) {
    if (!shouldMerge((await records.readIds(store, last)).length, merged.ids.length, stride)) break;
    merged = mergeBlocks([await records.readBlock(store, last, stride), merged], stride);
    await records.deleteBlock(store, last);
    names.pop();
  }
  await records.writeBlock(store, records.toNextName(toModelKey(model), sourceId, names.at(-1)), merged);
}

async function removeFromBlock(
  store: VectorRecords<'readwrite'>,
  model: VectorModel,
  name: records.BlockName,
  gone: ReadonlySet<string>,
): Promise<void> {
  const ids = markGone(await records.readIds(store, name), gone);
  if (!ids) return;
  if (!shouldCompact(ids)) return records.writeIds(store, name, ids);
  const stride = toStride(model.dimensions);
  const compact = mergeBlocks([{ ...(await records.readBlock(store, name, stride)), ids }], stride);
  await (compact.ids.length === 0 ? records.deleteBlock(store, name) : records.writeBlock(store, name, compact));
}

/** The state with its revision counted on when it is the serving set that has changed. */
function toRevised(state: EmbeddingState, model: VectorModel): EmbeddingState {
  const serves = state.serving !== undefined && toModelKey(state.serving) === toModelKey(model);
  return serves ? { ...state, revision: state.revision + 1 } : state;
}

function abortQuietly(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
