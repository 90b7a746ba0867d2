import type { Article, Passage, SourceId } from '../../domain/passage.ts';
import { cutPassages } from '../../retrieval/cut-passages.ts';
import { buildSegment, nameArticle } from '../../retrieval/index/build-segment.ts';
import type { DesksideDatabase } from '../database.ts';
import { hashText } from '../hash-text.ts';
import { emptyManifest, indexManifestSchema, MANIFEST_KEY, type IndexManifest, type SegmentEntry } from './index-manifest.ts';
import { deadRecord, markDead, readArticleHashes, readDead, readHead, toRecords } from './stored-segment.ts';

/** Passages of one new segment at most: what is built at once in a second or two. */
const MAX_BUILT = 64_000;

/** Everything that a change writes, worked out before its transaction begins: a transaction can't wait for hashes. */
export type IndexChange = {
  readonly manifest: IndexManifest;
  /** Records to put into the index. */
  readonly records: readonly (readonly [string, unknown])[];
  readonly passages: readonly Passage[];
  readonly removedPassages: number;
};

export async function readManifest(database: DesksideDatabase): Promise<IndexManifest> {
  return indexManifestSchema.safeParse(await database.get('index', MANIFEST_KEY)).data ?? emptyManifest;
}

/** What has to be written so that `stale` articles of a source are gone from the index and `fresh` ones are in it. */
export async function planChange(
  database: DesksideDatabase,
  sourceId: SourceId,
  pool: SegmentEntry['pool'],
  stale: readonly string[],
  fresh: readonly Article[],
): Promise<IndexChange> {
  const cut = await Promise.all(fresh.map((article) => cutPassages(article, hashPassage)));
  const passages = cut.flatMap((own) => [...new Map(own.map((passage) => [passage.id, passage])).values()]);
  const before = await readManifest(database);
  const marked = await Promise.all(
    before.segments.map((entry) => markStale(database, entry, entry.sourceId === sourceId ? stale : [])),
  );
  const records: (readonly [string, unknown])[] = marked.flatMap((one) => one.records);
  const segments = marked.map((one) => one.entry);
  let nextSegment = before.nextSegment;
  for (const part of splitBuilds(passages)) {
    const id = `${sourceId}#${nextSegment}`;
    nextSegment += 1;
    const segment = buildSegment(part);
    records.push(...toRecords(id, segment));
    segments.push({ id, sourceId, pool, size: part.length, dead: 0 });
  }
  const countDead = (entries: readonly SegmentEntry[]): number => entries.reduce((sum, { dead }) => sum + dead, 0);
  return {
    manifest: { version: 2, nextSegment, segments },
    records,
    passages,
    removedPassages: countDead(segments) - countDead(before.segments),
  };
}

async function markStale(
  database: DesksideDatabase,
  entry: SegmentEntry,
  stale: readonly string[],
): Promise<{ entry: SegmentEntry; records: (readonly [string, unknown])[] }> {
  if (stale.length === 0) return { entry, records: [] };
  const [head, hashes] = await Promise.all([readHead(database, entry.id), readArticleHashes(database, entry.id)]);
  let dead = await readDead(database, entry.id);
  let count = 0;
  for (const articleId of stale) {
    const marked = markDead(head, hashes, dead, nameArticle(entry.sourceId, articleId));
    if (!marked) continue;
    dead = marked.dead;
    count += marked.count;
  }
  if (count === 0 || !dead) return { entry, records: [] };
  return { entry: { ...entry, dead: entry.dead + count }, records: [deadRecord(entry.id, dead)] };
}

/** Cut between articles. */
function splitBuilds(passages: readonly Passage[]): Passage[][] {
  const parts: Passage[][] = [];
  for (const passage of passages) {
    const last = parts.at(-1);
    const isFull = last && last.length >= MAX_BUILT && last.at(-1)?.articleId !== passage.articleId;
    if (last && !isFull) last.push(passage);
    else parts.push([passage]);
  }
  return parts;
}

/** First 128 bits of SHA-256, hexadecimal: enough for a passage's name. */
async function hashPassage(text: string): Promise<string> {
  return (await hashText(text)).slice(0, 32);
}
