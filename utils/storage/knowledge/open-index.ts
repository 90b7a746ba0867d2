import { mergeSegments } from '../../retrieval/index/merge-segments.ts';
import type { SegmentReader } from '../../retrieval/index/segment-reader.ts';
import type { SegmentHead } from '../../retrieval/index/segment.ts';
import type { DesksideDatabase } from '../database.ts';
import { readManifest } from './change-index.ts';
import { chooseMerge, MANIFEST_KEY, type SegmentEntry } from './index-manifest.ts';
import { BUSY_BYTES, createPieceCache } from './piece-cache.ts';
import { openStoredSegment, pieceRanges, readDead, readHead, readSegment, segmentRange, toRecords } from './stored-segment.ts';

export type OpenSegment = { readonly entry: SegmentEntry; readonly reader: SegmentReader };

/** The index as searches see it. Heads stay at hand while their segment exists; everything else is read as needed. */
export function createOpenIndex(open: () => Promise<DesksideDatabase>) {
  const cache = createPieceCache();
  const heads = new Map<string, Promise<SegmentHead>>();
  let opened: Promise<readonly OpenSegment[]> | undefined;
  const load = async (): Promise<readonly OpenSegment[]> => {
    const database = await open();
    const { segments } = await readManifest(database);
    const alive = new Set(segments.map(({ id }) => id));
    for (const id of heads.keys()) if (!alive.has(id)) heads.delete(id);
    return Promise.all(
      segments.map(async (entry) => {
        const head = heads.get(entry.id) ?? readHead(database, entry.id);
        heads.set(entry.id, head);
        const dead = entry.dead > 0 ? await readDead(database, entry.id) : undefined;
        return { entry, reader: openStoredSegment(database, entry.id, await head, dead, cache) };
      }),
    );
  };
  let asked = 0;
  /** After a few questions more are to come: what they will need is read ahead, where it fits. */
  const readAhead = async (): Promise<void> => {
    const database = await open();
    for (const range of ((await opened) ?? []).flatMap(({ entry }) => pieceRanges(entry.id))) {
      const [keys, pieces] = await Promise.all([database.getAllKeys('index', range), database.getAll('index', range)]);
      for (const [at, key] of keys.entries()) {
        const piece = pieces[at];
        if (piece instanceof Uint8Array) cache.put(key, piece);
      }
    }
  };
  return {
    segments(): Promise<readonly OpenSegment[]> {
      asked += 1;
      cache.keepBusy();
      if (asked === READ_AHEAD_AT && opened) void readAheadIfFits(opened, readAhead);
      opened ??= load().catch((thrown: unknown) => {
        opened = undefined;
        heads.clear();
        throw thrown;
      });
      return opened;
    },
    /** The index has changed; the next search looks again. */
    forget(): void {
      opened = undefined;
    },
    forgetAll(): void {
      opened = undefined;
      heads.clear();
      cache.clear();
    },
  };
}

/** A worker that is asked this often will be asked more. */
const READ_AHEAD_AT = 4;
/** Bytes of a passage's pieces in the index, on average and a little more. */
const PASSAGE_BYTES = 250;

async function readAheadIfFits(opened: Promise<readonly OpenSegment[]>, readAhead: () => Promise<void>): Promise<void> {
  try {
    const passages = (await opened).reduce((sum, { entry }) => sum + entry.size, 0);
    if (passages * PASSAGE_BYTES < BUSY_BYTES) await readAhead();
  } catch {
    // Questions read what they need themselves.
  }
}

/** Merges segments until the index is in good shape; each merge is one transaction. Call it under the write lock. */
export async function mergeStored(database: DesksideDatabase): Promise<boolean> {
  const manifest = await readManifest(database);
  const chosen = chooseMerge(manifest);
  const [first] = chosen;
  if (!first) return false;
  const parts = await Promise.all(
    chosen.map(async ({ id }) => ({ segment: await readSegment(database, id), dead: await readDead(database, id) })),
  );
  const merged = mergeSegments(parts);
  const gone = new Set(chosen.map(({ id }) => id));
  const id = `${first.sourceId}#${manifest.nextSegment}`;
  const kept = manifest.segments.filter((entry) => !gone.has(entry.id));
  const transaction = database.transaction('index', 'readwrite');
  const put = merged.head.size === 0 ? [] : [...toRecords(id, merged)];
  const added = merged.head.size === 0 ? [] : [{ ...first, id, size: merged.head.size, dead: 0 }];
  await Promise.all([
    ...[...gone].map((old) => transaction.store.delete(segmentRange(old))),
    ...put.map(([key, value]) => transaction.store.put(value, key)),
    transaction.store.put({ version: 2, nextSegment: manifest.nextSegment + 1, segments: [...kept, ...added] }, MANIFEST_KEY),
    transaction.done,
  ]);
  return true;
}
