import { createByteWriter, readNumber, type ByteReader } from './bytes.ts';
import { decodePostings } from './postings.ts';
import { isDead } from './segment-reader.ts';
import { addTotals, BLOCK_PASSAGES, type Scope, type Segment, type SegmentHead } from './segment.ts';

export type MergePart = { readonly segment: Segment; readonly dead: Uint8Array | undefined };

/** One segment out of several: dead passages are left out, the others keep their order. Nothing is read from texts again. */
export function mergeSegments(parts: readonly MergePart[]): Segment {
  const alive = parts.map(({ segment, dead }) => numberAlive(segment.head, dead));
  const offsets: number[] = [];
  let size = 0;
  for (const { count } of alive) {
    offsets.push(size);
    size += count;
  }
  const per = <T>(read: (head: SegmentHead, passage: number, part: number) => T): T[] =>
    parts.flatMap(({ segment: { head } }, part) =>
      [...(alive[part]?.passages ?? [])].map((passage) => read(head, passage, part)),
    );
  const languages = [...new Set(parts.flatMap(({ segment }) => segment.head.languages))];
  const { scopes, scopeOf } = mergeScopes(parts, per);
  const articles = mergeArticles(parts, alive, offsets, size);
  const words = mergeWords(parts, alive);
  const keys = mergeKeys(parts, alive, offsets);
  const forward = mergeForward(parts, alive, words.numberOf);
  const sizes = {
    lengths: Uint16Array.from(per((head, passage) => head.lengths[passage] ?? 0)),
    titleLengths: Uint8Array.from(per((head, passage) => head.titleLengths[passage] ?? 0)),
    titleStops: Uint8Array.from(per((head, passage) => head.titleStops[passage] ?? 0)),
  };
  return {
    head: {
      version: 2,
      size,
      audiences: Uint8Array.from(per((head, passage) => head.audiences[passage] ?? 0)),
      languages,
      languageOf: Uint8Array.from(per((head, passage) => languages.indexOf(head.languages[head.languageOf[passage] ?? 0] ?? ''))),
      scopes,
      scopeOf,
      ...sizes,
      totals: addTotals(sizes),
      articleStarts: articles.starts,
      keyHashes: keys.hashes,
      keyOffsets: keys.offsets,
      keyPassages: keys.passages,
      wordHashes: words.hashes,
      wordNumbers: words.numbers,
      wordPassages: words.passages,
      stemKeys: Uint32Array.from(words.stemHashes, (hash) => keys.placeOf.get(hash) ?? 0),
      blockStarts: forward.blockStarts,
    },
    postings: keys.postings,
    forward: forward.bytes,
    ids: parts.flatMap(({ segment }, part) => [...(alive[part]?.passages ?? [])].map((passage) => segment.ids[passage] ?? '')),
    articleHashes: articles.hashes,
  };
}

type Alive = {
  readonly count: number;
  /** Those that are kept, ascending. */
  readonly passages: Uint32Array;
  /** New number within the part by old number; -1 for a dead one. */
  readonly place: Int32Array;
};

function numberAlive(head: SegmentHead, dead: Uint8Array | undefined): Alive {
  const place = new Int32Array(head.size).fill(-1);
  const passages = new Uint32Array(head.size);
  let count = 0;
  for (let passage = 0; passage < head.size; passage += 1) {
    if (isDead(dead, passage)) continue;
    place[passage] = count;
    passages[count] = passage;
    count += 1;
  }
  return { count, passages: passages.subarray(0, count), place };
}

function mergeScopes(
  parts: readonly MergePart[],
  per: <T>(read: (head: SegmentHead, passage: number, part: number) => T) => T[],
): { scopes: Scope[]; scopeOf: Uint16Array<ArrayBuffer> } {
  const names = [...new Set(parts.flatMap(({ segment }) => segment.head.scopes.map((scope) => JSON.stringify(scope))))];
  const byName = new Map(parts.flatMap(({ segment }) => segment.head.scopes.map((scope) => [JSON.stringify(scope), scope])));
  const scopeOf = per((head, passage) => {
    const scope = head.scopes[(head.scopeOf[passage] ?? 0) - 1];
    return scope ? names.indexOf(JSON.stringify(scope)) + 1 : 0;
  });
  return { scopes: names.flatMap((name) => byName.get(name) ?? []), scopeOf: Uint16Array.from(scopeOf) };
}

function mergeArticles(parts: readonly MergePart[], alive: readonly Alive[], offsets: readonly number[], size: number) {
  const starts: number[] = [];
  const hashes: number[] = [];
  for (const [part, { segment }] of parts.entries()) {
    const { articleStarts } = segment.head;
    for (let article = 0; article + 1 < articleStarts.length; article += 1) {
      let first = -1;
      const end = articleStarts[article + 1] ?? 0;
      for (let passage = articleStarts[article] ?? 0; passage < end && first < 0; passage += 1)
        first = alive[part]?.place[passage] ?? -1;
      if (first < 0) continue;
      starts.push((offsets[part] ?? 0) + first);
      hashes.push(segment.articleHashes[article * 2] ?? 0, segment.articleHashes[article * 2 + 1] ?? 0);
    }
  }
  return { starts: Uint32Array.from([...starts, size]), hashes: Uint32Array.from(hashes) };
}

/** Words of all parts by hash and stem, numbered anew by how common they are; words that only dead passages held go. */
function mergeWords(parts: readonly MergePart[], alive: readonly Alive[]) {
  const numberOf = parts.map(({ segment }) => new Uint32Array(segment.head.stemKeys.length));
  const byName = new Map<string, number>();
  const hashes: number[] = [];
  const stemHashes: number[] = [];
  for (const [part, { segment }] of parts.entries()) {
    const { head } = segment;
    for (let at = 0; at < head.wordHashes.length; at += 1) {
      const number = head.wordNumbers[at] ?? 0;
      const hash = head.wordHashes[at] ?? 0;
      const stem = head.keyHashes[head.stemKeys[number] ?? 0] ?? 0;
      const name = `${hash} ${stem}`;
      let known = byName.get(name);
      if (known === undefined) {
        known = hashes.length;
        byName.set(name, known);
        hashes.push(hash);
        stemHashes.push(stem);
      }
      const own = numberOf[part];
      if (own) own[number] = known;
    }
  }
  const passages = countPassages(parts, alive, numberOf, hashes.length);
  const order = Uint32Array.from({ length: hashes.length }, (_, word) => word)
    .filter((word) => (passages[word] ?? 0) > 0)
    .sort((a, b) => (passages[b] ?? 0) - (passages[a] ?? 0) || a - b);
  const place = new Uint32Array(hashes.length);
  for (const [at, word] of order.entries()) place[word] = at;
  for (const own of numberOf) for (const [word, known] of own.entries()) own[word] = place[known] ?? 0;
  const byHash = order.slice().sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b);
  return {
    numberOf,
    hashes: Uint32Array.from(byHash, (word) => hashes[word] ?? 0),
    numbers: Uint32Array.from(byHash, (word) => place[word] ?? 0),
    passages: Uint32Array.from(byHash, (word) => passages[word] ?? 0),
    stemHashes: Uint32Array.from(order, (word) => stemHashes[word] ?? 0),
  };
}

function countPassages(parts: readonly MergePart[], alive: readonly Alive[], numberOf: readonly Uint32Array[], words: number) {
  const passages = new Uint32Array(words);
  const last = new Int32Array(words).fill(-1);
  let passage = 0;
  for (const [part, { segment }] of parts.entries()) {
    eachAlive(segment, alive[part], (reader, end) => {
      for (let zeros = 0; reader.at < end && zeros < 2;) {
        const token = readNumber(reader);
        if (token === 0) zeros += 1;
        if (token < 2) continue;
        const word = numberOf[part]?.[token - 2] ?? 0;
        if (last[word] !== passage) passages[word] = (passages[word] ?? 0) + 1;
        last[word] = passage;
      }
      passage += 1;
    });
  }
  return passages;
}

function mergeForward(parts: readonly MergePart[], alive: readonly Alive[], numberOf: readonly Uint32Array[]) {
  const writer = createByteWriter(1 << 16);
  const blockStarts: number[] = [];
  let passage = 0;
  for (const [part, { segment }] of parts.entries()) {
    eachAlive(segment, alive[part], (reader, end) => {
      if (passage % BLOCK_PASSAGES === 0) blockStarts.push(writer.length());
      const one = createByteWriter(256);
      for (let zeros = 0; reader.at < end;) {
        const token = readNumber(reader);
        one.write(token < 2 || zeros === 2 ? token : (numberOf[part]?.[token - 2] ?? 0) + 2);
        if (token === 0) zeros += 1;
      }
      const bytes = one.finish();
      writer.write(bytes.length);
      writer.append(bytes);
      passage += 1;
    });
  }
  return { bytes: writer.finish(), blockStarts: Uint32Array.from([...blockStarts, writer.length()]) };
}

/** Goes through the passages that are kept, each with a reader at its first token and where it ends. */
function eachAlive(segment: Segment, alive: Alive | undefined, visit: (reader: ByteReader, end: number) => void): void {
  const reader: ByteReader = { bytes: segment.forward, at: 0 };
  for (let passage = 0; passage < segment.head.size; passage += 1) {
    const length = readNumber(reader);
    const end = reader.at + length;
    if ((alive?.place[passage] ?? -1) >= 0) visit(reader, end);
    reader.at = end;
  }
}

/** Postings of all parts, key by key in the order of hashes. Function words' counts are those of the parts, dead ones included. */
function mergeKeys(parts: readonly MergePart[], alive: readonly Alive[], offsets: readonly number[]) {
  const all = Uint32Array.from(new Set(parts.flatMap(({ segment }) => [...segment.head.keyHashes]))).sort();
  const writer = createByteWriter(1 << 16);
  const hashes: number[] = [];
  const keyOffsets: number[] = [];
  const passages: number[] = [];
  const at = parts.map(() => 0);
  for (const hash of all) {
    const start = writer.length();
    let last = -1;
    let held = 0;
    let counted = 0;
    for (const [part, { segment }] of parts.entries()) {
      const key = at[part] ?? 0;
      if (segment.head.keyHashes[key] !== hash) continue;
      at[part] = key + 1;
      const bytes = segment.postings.subarray(segment.head.keyOffsets[key], segment.head.keyOffsets[key + 1]);
      const list = decodePostings(bytes);
      const isCountedElsewhere = (segment.head.keyPassages[key] ?? 0) > list.passages.length;
      if (isCountedElsewhere) counted += segment.head.keyPassages[key] ?? 0;
      for (const [index, old] of list.passages.entries()) {
        const place = alive[part]?.place[old] ?? -1;
        if (place < 0) continue;
        const passage = (offsets[part] ?? 0) + place;
        const count = list.counts[index] ?? 2;
        writer.write(((passage - last) << 2) | ((count & 1) << 1) | (count >> 1 > 1 ? 1 : 0));
        if (count >> 1 > 1) writer.write(count >> 1);
        last = passage;
        held += 1;
        if (!isCountedElsewhere) counted += 1;
      }
    }
    if (held === 0 && counted === 0) continue;
    hashes.push(hash);
    keyOffsets.push(start);
    passages.push(counted);
  }
  return {
    hashes: Uint32Array.from(hashes),
    offsets: Uint32Array.from([...keyOffsets, writer.length()]),
    passages: Uint32Array.from(passages),
    placeOf: new Map(hashes.map((hash, place) => [hash, place])),
    postings: writer.finish(),
  };
}
