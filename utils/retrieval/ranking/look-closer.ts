import { hashKey } from '../index/hash-key.ts';
import { toBlock } from '../index/segment-reader.ts';
import { countPairs, type SegmentHead } from '../index/segment.ts';
import { articlesFor, type Corpus } from './corpus.ts';
import { bm25, toIdf, type Features, type Saturation } from './features.ts';
import type { Candidate, Candidates, Hits } from './find-candidates.ts';
import type { ReadQuery } from './read-query.ts';
import type { Scratch } from './scratch.ts';
import { createSight, type Sight } from './see-passage.ts';

const EXACT: Saturation = { k1: 1.6, b: 0.75 };
const PAIRS: Saturation = { k1: 1.2, b: 0.75 };
const SYNONYMS: Saturation = { k1: 1.2, b: 0.75 };
const ARTICLE: Saturation = { k1: 1.2, b: 0.6 };
/** With nearly as many articles as passages an article says nothing that its passage doesn't. */
const SINGLES = 0.95;

export type Closer = { readonly candidate: Candidate; readonly sight: Sight; readonly features: Features };

/** Reads candidates word by word and gives all their features, in the order of the candidates. */
export async function lookCloser(corpus: Corpus, query: ReadQuery, candidates: Candidates): Promise<Closer[]> {
  const unitIdfs = query.units.map(({ stems }) => corpus.idfOfStems(stems));
  const words = [...query.words].map(([word, weight]) => {
    const hash = hashKey('word', word);
    return { hash, idf: weight * toIdf(corpus.size, corpus.countWord(hash)) };
  });
  const pairs = [...query.pairs].map(([pair, weight]) => ({ pair, weight }));
  const groups = [...query.synonyms].map(([group, weight]) => ({
    group,
    idf: weight * toIdf(corpus.size, corpus.countKey('synonym', String(group))),
  }));
  const see = createSight(corpus, query, unitIdfs, words, pairs, groups);
  const sights: (Sight | undefined)[] = candidates.best.map(() => undefined);
  await Promise.all(
    corpus.segments.map(async ({ head, readForward }, at) => {
      const own = candidates.best.flatMap((candidate, place) => (candidate.segment === at ? [{ candidate, place }] : []));
      const blocks = [...new Set(own.map(({ candidate }) => toBlock(candidate.passage).block))];
      if (blocks.length === 0) return;
      const read = await readForward(blocks);
      const bytesOf = new Map(blocks.map((block, index) => [block, read[index]]));
      const seeIn = see(head);
      for (const { candidate, place } of own) {
        const { block, before } = toBlock(candidate.passage);
        const bytes = bytesOf.get(block);
        if (bytes) sights[place] = seeIn(bytes, before);
      }
    }),
  );
  // Passages that hold a rare pair are nearly all among the candidates; a common pair tells little however it is counted.
  const pairIdfs = pairs.map(({ weight }, index) => {
    let found = 0;
    for (const sight of sights) if ((sight?.pairs[index] ?? 0) > 0) found += 1;
    return weight * toIdf(corpus.size, found);
  });
  const articleOf = createArticleScorer(corpus, query, candidates);
  return candidates.best.flatMap((candidate, place): Closer[] => {
    const sight = sights[place];
    const head = corpus.segments[candidate.segment]?.head;
    if (!sight || !head) return [];
    const length = head.lengths[candidate.passage] ?? 0;
    const features: Features = {
      words: candidate.words,
      exactWords: sumUp(
        sight.exact,
        words.map(({ idf }) => idf),
        length,
        corpus.averageLength,
        EXACT,
      ),
      wordPairs: sumUp(
        sight.pairs,
        pairIdfs,
        countPairs(length, head.titleLengths[candidate.passage] ?? 0),
        corpus.averagePairs,
        PAIRS,
      ),
      concepts:
        candidate.concepts +
        sumUp(
          sight.groups,
          groups.map(({ idf }) => idf),
          length,
          corpus.averageLength,
          SYNONYMS,
        ),
      article: articleOf(candidate),
      titleForm: candidate.titleForm,
      titleShare: sight.titleShare,
      bestSentence: sight.bestSentence,
    };
    return [{ candidate, sight, features }];
  });
}

function sumUp(
  counts: readonly number[],
  idfs: readonly number[],
  length: number,
  average: number,
  saturation: Saturation,
): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const often = counts[at] ?? 0;
    if (often > 0) sum += bm25(idfs[at] ?? 0, often, length, average, saturation);
  }
  return sum;
}

/** BM25 of the whole article of a candidate, from the places of the question's words; each article once. */
function createArticleScorer(
  corpus: Corpus,
  query: ReadQuery,
  { found, articles }: Candidates,
): (candidate: Candidate) => number {
  if (corpus.articles >= SINGLES * corpus.size) return ({ words }) => words;
  const idfs = query.units.map(({ weight }, unit) => weight * toIdf(corpus.articles, articles[unit] ?? 0));
  const known = new Map<string, number>();
  return ({ segment, passage }) => {
    const head = corpus.segments[segment]?.head;
    if (!head) return 0;
    const article = articlesFor(head)[passage] ?? 0;
    const name = `${segment} ${article}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const from = head.articleStarts[article] ?? 0;
    const to = head.articleStarts[article + 1] ?? 0;
    const length = articleLength(head, from, to);
    let score = 0;
    const own = found[segment];
    for (const [unit, lists] of (own?.hits ?? []).entries()) {
      for (const list of lists) {
        const often = own ? countBetween(own.scratch, list, from, to) : 0;
        if (often > 0) score += bm25(idfs[unit] ?? 0, often, length, corpus.averageArticleLength, ARTICLE);
      }
    }
    known.set(name, score);
    return score;
  };
}

function articleLength(head: SegmentHead, from: number, to: number): number {
  let length = 0;
  for (let passage = from; passage < to; passage += 1) length += head.lengths[passage] ?? 0;
  return length;
}

/** How often a word stands in the passages `from` to `to`, end excluded. Binary search for the first. */
function countBetween({ passages, counts }: Scratch, hits: Hits, from: number, to: number): number {
  let low = hits.from;
  let high = hits.to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let often = 0;
  for (; low < hits.to && (passages[low] ?? 0) < to; low += 1) often += counts[low] ?? 0;
  return often;
}
