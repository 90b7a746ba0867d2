import { findHash, hashKey, type KeyKind } from '../index/hash-key.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import type { SegmentHead } from '../index/segment.ts';
import { toIdf } from './features.ts';

/** All segments that are searched together, and what is true of them as a whole. */
export type Corpus = {
  readonly segments: readonly SegmentReader[];
  readonly languages: readonly string[];
  readonly size: number;
  readonly articles: number;
  /** Means over passages (over articles for the last): content words, function words of the title, pairs of content words. */
  readonly averageLength: number;
  readonly averageTitleStops: number;
  readonly averagePairs: number;
  readonly averageArticleLength: number;
  /** Passages that hold a key. */
  readonly countKey: (kind: KeyKind, text: string) => number;
  /** Information of a key that a segment holds, by its place there. */
  readonly idfOfKey: (head: SegmentHead, key: number) => number;
};

type Totals = { lengths: number; titleStops: number; pairs: number };
const totalsOf = new WeakMap<SegmentHead, Totals>();

export function describeCorpus(segments: readonly SegmentReader[]): Corpus {
  const heads = segments.map(({ head }) => head);
  const size = sum(heads.map((head) => head.size));
  const articles = sum(heads.map((head) => head.articleStarts.length - 1));
  const totals = heads.map(totalsFor);
  const lengths = sum(totals.map((one) => one.lengths));
  const countHash = (hash: number): number =>
    sum(
      heads.map((head) => {
        const at = findHash(head.keyHashes, hash);
        return at < 0 ? 0 : (head.keyPassages[at] ?? 0);
      }),
    );
  const idfs = new Map<number, number>();
  return {
    segments,
    languages: [...new Set(heads.flatMap((head) => head.languages))],
    size,
    articles,
    averageLength: lengths / size || 1,
    averageTitleStops: sum(totals.map((one) => one.titleStops)) / size || 1,
    averagePairs: sum(totals.map((one) => one.pairs)) / size || 1,
    averageArticleLength: lengths / articles || 1,
    countKey: (kind, text) => countHash(hashKey(kind, text)),
    idfOfKey(head, key) {
      const hash = head.keyHashes[key] ?? 0;
      let idf = idfs.get(hash);
      if (idf === undefined) idfs.set(hash, (idf = toIdf(size, countHash(hash))));
      return idf;
    },
  };
}

function totalsFor(head: SegmentHead): Totals {
  let totals = totalsOf.get(head);
  if (totals) return totals;
  totals = { lengths: 0, titleStops: 0, pairs: 0 };
  for (let passage = 0; passage < head.size; passage += 1) {
    totals.lengths += head.lengths[passage] ?? 0;
    totals.titleStops += head.titleStops[passage] ?? 0;
    totals.pairs += countPairs(head, passage);
  }
  totalsOf.set(head, totals);
  return totals;
}

/** Neighbouring content words of title and of text. */
export function countPairs(head: SegmentHead, passage: number): number {
  const title = head.titleLengths[passage] ?? 0;
  const text = (head.lengths[passage] ?? 0) - title;
  return Math.max(0, title - 1) + Math.max(0, text - 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
