import type { ByteReader } from '../index/bytes.ts';
import { readNumber } from '../index/bytes.ts';
import { findHash, hashKey, type KeyKind } from '../index/hash-key.ts';
import type { SegmentHead } from '../index/segment.ts';
import { articlesFor, toNorms, type Corpus } from './corpus.ts';
import { toIdf, type FeatureWeights, type Saturation } from './features.ts';
import type { ReadQuery } from './read-query.ts';
import { releaseScratch, reservePlaces, takeScratch, type Scratch } from './scratch.ts';
import { createTopList } from './top-list.ts';

export const WORDS: Saturation = { k1: 2, b: 0.75 };
export const TITLE_FORM: Saturation = { k1: 1.2, b: 0.75 };

/** Where a word stands in a segment: a run of the scratch's places, passages ascending. */
export type Hits = { readonly from: number; readonly to: number };

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
  /** Per segment: the places of words, and for each unit one list a stem. */
  readonly found: readonly ({ readonly scratch: Scratch; readonly hits: readonly (readonly Hits[])[] } | undefined)[];
  /** Per unit: articles that hold it. */
  readonly articles: readonly number[];
  /** Gives the room back; nothing of `found` may be read after it. */
  readonly release: () => void;
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
  const found = corpus.segments.map(({ head }, segment) => {
    const own = lists[segment];
    const mask = allowed[segment];
    if (!own || !mask) return undefined;
    const scratch = takeScratch(head);
    const norms = toNorms(corpus, head, WORDS);
    const hits = own.units.map((all, unit) => {
      const idf = unitIdfs[unit] ?? 0;
      const title = (query.units[unit]?.own ?? 0) > 0 ? idf : 0;
      return all.map((bytes) => {
        const list = addWord(bytes, head, mask, norms, idf, title, scratch);
        articles[unit] = (articles[unit] ?? 0) + list.articles;
        return list;
      });
    });
    const english = query.synonyms.size > 0 ? head.languages.indexOf('en') : -1;
    for (const { idf, bytes } of own.concepts)
      addList(bytes, head, mask, idf, head.lengths, corpus.averageLength, scratch, scratch.concepts, english, true);
    // The form of titles tells apart what is about the question; by itself it counts only where there is room.
    const hasRoom = scratch.touchedLength < limit;
    for (const { idf, bytes } of own.stops)
      addList(bytes, head, mask, idf, head.titleStops, corpus.averageTitleStops, scratch, scratch.titleForm, -1, hasRoom);

    const { words, titles, titleForm, concepts, touched, touchedLength } = scratch;
    const word = weights.words + weights.exactWords;
    for (let at = 0; at < touchedLength; at += 1) {
      const passage = touched[at] ?? 0;
      const rough =
        word * (words[passage] ?? 0) +
        weights.titleForm * (titleForm[passage] ?? 0) +
        weights.concepts * (concepts[passage] ?? 0) +
        ROUGH_TITLE * (titles[passage] ?? 0);
      top.offer(rough, segment, passage);
    }
    return { scratch, hits };
  });
  const best = top.sorted().map(({ segment, passage }): Candidate => {
    const scratch = found[segment]?.scratch;
    return {
      segment,
      passage,
      words: scratch?.words[passage] ?? 0,
      concepts: scratch?.concepts[passage] ?? 0,
      titleForm: scratch?.titleForm[passage] ?? 0,
    };
  });
  const release = (): void => {
    for (const [segment, one] of found.entries()) {
      const head = corpus.segments[segment]?.head;
      if (one && head) releaseScratch(head, one.scratch);
    }
  };
  return { best, found, articles, release };
}

/** Reads the postings of a stem once: adds its worth to every passage that is allowed, counts its articles, keeps its places. */
function addWord(
  bytes: Uint8Array,
  head: SegmentHead,
  mask: Uint8Array,
  norms: Float32Array,
  idf: number,
  title: number,
  scratch: Scratch,
): Hits & { articles: number } {
  reservePlaces(scratch, bytes.length);
  const { words, titles, touched, passages, counts } = scratch;
  const articleOf = articlesFor(head);
  const gain = idf * (WORDS.k1 + 1);
  const end = bytes.length;
  const from = scratch.placesLength;
  let to = from;
  let touchedLength = scratch.touchedLength;
  let passage = -1;
  let articles = 0;
  let lastArticle = -1;
  for (let at = 0; at < end;) {
    let packed = bytes[at] ?? 0;
    at += 1;
    if (packed > 127) {
      packed &= 127;
      for (let shift = 7, byte = 128; byte > 127; shift += 7) {
        byte = bytes[at] ?? 0;
        at += 1;
        packed |= (byte & 127) << shift;
      }
    }
    passage += packed >>> 2;
    let often = 1;
    if ((packed & 1) === 1) {
      // Nothing stands more often in a passage than a byte and a half can say.
      often = bytes[at] ?? 1;
      at += 1;
      if (often > 127) {
        often = (often & 127) | ((bytes[at] ?? 0) << 7);
        at += 1;
      }
    }
    const article = articleOf[passage] ?? 0;
    if (article !== lastArticle) articles += 1;
    lastArticle = article;
    if (mask[passage] === 0) continue;
    passages[to] = passage;
    counts[to] = often > 255 ? 255 : often;
    to += 1;
    const before = words[passage] ?? 0;
    if (before === 0) {
      touched[touchedLength] = passage;
      touchedLength += 1;
    }
    words[passage] = before + (gain * often) / (often + (norms[passage] ?? 1));
    if ((packed & 2) !== 0) titles[passage] = (titles[passage] ?? 0) + title;
  }
  scratch.placesLength = to;
  scratch.touchedLength = touchedLength;
  return { from, to, articles };
}

/** Adds the worth of a key to passages that are allowed and not in the language `butIn`; to new ones only if it `mayTouch` them. */
function addList(
  bytes: Uint8Array,
  head: SegmentHead,
  mask: Uint8Array,
  idf: number,
  lengths: Uint8Array | Uint16Array,
  average: number,
  scratch: Scratch,
  into: Float32Array,
  butIn: number,
  mayTouch: boolean,
): void {
  const { k1, b } = TITLE_FORM;
  const { words, concepts, titleForm, touched } = scratch;
  const reader: ByteReader = { bytes, at: 0 };
  let passage = -1;
  while (reader.at < bytes.length) {
    const packed = readNumber(reader);
    passage += packed >>> 2;
    const often = (packed & 1) === 0 ? 1 : readNumber(reader);
    if (mask[passage] === 0 || head.languageOf[passage] === butIn) continue;
    if (words[passage] === 0 && concepts[passage] === 0 && titleForm[passage] === 0) {
      if (!mayTouch) continue;
      touched[scratch.touchedLength] = passage;
      scratch.touchedLength += 1;
    }
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
