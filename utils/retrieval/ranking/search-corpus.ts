import { judgeEnough, type Evidence } from '../enough/judge-enough.ts';
import type { SearchQuery } from '../../ports/passage-search.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import { toBaseLanguage } from '../index/segment.ts';
import { describeCorpus, type Corpus } from './corpus.ts';
import { featureNames, weigh, type FeatureName, type Features } from './features.ts';
import { findCandidates, type Candidate } from './find-candidates.ts';
import { lookCloser } from './look-closer.ts';
import { markAllowed } from './may-use.ts';
import { readQuery, type QueryUnit, type ReadQuery } from './read-query.ts';
import type { Sight } from './see-passage.ts';
import { rankingWeights } from './weights.ts';

/** Passages that are looked at word by word: more of them change the development sets' figures by less than .001. */
const CANDIDATES = 100;
/** The best passage is measured against the mean of this many. */
const MEASURED_AGAINST = 10;
/** What a shared concept tells beside the word itself. */
const CONCEPT_INSTEAD = 0.8;
/** A passage in the reply's own language is preferred to an equally good one in another. */
const OWN_LANGUAGE_FACTOR = 1.25;

export type FoundPassage = {
  readonly passageId: string;
  /** Unit-free, above 0; comparable between questions asked of one corpus. */
  readonly score: number;
  /** Share of the question's information that the passage holds, 0–1. */
  readonly coverage: number;
  readonly matchedTerms: number;
  readonly terms: number;
  /** Share of each feature in the score; together 1. */
  readonly why: readonly { readonly feature: FeatureName; readonly share: number }[];
  /** Probability that the question is answered by what was found for it, uncalibrated; see `judgeEnough`. */
  readonly enough: number;
  /** What that is judged by. */
  readonly evidence: Evidence;
};

/**
 * The best passages over all segments, best first. Passages outside `query.mayUse` are never scored. Each question is
 * searched on its own; a passage's score is the sum over the questions, so that what answers the whole ticket leads, and
 * the best passage of every question is among the results, so that a second question is not drowned by the first.
 */
export async function searchCorpus(
  segments: readonly SegmentReader[],
  query: SearchQuery,
  limit: number,
): Promise<FoundPassage[]> {
  const corpus = describeCorpus(segments);
  const allowed = segments.map((segment) => markAllowed(segment, query));
  const merged = new Map<string, FoundPassage>();
  const leaders = new Set<string>();
  for (const question of query.questions) {
    const found = await rank(corpus, question, query, allowed, limit);
    if (found[0]) leaders.add(found[0].passageId);
    for (const passage of found) {
      const before = merged.get(passage.passageId);
      const clearer = !before || passage.coverage > before.coverage ? passage : before;
      const enough = Math.max(passage.enough, before?.enough ?? 0);
      merged.set(passage.passageId, { ...clearer, enough, score: passage.score + (before?.score ?? 0) });
    }
  }
  const ordered = [...merged.values()].toSorted((a, b) => b.score - a.score);
  const surplus = ordered.filter(({ passageId }, index) => index >= limit && leaders.has(passageId)).length;
  let plain = limit - Math.min(limit, leaders.size);
  return ordered
    .filter(({ passageId }, index) => leaders.has(passageId) || (surplus === 0 ? index < limit : (plain -= 1) >= 0))
    .slice(0, Math.max(limit, leaders.size));
}

async function rank(
  corpus: Corpus,
  question: string,
  query: SearchQuery,
  allowed: readonly Uint8Array[],
  limit: number,
): Promise<FoundPassage[]> {
  const language = toBaseLanguage(query.language);
  const history = [
    ...(query.context === '' ? [] : [{ by: 'requester' as const, text: query.context }]),
    ...(query.history ?? []),
  ];
  const read = readQuery(question, history, language, corpus.languages);
  const candidates = await findCandidates(corpus, read, allowed, rankingWeights, CANDIDATES);
  const closer = await lookCloser(corpus, read, candidates).finally(candidates.release);
  const idfs = read.units.map(({ stems }) => corpus.idfOfStems(stems));
  const information = Math.max(
    1,
    read.units.reduce((sum, { own }, unit) => sum + (own > 0 ? (idfs[unit] ?? 0) : 0), 0),
  );
  const judged = closer.map(({ candidate, sight, features }) => {
    const segment = corpus.segments[candidate.segment]?.head;
    const isOwn = segment?.languages[segment.languageOf[candidate.passage] ?? 0] === language;
    const score = (weigh(features, rankingWeights) * (isOwn ? OWN_LANGUAGE_FACTOR : 1)) / information;
    return { candidate, sight, own: features, isOwn, score };
  });
  const ordered = judged.toSorted((a, b) => b.score - a.score);
  const best = ordered.slice(0, limit);
  const rest = ordered.slice(0, MEASURED_AGAINST);
  const mean = rest.reduce((sum, one) => sum + one.score, 0) / MEASURED_AGAINST;
  const ids = await readIds(
    corpus,
    best.map(({ candidate }) => candidate),
  );
  return best.map(({ candidate, sight, own, isOwn, score }, place) => {
    const covered = cover(read, idfs, { sight, candidate }, isOwn, information);
    const evidence = { words: own.words / information, score, lead: score - mean };
    return {
      passageId: ids[place] ?? '',
      score,
      ...covered,
      // Across languages words can't match; what concepts and names cover is all there is to go by.
      enough: isOwn ? judgeEnough(evidence) : covered.coverage,
      evidence,
      why: explain(own),
    };
  });
}

/** How much of the question stands in a passage: words themselves, or words of the same concept in their place. */
function cover(
  query: ReadQuery,
  idfs: readonly number[],
  { sight, candidate }: { readonly sight: Sight; readonly candidate: Candidate },
  isOwn: boolean,
  information: number,
): Pick<FoundPassage, 'coverage' | 'matchedTerms' | 'terms'> {
  const { units } = query;
  let mass = 0;
  let matched = 0;
  let bridged = 0;
  let asked = 0;
  for (const [unit, { own, concepts, isName }] of units.entries()) {
    if (own === 0) continue;
    asked += 1;
    const idf = idfs[unit] ?? 0;
    if (isName || concepts.length > 0) bridged += idf;
    if ((sight.units[unit] ?? 0) > 0) mass += idf;
    else if (isBridged(units[unit], query, sight, candidate)) mass += idf * CONCEPT_INSTEAD;
    else continue;
    matched += 1;
  }
  // Words of another language can't stand in this passage: what can is measured against what could.
  const possible = isOwn ? information : Math.max(bridged, information * 0.5, 1);
  return { coverage: Math.min(1, mass / possible), matchedTerms: matched, terms: asked };
}

/** Whether a word of the same meaning stands there: of the same English group, or across languages of a shared concept. */
function isBridged(unit: QueryUnit | undefined, { synonyms }: ReadQuery, sight: Sight, candidate: Candidate): boolean {
  if (!unit) return false;
  const places = [...synonyms.keys()];
  return (
    unit.synonyms.some((group) => (sight.groups[places.indexOf(group)] ?? 0) > 0) ||
    (unit.concepts.length > 0 && candidate.concepts > 0)
  );
}

function explain(features: Features): FoundPassage['why'] {
  const whole = weigh(features, rankingWeights) || 1;
  return featureNames
    .map((feature) => ({ feature, share: (rankingWeights[feature] * features[feature]) / whole }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share);
}

async function readIds(corpus: Corpus, candidates: readonly Candidate[]): Promise<string[]> {
  const ids = candidates.map(() => '');
  await Promise.all(
    corpus.segments.map(async (segment, at) => {
      const places = candidates.flatMap(({ segment: own }, place) => (own === at ? [place] : []));
      if (places.length === 0) return;
      const read = await segment.readIds(places.map((place) => candidates[place]?.passage ?? 0));
      for (const [index, place] of places.entries()) ids[place] = read[index] ?? '';
    }),
  );
  return ids;
}
