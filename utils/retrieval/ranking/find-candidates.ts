import { findHash, hashKey, type KeyKind } from '../index/hash-key.ts';
import { decodePostings, type Postings } from '../index/postings.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import type { SegmentHead } from '../index/segment.ts';
import type { Corpus } from './corpus.ts';
import { bm25, toIdf, type FeatureWeights, type Saturation } from './features.ts';
import type { ReadQuery } from './read-query.ts';

export const WORDS: Saturation = { k1: 2, b: 0.75 };
export const ARTICLE: Saturation = { k1: 1.2, b: 0.6 };

/** A passage worth a closer look, with the features that postings give. */
export type Candidate = {
  readonly segment: number;
  readonly passage: number;
  readonly words: number;
  readonly concepts: number;
  readonly article: number;
  readonly titleForm: number;
  readonly rough: number;
  /** Per unit of the question: whether a word of the same meaning stands there, by synonym or concept. */
  readonly bridged: readonly boolean[];
};

/** Share of a title's matched information in the rough score; the closer look replaces it by `titleShare`. */
const ROUGH_TITLE = 0.5;

/** The `limit` best passages by what postings alone say of them. A passage that is not `allowed` is never scored. */
export async function findCandidates(
  corpus: Corpus,
  query: ReadQuery,
  allowed: readonly Uint8Array[],
  weights: FeatureWeights,
  limit: number,
): Promise<Candidate[]> {
  const lists = await readLists(corpus, query);
  const isSingles = corpus.articles >= 0.95 * corpus.size;
  const articleIdfs = query.units.map((_, unit) =>
    toIdf(
      corpus.articles,
      sumOver(corpus, (at) => countArticles(corpus.segments[at]?.head, lists[at]?.units[unit] ?? [])),
    ),
  );
  const candidates: RoughCandidate[] = [];
  for (const [at, segment] of corpus.segments.entries()) {
    const mask = allowed[at];
    const own = lists[at];
    if (mask && own) collect(at, segment.head, own, mask);
  }
  return candidates
    .toSorted((a, b) => b.rough - a.rough || a.segment - b.segment || a.passage - b.passage)
    .slice(0, limit)
    .map((candidate) => ({ ...candidate, bridged: bridge(candidate) }));

  function bridge({ segment, passage }: RoughCandidate): boolean[] {
    const own = lists[segment];
    const holds = (all: readonly WeighedList[], numbers: readonly number[]): boolean =>
      all.some(({ group, postings }) => numbers.includes(group) && hasPassage(postings, passage));
    return query.units.map(
      (unit) => own !== undefined && (holds(own.synonyms, unit.synonyms) || holds(own.concepts, unit.concepts)),
    );
  }

  function collect(at: number, head: SegmentHead, own: Lists, mask: Uint8Array): void {
    const words = new Float32Array(head.size);
    const titles = new Float32Array(head.size);
    const concepts = new Float32Array(head.size);
    const titleForm = new Float32Array(head.size);
    const articleOf = articlesFor(head);
    const articles = new Float32Array(isSingles ? 0 : head.articleStarts.length - 1);
    for (const [unit, { weight, own: said }] of query.units.entries()) {
      const idf = weight * toIdf(corpus.size, own.found[unit] ?? 0);
      for (const { passages, counts } of own.units[unit] ?? []) {
        for (let index = 0; index < passages.length; index += 1) {
          const passage = passages[index] ?? 0;
          if (mask[passage] === 0) continue;
          const count = counts[index] ?? 0;
          const gain = bm25(idf, count >> 1, head.lengths[passage] ?? 0, corpus.averageLength, WORDS);
          words[passage] = (words[passage] ?? 0) + gain;
          if ((count & 1) === 1 && said > 0) titles[passage] = (titles[passage] ?? 0) + idf;
        }
        if (!isSingles) addArticles(weight * (articleIdfs[unit] ?? 0), passages, counts);
      }
    }
    const english = query.synonyms.size > 0 ? head.languages.indexOf('en') : -1;
    for (const { weight, found, postings } of own.concepts)
      add(concepts, weight * toIdf(corpus.size, found), postings, head.lengths, corpus.averageLength, english);
    for (const { weight, found, postings } of own.synonyms)
      add(concepts, weight * toIdf(corpus.size, found), postings, head.lengths, corpus.averageLength);
    for (const { weight, found, postings } of own.stops)
      add(titleForm, weight * toIdf(corpus.size, found), postings, head.titleStops, corpus.averageTitleStops);

    let floor = 0;
    let since = candidates.length;
    for (let passage = 0; passage < head.size; passage += 1) {
      const word = words[passage] ?? 0;
      const concept = concepts[passage] ?? 0;
      const form = titleForm[passage] ?? 0;
      if (word === 0 && concept === 0 && form === 0) continue;
      const article = isSingles ? word : (articles[articleOf[passage] ?? 0] ?? 0);
      const rough =
        weights.words * word +
        weights.concepts * concept +
        weights.titleForm * form +
        weights.article * article +
        weights.exactWords * word +
        ROUGH_TITLE * (titles[passage] ?? 0);
      if (rough <= floor) continue;
      candidates.push({ segment: at, passage, words: word, concepts: concept, article, titleForm: form, rough });
      if (candidates.length - since > 4 * limit) {
        candidates.sort((a, b) => b.rough - a.rough);
        candidates.length = Math.min(candidates.length, limit);
        since = 0;
        floor = candidates.at(-1)?.rough ?? 0;
      }
    }

    /** `butIn`: a language whose passages are left out. */
    function add(
      into: Float32Array,
      idf: number,
      { passages, counts }: Postings,
      lengths: Uint8Array | Uint16Array,
      average: number,
      butIn = -1,
    ): void {
      for (let index = 0; index < passages.length; index += 1) {
        const passage = passages[index] ?? 0;
        if (mask[passage] === 0 || head.languageOf[passage] === butIn) continue;
        into[passage] = (into[passage] ?? 0) + bm25(idf, (counts[index] ?? 0) >> 1, lengths[passage] ?? 0, average, WORDS);
      }
    }

    function addArticles(idf: number, passages: Uint32Array, counts: Uint16Array): void {
      for (let index = 0; index < passages.length;) {
        const article = articleOf[passages[index] ?? 0] ?? 0;
        let often = 0;
        for (; index < passages.length && articleOf[passages[index] ?? 0] === article; index += 1)
          if (mask[passages[index] ?? 0] === 1) often += (counts[index] ?? 0) >> 1;
        if (often === 0) continue;
        const length = articleLength(head, article);
        articles[article] = (articles[article] ?? 0) + bm25(idf, often, length, corpus.averageArticleLength, ARTICLE);
      }
    }
  }
}

type RoughCandidate = Omit<Candidate, 'bridged'>;

type Lists = {
  /** Per unit, one list a stem. */
  readonly units: readonly (readonly Postings[])[];
  /** Passages of all segments that hold the unit. */
  readonly found: readonly number[];
  readonly concepts: readonly WeighedList[];
  readonly synonyms: readonly WeighedList[];
  readonly stops: readonly WeighedList[];
};
/** `group` is the number of a concept or synonym group, 0 for a function word. */
type WeighedList = { readonly weight: number; readonly found: number; readonly group: number; readonly postings: Postings };

async function readLists(corpus: Corpus, query: ReadQuery): Promise<Lists[]> {
  const found = query.units.map(({ stems }) =>
    Math.min(
      corpus.size,
      stems.reduce((sum, stem) => sum + corpus.countKey('stem', stem), 0),
    ),
  );
  const single = (kind: KeyKind, text: string, weight: number, group = 0) => ({
    kind,
    text,
    weight,
    group,
    found: corpus.countKey(kind, text),
  });
  // An English question meets English passages by synonyms; concepts are for passages in other languages.
  const isEnglish = query.synonyms.size > 0 && corpus.languages.every((language) => language === 'en');
  const concepts = [...(isEnglish ? [] : query.concepts)].map(([concept, weight]) =>
    single('concept', String(concept), weight, concept),
  );
  const synonyms = [...query.synonyms].map(([group, weight]) => single('synonym', String(group), weight, group));
  const stops = [...query.stops].map(([stop, weight]) => single('stop-word', stop, weight));
  return Promise.all(
    corpus.segments.map(async (segment): Promise<Lists> => {
      const wanted: number[] = [];
      const want = (kind: KeyKind, text: string): number => {
        const key = findHash(segment.head.keyHashes, hashKey(kind, text));
        return key < 0 ? -1 : wanted.push(key) - 1;
      };
      const unitPlaces = query.units.map(({ stems }) => stems.map((stem) => want('stem', stem)).filter((place) => place >= 0));
      const places = (ones: readonly ReturnType<typeof single>[]) =>
        ones.map((one) => ({ ...one, place: want(one.kind, one.text) })).filter(({ place }) => place >= 0);
      const conceptPlaces = places(concepts);
      const synonymPlaces = places(synonyms);
      const stopPlaces = places(stops);
      const read = await segment.readPostings(wanted);
      const decoded = read.map(decodePostings);
      const at = (place: number): Postings[] => decoded.slice(place, place + 1);
      const fill = (ones: typeof conceptPlaces): WeighedList[] =>
        ones.flatMap(({ weight, group, found: passages, place }) =>
          at(place).map((postings) => ({ weight, group, found: passages, postings })),
        );
      return {
        units: unitPlaces.map((each) => each.flatMap(at)),
        found,
        concepts: fill(conceptPlaces),
        synonyms: fill(synonymPlaces),
        stops: fill(stopPlaces),
      };
    }),
  );
}

const articlesOf = new WeakMap<SegmentHead, Uint32Array>();

/** Article of each passage. */
function articlesFor(head: SegmentHead): Uint32Array {
  let articles = articlesOf.get(head);
  if (articles) return articles;
  articles = new Uint32Array(head.size);
  for (let article = 0; article + 1 < head.articleStarts.length; article += 1)
    articles.fill(article, head.articleStarts[article], head.articleStarts[article + 1]);
  articlesOf.set(head, articles);
  return articles;
}

function articleLength(head: SegmentHead, article: number): number {
  let length = 0;
  const end = head.articleStarts[article + 1] ?? 0;
  for (let passage = head.articleStarts[article] ?? 0; passage < end; passage += 1) length += head.lengths[passage] ?? 0;
  return length;
}

function countArticles(head: SegmentHead | undefined, lists: readonly Postings[]): number {
  if (!head) return 0;
  const articleOf = articlesFor(head);
  let most = 0;
  for (const { passages } of lists) {
    let count = 0;
    let last = -1;
    for (const passage of passages) {
      const article = articleOf[passage] ?? 0;
      if (article !== last) count += 1;
      last = article;
    }
    most += count;
  }
  return most;
}

function sumOver(corpus: Corpus, count: (segment: number) => number): number {
  return corpus.segments.reduce((sum, _, at) => sum + count(at), 0);
}

/** Binary search. */
function hasPassage({ passages }: Postings, passage: number): boolean {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle] ?? 0) < passage) low = middle + 1;
    else high = middle;
  }
  return passages[low] === passage;
}
