import { z } from 'zod';
import { findArticle } from '../../retrieval/index/hash-key.ts';
import type { SegmentReader } from '../../retrieval/index/segment-reader.ts';
import { POSTINGS_CHUNK, segmentHeadSchema, type Segment, type SegmentHead } from '../../retrieval/index/segment.ts';
import type { DesksideDatabase } from '../database.ts';
import type { PieceCache } from './piece-cache.ts';

/** Ids are 128 bits, hexadecimal. */
const ID_BYTES = 16;
const bytesSchema = z.instanceof(Uint8Array);
/** Ids that are read at once. */
const IDS_CHUNK = 1024;

const headKey = (id: string): string => `${id}/head`;
const deadKey = (id: string): string => `${id}/dead`;
const articlesKey = (id: string): string => `${id}/articles`;
const chunkKey = (id: string, chunk: number): string => `${id}/p/${chunk}`;
const blockKey = (id: string, block: number): string => `${id}/f/${block}`;
const idsKey = (id: string, chunk: number): string => `${id}/i/${chunk}`;

/** Everything that belongs to a segment. */
export const segmentRange = (id: string): IDBKeyRange => IDBKeyRange.bound(`${id}/`, `${id}/\uffff`);

/** Everything that questions read piece by piece. */
export const pieceRanges = (id: string): IDBKeyRange[] =>
  ['f', 'i', 'p'].map((kind) => IDBKeyRange.bound(`${id}/${kind}/`, `${id}/${kind}/\uffff`));

/** A segment as records: its head, its postings in chunks, its passages in blocks, so that a query reads a few of them. */
export function* toRecords(id: string, { head, postings, forward, ids, articleHashes }: Segment): Iterable<[string, unknown]> {
  yield [headKey(id), head];
  yield [articlesKey(id), articleHashes];
  for (let from = 0, chunk = 0; from < postings.length; from += POSTINGS_CHUNK, chunk += 1)
    yield [chunkKey(id, chunk), postings.slice(from, from + POSTINGS_CHUNK)];
  for (let block = 0; block + 1 < head.blockStarts.length; block += 1)
    yield [blockKey(id, block), forward.slice(head.blockStarts[block], head.blockStarts[block + 1])];
  for (let from = 0, chunk = 0; from < ids.length; from += IDS_CHUNK, chunk += 1)
    yield [idsKey(id, chunk), packIds(ids.slice(from, from + IDS_CHUNK))];
}

export async function readHead(database: DesksideDatabase, id: string): Promise<SegmentHead> {
  return segmentHeadSchema.parse(await database.get('index', headKey(id)));
}

export async function readDead(database: DesksideDatabase, id: string): Promise<Uint8Array | undefined> {
  return bytesSchema.safeParse(await database.get('index', deadKey(id))).data;
}

/** Marks the passages of an article dead; returns how many that were, and the record to put. `undefined` when it isn't here. */
export function markDead(
  head: SegmentHead,
  articleHashes: Uint32Array,
  dead: Uint8Array | undefined,
  article: string,
): { dead: Uint8Array; count: number } | undefined {
  const place = findArticle(articleHashes, article);
  if (place < 0) return undefined;
  const marks = dead ?? new Uint8Array(Math.ceil(head.size / 8));
  let count = 0;
  for (let passage = head.articleStarts[place] ?? 0; passage < (head.articleStarts[place + 1] ?? 0); passage += 1) {
    const bit = 1 << (passage & 7);
    if (((marks[passage >> 3] ?? 0) & bit) !== 0) continue;
    marks[passage >> 3] = (marks[passage >> 3] ?? 0) | bit;
    count += 1;
  }
  return count === 0 ? undefined : { dead: marks, count };
}

export async function readArticleHashes(database: DesksideDatabase, id: string): Promise<Uint32Array> {
  return z.instanceof(Uint32Array).parse(await database.get('index', articlesKey(id)));
}

export const deadRecord = (id: string, dead: Uint8Array): [string, unknown] => [deadKey(id), dead];

/** A stored segment that reads what a query needs and keeps it in `cache` for the next one. */
export function openStoredSegment(
  database: DesksideDatabase,
  id: string,
  head: SegmentHead,
  dead: Uint8Array | undefined,
  cache: PieceCache,
): SegmentReader {
  const readPieces = async (keys: readonly string[]): Promise<Uint8Array[]> => {
    const missing = keys.filter((key) => !cache.has(key));
    const fresh = new Map<string, Uint8Array>();
    if (missing.length > 0) {
      const store = database.transaction('index').store;
      const read = await Promise.all(missing.map((key) => store.get(key)));
      for (const [index, key] of missing.entries()) fresh.set(key, bytesSchema.parse(read[index]));
    }
    const pieces = keys.map((key) => fresh.get(key) ?? cache.get(key) ?? new Uint8Array());
    for (const [key, piece] of fresh) cache.put(key, piece);
    return pieces;
  };
  return {
    head,
    dead,
    async readPostings(keys) {
      const ranges = keys.map((key) => ({ from: head.keyOffsets[key] ?? 0, to: head.keyOffsets[key + 1] ?? 0 }));
      const wanted = [...new Set(ranges.flatMap(({ from, to }) => chunksOf(from, to)))];
      const read = await readPieces(wanted.map((chunk) => chunkKey(id, chunk)));
      const chunks = new Map(wanted.map((chunk, index) => [chunk, read[index]]));
      return ranges.map(({ from, to }) => cutRange(chunks, from, to));
    },
    readForward: (blocks) => readPieces(blocks.map((block) => blockKey(id, block))),
    async readIds(passages) {
      const chunks = [...new Set(passages.map((passage) => Math.floor(passage / IDS_CHUNK)))];
      const read = await readPieces(chunks.map((chunk) => idsKey(id, chunk)));
      const byChunk = new Map(chunks.map((chunk, index) => [chunk, read[index]]));
      return passages.map((passage) => unpackId(byChunk.get(Math.floor(passage / IDS_CHUNK)), passage % IDS_CHUNK));
    },
  };
}

/** The whole segment, to merge it. */
export async function readSegment(database: DesksideDatabase, id: string): Promise<Segment> {
  const head = await readHead(database, id);
  const store = database.transaction('index').store;
  const chunks = Math.ceil((head.keyOffsets.at(-1) ?? 0) / POSTINGS_CHUNK);
  const readAll = async (count: number, toKey: (at: number) => string): Promise<Uint8Array<ArrayBuffer>> =>
    join(
      (await Promise.all(Array.from({ length: count }, (_, at) => store.get(toKey(at))))).map((raw) => bytesSchema.parse(raw)),
    );
  const [postings, forward, ids] = await Promise.all([
    readAll(chunks, (chunk) => chunkKey(id, chunk)),
    readAll(head.blockStarts.length - 1, (block) => blockKey(id, block)),
    readAll(Math.ceil(head.size / IDS_CHUNK), (chunk) => idsKey(id, chunk)),
  ]);
  return {
    head,
    postings,
    forward,
    ids: Array.from({ length: head.size }, (_, at) => unpackId(ids, at)),
    articleHashes: (await readArticleHashes(database, id)).slice(),
  };
}

function chunksOf(from: number, to: number): number[] {
  if (to <= from) return [];
  const first = Math.floor(from / POSTINGS_CHUNK);
  return Array.from({ length: Math.floor((to - 1) / POSTINGS_CHUNK) - first + 1 }, (_, index) => first + index);
}

function cutRange(chunks: ReadonlyMap<number, Uint8Array | undefined>, from: number, to: number): Uint8Array {
  const parts = chunksOf(from, to).map((chunk) => {
    const start = chunk * POSTINGS_CHUNK;
    return (chunks.get(chunk) ?? new Uint8Array()).subarray(Math.max(0, from - start), to - start);
  });
  return parts.length === 1 ? (parts[0] ?? new Uint8Array()) : join(parts);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function packIds(ids: readonly string[]): Uint8Array {
  const packed = new Uint8Array(ids.length * ID_BYTES);
  for (const [index, id] of ids.entries())
    for (let byte = 0; byte < ID_BYTES; byte += 1)
      packed[index * ID_BYTES + byte] = Number.parseInt(id.slice(byte * 2, byte * 2 + 2), 16);
  return packed;
}

function unpackId(packed: Uint8Array | undefined, place: number): string {
  return Array.from(packed?.subarray(place * ID_BYTES, (place + 1) * ID_BYTES) ?? [], (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
