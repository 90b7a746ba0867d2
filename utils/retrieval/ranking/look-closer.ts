import { readNumber, type ByteReader } from '../index/bytes.ts';
import { findHash, hashKey } from '../index/hash-key.ts';
import { toBlock } from '../index/segment-reader.ts';
import type { SegmentHead } from '../index/segment.ts';
import { countPairs, type Corpus } from './corpus.ts';
import { bm25, toIdf, type Features, type Saturation } from './features.ts';
import { WORDS, type Candidate } from './find-candidates.ts';
import type { ReadQuery } from './read-query.ts';

const EXACT: Saturation = { k1: 1.6, b: 0.75 };
const PAIRS: Saturation = { k1: 1.2, b: 0.75 };

/** What was found in a passage word by word. */
export type Sight = {
  readonly candidate: Candidate;
  /** How often each unit stands there. */
  readonly units: Float64Array;
  readonly exact: Float64Array;
  readonly pairs: Float64Array;
  readonly titleShare: number;
  readonly bestSentence: number;
};

/** Reads candidates word by word and gives all their features, in the order of the candidates. */
export async function lookCloser(
  corpus: Corpus,
  query: ReadQuery,
  candidates: readonly Candidate[],
  pairPassages?: (pair: string) => number,
): Promise<{ features: Features[]; sights: Sight[] }> {
  const unitIdfs = query.units.map(({ stems }) =>
    toIdf(
      corpus.size,
      Math.min(
        corpus.size,
        stems.reduce((sum, stem) => sum + corpus.countKey('stem', stem), 0),
      ),
    ),
  );
  const words = [...query.words].map(([word, weight]) => ({ hash: hashKey('word', word), weight }));
  const pairs = [...query.pairs].map(([pair, weight], index) => ({ pair, weight, index }));
  const pairPlaces = new Map(pairs.map(({ pair, index }) => [pair, index]));
  const exactIdfs = words.map(({ hash }) => toIdf(corpus.size, countWord(corpus, hash)));

  const sights: Sight[] = new Array<Sight>(candidates.length);
  await Promise.all(
    corpus.segments.map(async ({ head, readForward }, at) => {
      const own = candidates.flatMap((candidate, place) => (candidate.segment === at ? [{ candidate, place }] : []));
      const blocks = [...new Set(own.map(({ candidate }) => toBlock(candidate.passage).block))];
      if (blocks.length === 0) return;
      const read = await readForward(blocks);
      const bytesOf = new Map(blocks.map((block, index) => [block, read[index]]));
      const unitOfKey = mapKeys(head, query);
      const wordOfNumber = mapWords(head, words);
      for (const { candidate, place } of own) {
        const { block, before } = toBlock(candidate.passage);
        const bytes = bytesOf.get(block);
        if (bytes) sights[place] = see(candidate, head, bytes, before, unitOfKey, wordOfNumber);
      }
    }),
  );

  const pairIdfs = pairs.map(({ pair, index }) =>
    toIdf(corpus.size, pairPassages?.(pair) ?? sights.reduce((sum, sight) => sum + ((sight.pairs[index] ?? 0) > 0 ? 1 : 0), 0)),
  );
  const features = sights.map(({ candidate, exact, pairs: seen, titleShare, bestSentence }): Features => {
    const head = corpus.segments[candidate.segment]?.head;
    const length = head?.lengths[candidate.passage] ?? 0;
    let exactWords = 0;
    for (const [index, { weight }] of words.entries()) {
      const often = exact[index] ?? 0;
      if (often > 0) exactWords += bm25(weight * (exactIdfs[index] ?? 0), often, length, corpus.averageLength, EXACT);
    }
    let wordPairs = 0;
    const pairLength = head ? countPairs(head, candidate.passage) : 0;
    for (const { weight, index } of pairs) {
      const often = seen[index] ?? 0;
      if (often > 0) wordPairs += bm25(weight * (pairIdfs[index] ?? 0), often, pairLength, corpus.averagePairs, PAIRS);
    }
    const { words: word, concepts, article, titleForm } = candidate;
    return { words: word, concepts, article, titleForm, exactWords, wordPairs, titleShare, bestSentence };
  });
  return { features, sights };

  function see(
    candidate: Candidate,
    head: SegmentHead,
    bytes: Uint8Array,
    before: number,
    unitOfKey: ReadonlyMap<number, number>,
    wordOfNumber: ReadonlyMap<number, number>,
  ): Sight {
    const reader: ByteReader = { bytes, at: 0 };
    for (let skip = 0; skip < before; skip += 1) {
      const length = readNumber(reader);
      reader.at += length;
    }
    const length = readNumber(reader);
    const end = reader.at + length;
    const units = new Float64Array(query.units.length);
    const exact = new Float64Array(words.length);
    const seenPairs = new Float64Array(pairs.length);
    const inTitle = new Set<number>();
    const titleKeys = new Set<number>();
    let sentence = new Set<number>();
    let titleMass = 0;
    let best = 0;
    let isTitle = true;
    let last = -1;
    const endSentence = (): void => {
      let mass = titleMass;
      for (const unit of sentence)
        if (!inTitle.has(unit)) mass += (unitIdfs[unit] ?? 0) * Math.min(1, query.units[unit]?.weight ?? 0);
      if (mass > best) best = mass;
      sentence = new Set();
    };
    while (reader.at < end) {
      const token = readNumber(reader);
      if (token === 0) {
        isTitle = false;
        last = -1;
        for (const unit of inTitle) titleMass += (unitIdfs[unit] ?? 0) * Math.min(1, query.units[unit]?.weight ?? 0);
      } else if (token === 1) endSentence();
      else {
        const key = head.stemKeys[token - 2] ?? -1;
        if (isTitle) titleKeys.add(key);
        const unit = unitOfKey.get(key) ?? -1;
        if (unit >= 0) {
          units[unit] = (units[unit] ?? 0) + 1;
          if (isTitle) inTitle.add(unit);
          else sentence.add(unit);
          const word = wordOfNumber.get(token - 2);
          if (word !== undefined) exact[word] = (exact[word] ?? 0) + 1;
          const pair = last >= 0 ? pairPlaces.get(`${last} ${unit}`) : undefined;
          if (pair !== undefined) seenPairs[pair] = (seenPairs[pair] ?? 0) + 1;
        }
        last = unit;
      }
    }
    endSentence();
    let titleWhole = 0;
    let titleAsked = 0;
    for (const key of titleKeys) {
      const idf = corpus.idfOfKey(head, key);
      titleWhole += idf;
      const unit = unitOfKey.get(key);
      if (unit !== undefined && (query.units[unit]?.own ?? 0) > 0) titleAsked += idf;
    }
    return {
      candidate,
      units,
      exact,
      pairs: seenPairs,
      titleShare: titleAsked / Math.max(1, titleWhole),
      bestSentence: best,
    };
  }
}

function countWord(corpus: Corpus, hash: number): number {
  let count = 0;
  for (const { head } of corpus.segments)
    for (let at = findHash(head.wordHashes, hash); at >= 0 && head.wordHashes[at] === hash; at += 1)
      count += head.wordPassages[at] ?? 0;
  return Math.min(count, corpus.size);
}

function mapKeys(head: SegmentHead, query: ReadQuery): Map<number, number> {
  const units = new Map<number, number>();
  for (const [unit, { stems }] of query.units.entries()) {
    for (const stem of stems) {
      const key = findHash(head.keyHashes, hashKey('stem', stem));
      if (key >= 0) units.set(key, unit);
    }
  }
  return units;
}

function mapWords(head: SegmentHead, words: readonly { readonly hash: number }[]): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const [index, { hash }] of words.entries())
    for (let at = findHash(head.wordHashes, hash); at >= 0 && head.wordHashes[at] === hash; at += 1)
      numbers.set(head.wordNumbers[at] ?? 0, index);
  return numbers;
}
