import { audienceSchema, type Audience } from '../domain/passage.ts';
import type { SearchQuery } from '../ports/passage-search.ts';
import { toQueryUnits, type QueryUnit } from './query-units.ts';
import { findPostings, toBaseLanguage, type Segment } from './segment.ts';

/** BM25 (Robertson & Zaragoza 2009); tuned on the development sets, see docs/evaluation.md. */
const K1 = 1.2;
const B = 0.75;
/** Weight of a stem in title or headings, beside its weight in the whole text. */
const HEADING_WEIGHT = 0.25;
/** Weight of a shared concept beside a shared stem. */
const CONCEPT_WEIGHT = 0.3;
/** What subject and earlier messages add to a question. */
const CONTEXT_WEIGHT = 0.15;
/** A passage in the reply's own language is preferred to an equally good one in another. */
const OWN_LANGUAGE_FACTOR = 1.25;

export type FoundPassage = {
  readonly passageId: string;
  readonly score: number;
  readonly coverage: number;
  readonly matchedTerms: number;
  readonly terms: number;
};

type Slot = { readonly segment: Segment; readonly index: number };
type Tally = { score: number; mass: number; matched: number };

/**
 * The best passages over all segments, best first. Passages outside `query.mayUse` are never scored. Each question is
 * searched on its own; a passage's score is the sum over the questions, so that what answers the whole ticket leads, and
 * the best passage of every question is among the results, so that a second question is not drowned by the first.
 */
export function searchSegments(segments: readonly Segment[], query: SearchQuery, limit: number): FoundPassage[] {
  const corpus = describeCorpus(segments);
  const merged = new Map<string, FoundPassage>();
  const leaders = new Set<string>();
  for (const question of query.questions) {
    const found = rank(corpus, question, query);
    if (found[0]) leaders.add(found[0].passageId);
    for (const passage of found) {
      const before = merged.get(passage.passageId);
      const clearer = !before || passage.coverage > before.coverage ? passage : before;
      merged.set(passage.passageId, { ...clearer, score: passage.score + (before?.score ?? 0) });
    }
  }
  const ordered = [...merged.values()].toSorted((a, b) => b.score - a.score);
  const kept = ordered.filter(({ passageId }, index) => index < limit || leaders.has(passageId));
  const surplus = kept.length - limit;
  return kept.filter(({ passageId }, index) => leaders.has(passageId) || index < limit - Math.max(0, surplus));
}

type Corpus = {
  readonly segments: readonly Segment[];
  readonly size: number;
  readonly averageLength: number;
  readonly languages: readonly string[];
};

function describeCorpus(segments: readonly Segment[]): Corpus {
  const size = segments.reduce((sum, segment) => sum + segment.passageIds.length, 0);
  const length = segments.reduce((sum, segment) => sum + segment.lengths.reduce((all, one) => all + one, 0), 0);
  return {
    segments,
    size,
    averageLength: size === 0 ? 1 : length / size,
    languages: [...new Set(segments.flatMap((segment) => segment.languages))],
  };
}

function rank(corpus: Corpus, question: string, query: SearchQuery): FoundPassage[] {
  const language = toBaseLanguage(query.language);
  const units = toQueryUnits(question, language, corpus.languages);
  const tallies = new Map<string, { slot: Slot; tally: Tally }>();
  const masses = units.map((unit) => score(corpus, unit, query.mayUse, tallies, 1, true));
  const whole = masses.reduce((sum, mass) => sum + mass, 0);
  for (const unit of toQueryUnits(query.context, language, corpus.languages))
    score(corpus, unit, query.mayUse, tallies, CONTEXT_WEIGHT, false);
  const knownMass = units.reduce(
    (sum, unit, index) => (unit.isName || unit.concepts.length > 0 ? sum + (masses[index] ?? 0) : sum),
    0,
  );

  return [...tallies.values()]
    .map(({ slot: { segment, index }, tally }) => {
      const isOwn = segment.languages[segment.languageOf[index] ?? 0] === language;
      // Words of another language can't stand in this passage: what can is measured against what could.
      const possible = isOwn ? whole : Math.max(knownMass, whole * 0.5);
      return {
        passageId: segment.passageIds[index] ?? '',
        score: (tally.score * (isOwn ? OWN_LANGUAGE_FACTOR : 1)) / Math.max(whole, 1),
        coverage: possible === 0 ? 0 : Math.min(1, tally.mass / possible),
        matchedTerms: tally.matched,
        terms: units.length,
      };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** Adds what one unit gives to every passage that may be used; returns the unit's own information, its idf. */
function score(
  corpus: Corpus,
  unit: QueryUnit,
  mayUse: readonly Audience[],
  tallies: Map<string, { slot: Slot; tally: Tally }>,
  weight: number,
  counts: boolean,
): number {
  const allowed = new Set(mayUse.map((audience) => audienceSchema.options.indexOf(audience)));
  const stems = weigh(
    corpus,
    unit.stems.map((stem) => `w:${stem}`),
  );
  const headings = weigh(
    corpus,
    unit.stems.map((stem) => `t:${stem}`),
  );
  const concepts = weigh(
    corpus,
    unit.concepts.map((concept) => `c:${concept}`),
  );
  const stemIdf = toIdf(corpus.size, stems.documents);
  const conceptIdf = toIdf(corpus.size, concepts.documents);
  const own = stems.documents === 0 && concepts.documents > 0 ? conceptIdf : stemIdf;
  const add = (hits: Hits, idf: number, factor: number, mass: number): void => {
    for (const [slot, frequency] of hits.each(allowed)) {
      const key = slot.segment.passageIds[slot.index] ?? '';
      let entry = tallies.get(key);
      if (!entry) tallies.set(key, (entry = { slot, tally: { score: 0, mass: 0, matched: 0 } }));
      const length = slot.segment.lengths[slot.index] ?? 0;
      entry.tally.score +=
        weight * factor * idf * ((frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / corpus.averageLength)));
      if (!counts || mass === 0) continue;
      const sofar = counted.get(key) ?? 0;
      if (mass > sofar) {
        entry.tally.mass += mass - sofar;
        if (sofar === 0) entry.tally.matched += 1;
        counted.set(key, mass);
      }
    }
  };
  const counted = new Map<string, number>();
  add(stems, stemIdf, 1, own);
  add(headings, toIdf(corpus.size, headings.documents), HEADING_WEIGHT, 0);
  add(concepts, conceptIdf, CONCEPT_WEIGHT, own * 0.8);
  return counts ? own : 0;
}

type Hits = { readonly documents: number; readonly each: (allowed: ReadonlySet<number>) => Iterable<readonly [Slot, number]> };

function weigh(corpus: Corpus, keys: readonly string[]): Hits {
  const places = corpus.segments.flatMap((segment) =>
    keys.flatMap((key) => {
      const postings = findPostings(segment, key);
      return postings ? [{ segment, ...postings }] : [];
    }),
  );
  return {
    documents: Math.min(
      corpus.size,
      places.reduce((sum, place) => sum + place.to - place.from, 0),
    ),
    *each(allowed) {
      for (const { segment, from, to } of places) {
        for (let at = from; at < to; at += 1) {
          const index = segment.passages[at] ?? 0;
          if (allowed.has(segment.audiences[index] ?? -1)) yield [{ segment, index }, segment.frequencies[at] ?? 0];
        }
      }
    },
  };
}

function toIdf(size: number, documents: number): number {
  return Math.log(1 + (size - documents + 0.5) / (documents + 0.5));
}
