import type { ByteReader } from '../index/bytes.ts';
import { readNumber } from '../index/bytes.ts';
import { findHash, hashKey, type KeyKind } from '../index/hash-key.ts';
import type { SegmentHead } from '../index/segment.ts';
import { articlesFor, toNorms, type Corpus } from './corpus.ts';
import { toIdf, type FeatureWeights, type Saturation } from './features.ts';
import type { ReadQuery } from './read-query.ts';
import { createTopList } from './top-list.ts';

export const WORDS: Saturation = { k1: 2, b: 0.75 };
export const TITLE_FORM: Saturation = { k1: 1.2, b: 0.75 };

/** Where a word stands in a segment: passages ascending, and how often in each. */
export type Hits = { readonly passages: Uint32Array; readonly counts: Uint16Array; readonly length: number };

/** A passage worth a closer look, with the features that postings give. */
export type Candidate = {
  readonly segment: number;
  readonly passage: number;
  readonly words: number;
  /** Concepts that it shares across languages. */
  readonly concepts: number;
  readonly titleForm: number;
};

export type Candidates = {
  readonly best: readonly Candidate[];
  /** Per segment and unit, one list a stem. */
  readonly hits: readonly (readonly (readonly Hits[])[])[];
  /** Per unit: articles that hold it. */
  readonly articles: readonly number[];
};

/** What a title's matched information counts in the rough score; the closer look replaces it by `titleShare`. */
const ROUGH_TITLE = 0.5;

/**
 * The `limit` best passages by what postings alone say of them, best first. A passage that is not `allowed` is never scored.
 * One pass over the postings of the question's words; a common word costs about 5 ns for each passage that holds it.
 */
export async function findCandidates(
  corpus: Corpus,
  query: ReadQuery,
  allowed: readonly Uint8Array[],
  weights: FeatureWeights,
  limit: number,
): Promise<Candidates> {
  const unitIdfs = query.units.map(({ stems, weight }) => weight * corpus.idfOfStems(stems));
  const articles = query.units.map(() => 0);
  const lists = await readLists(corpus, query);
  const top = createTopList(limit);
  const sums = corpus.segments.map(({ head }, segment) => {
    const own = lists[segment];
    const mask = allowed[segment];
    if (!own || !mask) return undefined;
    const sum = {
      words: new Float32Array(head.size),
      titles: new Float32Array(head.size),
      concepts: own.concepts.length > 0 ? new Float32Array(head.size) : undefined,
      titleForm: own.stops.length > 0 ? new Float32Array(head.size) : undefined,
    };
    const norms = toNorms(corpus, head, WORDS);
    const hits = own.units.map((all, unit) => {
      const idf = unitIdfs[unit] ?? 0;
      const title = (query.units[unit]?.own ?? 0) > 0 ? idf : 0;
      return all.map((bytes) => {
        const found = addWord(bytes, head, mask, norms, idf, title, sum.words, sum.titles);
        articles[unit] = (articles[unit] ?? 0) + found.articles;
        return found;
      });
    });
    const english = query.synonyms.size > 0 ? head.languages.indexOf('en') : -1;
    for (const { idf, bytes } of own.concepts)
      if (sum.concepts) addList(bytes, head, mask, idf, head.lengths, corpus.averageLength, sum.concepts, english);
    for (const { idf, bytes } of own.stops)
      if (sum.titleForm) addList(bytes, head, mask, idf, head.titleStops, corpus.averageTitleStops, sum.titleForm, -1);

    const word = weights.words + weights.exactWords;
    for (let passage = 0; passage < head.size; passage += 1) {
      let rough = word * (sum.words[passage] ?? 0);
      if (sum.titleForm) rough += weights.titleForm * (sum.titleForm[passage] ?? 0);
      if (sum.concepts) rough += weights.concepts * (sum.concepts[passage] ?? 0);
      if (rough > 0) top.offer(rough + ROUGH_TITLE * (sum.titles[passage] ?? 0), segment, passage);
    }
    return { ...sum, hits };
  });
  const best = top.sorted().map(({ segment, passage }): Candidate => {
    const sum = sums[segment];
    return {
      segment,
      passage,
      words: sum?.words[passage] ?? 0,
      concepts: sum?.concepts?.[passage] ?? 0,
      titleForm: sum?.titleForm?.[passage] ?? 0,
    };
  });
  return { best, hits: sums.map((sum) => sum?.hits ?? []), articles };
}

/** Reads the postings of a stem once: adds its worth to every passage that is allowed, counts its articles, keeps its places. */
function addWord(
  bytes: Uint8Array,
  head: SegmentHead,
  mask: Uint8Array,
  norms: Float32Array,
  idf: number,
  title: number,
  words: Float32Array,
  titles: Float32Array,
): Hits & { articles: number } {
  const articleOf = articlesFor(head);
  const passages = new Uint32Array(bytes.length);
  const counts = new Uint16Array(bytes.length);
  const gain = idf * (WORDS.k1 + 1);
  const reader: ByteReader = { bytes, at: 0 };
  let passage = -1;
  let length = 0;
  let articles = 0;
  let lastArticle = -1;
  while (reader.at < bytes.length) {
    const packed = readNumber(reader);
    passage += packed >>> 2;
    const often = (packed & 1) === 0 ? 1 : readNumber(reader);
    const article = articleOf[passage] ?? 0;
    if (article !== lastArticle) articles += 1;
    lastArticle = article;
    if (mask[passage] === 0) continue;
    passages[length] = passage;
    counts[length] = often;
    length += 1;
    words[passage] = (words[passage] ?? 0) + (gain * often) / (often + (norms[passage] ?? 1));
    if ((packed & 2) !== 0) titles[passage] = (titles[passage] ?? 0) + title;
  }
  return { passages, counts, length, articles };
}

/** Adds the worth of a key to every passage that is allowed; passages in the language `butIn` are left out. */
function addList(
  bytes: Uint8Array,
  head: SegmentHead,
  mask: Uint8Array,
  idf: number,
  lengths: Uint8Array | Uint16Array,
  average: number,
  into: Float32Array,
  butIn: number,
): void {
  const { k1, b } = TITLE_FORM;
  const reader: ByteReader = { bytes, at: 0 };
  let passage = -1;
  while (reader.at < bytes.length) {
    const packed = readNumber(reader);
    passage += packed >>> 2;
    const often = (packed & 1) === 0 ? 1 : readNumber(reader);
    if (mask[passage] === 0 || head.languageOf[passage] === butIn) continue;
    const norm = k1 * (1 - b + (b * (lengths[passage] ?? 0)) / average);
    into[passage] = (into[passage] ?? 0) + (idf * (k1 + 1) * often) / (often + norm);
  }
}

type Lists = {
  readonly units: readonly (readonly Uint8Array[])[];
  readonly concepts: readonly { readonly idf: number; readonly bytes: Uint8Array }[];
  readonly stops: readonly { readonly idf: number; readonly bytes: Uint8Array }[];
};

async function readLists(corpus: Corpus, query: ReadQuery): Promise<Lists[]> {
  const weighed = (kind: KeyKind, text: string, weight: number) => ({
    hash: hashKey(kind, text),
    idf: weight * toIdf(corpus.size, corpus.countKey(kind, text)),
  });
  // An English question meets English passages by synonyms; concepts are for passages in other languages.
  const needsConcepts = query.synonyms.size === 0 || corpus.languages.some((language) => language !== 'en');
  const concepts = needsConcepts
    ? [...query.concepts].map(([concept, weight]) => weighed('concept', String(concept), weight))
    : [];
  const stops = [...query.stops].map(([stop, weight]) => weighed('stop-word', stop, weight));
  const stems = query.units.map((unit) => unit.stems.map((stem) => hashKey('stem', stem)));
  return Promise.all(
    corpus.segments.map(async ({ head, readPostings }): Promise<Lists> => {
      const wanted: number[] = [];
      const want = (hash: number): number => {
        const key = findHash(head.keyHashes, hash);
        return key < 0 ? -1 : wanted.push(key) - 1;
      };
      const unitPlaces = stems.map((hashes) => hashes.map(want));
      const conceptPlaces = concepts.map(({ hash }) => want(hash));
      const stopPlaces = stops.map(({ hash }) => want(hash));
      const read = await readPostings(wanted);
      const fill = (all: readonly { readonly idf: number }[], places: readonly number[]) =>
        all.flatMap(({ idf }, index) => {
          const bytes = read[places[index] ?? -1];
          return bytes && bytes.length > 0 ? [{ idf, bytes }] : [];
        });
      return {
        units: unitPlaces.map((places) => places.flatMap((place) => read[place] ?? [])),
        concepts: fill(concepts, conceptPlaces),
        stops: fill(stops, stopPlaces),
      };
    }),
  );
}
