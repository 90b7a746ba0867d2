import type { IDBPObjectStore } from 'idb';
import { blockIdsSchema, blockRowsSchema, mergeBlocks, type VectorBlock } from '../retrieval/vectors/vector-blocks.ts';
import type { DesksideSchema } from './database.ts';
import { embeddingStateSchema, emptyState, type EmbeddingState } from './embedding-state.ts';

/*
 * Records of the store `vectors`:
 *   state                              the models, and the newest run
 *   rows/${modelKey}/${sourceId}/${n}  rows and scales of a block, written once
 *   ids/${modelKey}/${sourceId}/${n}   ids of its passages, one a line, empty where one is gone: one text is read
 *                                      ten times faster than ten thousand
 */
const STATE = 'state';
/** Digits of a block's number, so that keys sort as numbers do. */
const DIGITS = 8;

type Mode = 'readonly' | 'readwrite';
export type VectorRecords<M extends Mode = Mode> = IDBPObjectStore<DesksideSchema, ['vectors'], 'vectors', M>;
/** Which block: without its first part, the key of both of its records. */
export type BlockName = `${string}/${string}/${string}`;

export async function readState(store: VectorRecords): Promise<EmbeddingState> {
  return embeddingStateSchema.safeParse(await store.get(STATE)).data ?? emptyState;
}

export async function writeState(store: VectorRecords<'readwrite'>, state: EmbeddingState): Promise<void> {
  await store.put(embeddingStateSchema.parse(state), STATE);
}

/** Names of a model's blocks, of one source or of all, by source and in the order they were added. */
export async function listBlocks(store: VectorRecords, modelKey: string, sourceId?: string): Promise<BlockName[]> {
  const keys = await store.getAllKeys(rangeOf('ids', modelKey, sourceId));
  return keys.map((key) => key.slice('ids/'.length) as BlockName);
}

/** The name after the last of a source's blocks. */
export function toNextName(modelKey: string, sourceId: string, last: BlockName | undefined): BlockName {
  const number = last === undefined ? 0 : Number(last.slice(last.lastIndexOf('/') + 1)) + 1;
  return `${modelKey}/${encodeURIComponent(sourceId)}/${String(number).padStart(DIGITS, '0')}`;
}

export async function readIds(store: VectorRecords, name: BlockName): Promise<string[]> {
  return blockIdsSchema.safeParse(await store.get(`ids/${name}`)).data?.split('\n') ?? [];
}

/** A whole block; one whose records can't be read, or don't fit each other, is empty. */
export async function readBlock(store: VectorRecords, name: BlockName, stride: number): Promise<VectorBlock> {
  const ids = await readIds(store, name);
  return (await readRows(store, name, ids, stride)) ?? mergeBlocks([], stride);
}

/** The block of these ids; `undefined` when its rows can't be read or don't fit them. */
export async function readRows(
  store: VectorRecords,
  name: BlockName,
  ids: readonly string[],
  stride: number,
): Promise<VectorBlock | undefined> {
  const stored = blockRowsSchema.safeParse(await store.get(`rows/${name}`)).data;
  const fits = stored && stored.scales.length === ids.length && stored.rows.length === ids.length * stride;
  return fits ? { ids, ...stored } : undefined;
}

export async function writeBlock(store: VectorRecords<'readwrite'>, name: BlockName, block: VectorBlock): Promise<void> {
  const { ids, rows, scales } = block;
  await store.put({ rows, scales }, `rows/${name}`);
  await writeIds(store, name, ids);
}

export async function writeIds(store: VectorRecords<'readwrite'>, name: BlockName, ids: readonly string[]): Promise<void> {
  await store.put(ids.join('\n'), `ids/${name}`);
}

export async function deleteBlock(store: VectorRecords<'readwrite'>, name: BlockName): Promise<void> {
  await store.delete(`rows/${name}`);
  await store.delete(`ids/${name}`);
}

/** Removes every vector of a model, or of all. */
export async function deleteModel(store: VectorRecords<'readwrite'>, modelKey?: string): Promise<void> {
  await store.delete(rangeOf('rows', modelKey));
  await store.delete(rangeOf('ids', modelKey));
}

function rangeOf(kind: 'rows' | 'ids', modelKey?: string, sourceId?: string): IDBKeyRange {
  const parts = [kind, modelKey, sourceId === undefined ? undefined : encodeURIComponent(sourceId)];
  const path = parts.filter((part) => part !== undefined).join('/');
  // "0" is the character after "/".
  return IDBKeyRange.bound(`${path}/`, `${path}0`, false, true);
}
