import { findHash, hashKey, type KeyKind } from '../index/hash-key.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import type { SegmentHead } from '../index/segment.ts';
import { toIdf, type Saturation } from './features.ts';

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
  /** Passages that hold a word, by its hash. */
  readonly countWord: (hash: number) => number;
  /** Information of a word in any of its forms. */
  readonly idfOfStems: (stems: readonly string[]) => number;
  /** Information of a key that a segment holds, by its place there. */
  readonly idfOfKey: (head: SegmentHead, key: number) => number;
};

export function describeCorpus(segments: readonly SegmentReader[]): Corpus {
  const isSame = last?.segments.length === segments.length && last.segments.every(({ head }, at) => head === segments[at]?.head);
  if (last && isSame) return { ...last, segments };
  last = describe(segments);
  return last;
}

/** Questions come one after another at the same corpus, and ask for the same words again. */
let last: Corpus | undefined;
/** Idfs that are kept; more than any conversation needs. */
const MAX_KEPT = 20_000;

function describe(segments: readonly SegmentReader[]): Corpus {
  const heads = segments.map(({ head }) => head);
  const size = sum(heads.map((head) => head.size));
  const articles = sum(heads.map((head) => head.articleStarts.length - 1));
  const totals = heads.map((head) => head.totals);
  const lengths = sum(totals.map((one) => one.length));
  const countHash = (hash: number): number => {
    let count = 0;
    for (const head of heads) {
      const at = findHash(head.keyHashes, hash);
      if (at >= 0) count += head.keyPassages[at] ?? 0;
    }
    return count;
  };
  const idfs = new Map<number, number>();
  const toIdfOf = (hash: number): number => {
    let idf = idfs.get(hash);
    if (idf === undefined) {
      if (idfs.size > MAX_KEPT) idfs.clear();
      idfs.set(hash, (idf = toIdf(size, countHash(hash))));
    }
    return idf;
  };
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
    countWord(hash) {
      let count = 0;
      for (const head of heads)
        for (let at = findHash(head.wordHashes, hash); at >= 0 && head.wordHashes[at] === hash; at += 1)
          count += head.wordPassages[at] ?? 0;
      return Math.min(count, size);
    },
    idfOfStems(stems) {
      const [first = '', ...others] = stems;
      if (others.length === 0) return toIdfOf(hashKey('stem', first));
      return toIdf(size, sum(stems.map((stem) => countHash(hashKey('stem', stem)))));
    },
    idfOfKey: (head, key) => toIdfOf(head.keyHashes[key] ?? 0),
  };
}

const articlesOf = new WeakMap<SegmentHead, Uint32Array>();

/** Article of each passage. */
export function articlesFor(head: SegmentHead): Uint32Array {
  let articles = articlesOf.get(head);
  if (articles) return articles;
  articles = new Uint32Array(head.size);
  for (let article = 0; article + 1 < head.articleStarts.length; article += 1)
    articles.fill(article, head.articleStarts[article], head.articleStarts[article + 1]);
  articlesOf.set(head, articles);
  return articles;
}

const normsOf = new WeakMap<SegmentHead, { average: number; norms: Float32Array }>();

/** What BM25 adds to the frequency below the line, for each passage of a segment; kept while the corpus is as it was. */
export function toNorms(corpus: Corpus, head: SegmentHead, { k1, b }: Saturation): Float32Array {
  const known = normsOf.get(head);
  if (known?.average === corpus.averageLength) return known.norms;
  const norms = Float32Array.from(head.lengths, (length) => k1 * (1 - b + (b * length) / corpus.averageLength));
  normsOf.set(head, { average: corpus.averageLength, norms });
  return norms;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
