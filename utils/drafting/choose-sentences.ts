import { countWords, MAX_FOR_AGENT, withNeighbours, withPair } from './bring-along.ts';
import type { PassageSentence } from './passage-sentences.ts';
import type { Facet } from './question-facets.ts';
import type { ScoredSentence } from './score-sentences.ts';

/** Sentences that answer one question, in the order in which they are said. */
export type Answer = { readonly question: number; readonly sentences: readonly PassageSentence[] };

/** Least share of what is asked that a sentence and its surroundings must hold. Below this, sentences were about something else on our own tickets. */
const MIN_COVERAGE = 0.22;
/** The same for what only adds to an answer, from another paragraph of its source. */
const MIN_COVERAGE_BESIDE = 0.1;
/** What adds to an answer must be this likely to be said, and this likely beside the best. */
const LIKELY = 0.05;
const NEARLY = 0.2;
/** What opens a list brings all of it, and must be worth that. */
const NEARLY_LIST = 0.75;
/** From a source that answers nothing else more so: it may be about something that only sounds alike. */
const NEARLY_ELSEWHERE = 0.75;
/** From under another heading of its source: likewise, though less. */
const NEARLY_BELOW = 0.45;
/** With this share of its words in one sentence already chosen, another says the same twice. */
const MAX_OVERLAP = 0.8;
const MIN_TERMS = 3;
const LOOKS_LIKE_CODE = /[{}](?:\s|$)|\{["']|\\|>>>|\s=\s|\w\.\w+\(|^-\w\b|<\/\w/u;
/** Longer replies are not read; only the best sentences of every question may go beyond. */
const WORDS = 100;
const WORDS_PER_QUESTION = 30;
const MAX_WORDS = 170;
/** What is brought along may be this much less likely. */
const BROUGHT = 0.5;

/**
 * The best sentence for each facet, then what else a person would say of it, the likeliest first, without saying anything
 * twice, up to about 130 words for one question. Questions without an entry have no good enough sentence.
 */
export function chooseSentences(
  facets: readonly Facet[],
  sentences: readonly PassageSentence[],
  score: (facet: Facet) => readonly ScoredSentence[],
  ticket: string,
): Answer[] {
  const scored = facets.map(score);
  const chosen = new Map<PassageSentence, number>();
  const answered = chooseFirsts(facets, scored, sentences, chosen);
  const questions = new Set(facets.map(({ question }) => question)).size;
  const ofTicket = score({
    question: 0,
    text: ticket,
    whole: '',
    kinds: [...new Set(facets.flatMap(({ kinds }) => kinds))],
    isConditional: false,
  });
  addSupport([...scored, ofTicket], sentences, chosen, Math.min(MAX_WORDS, WORDS + WORDS_PER_QUESTION * questions));
  return [...answered]
    .toSorted((a, b) => a - b)
    .map((question) => ({
      question,
      sentences: [...chosen].flatMap(([one, of]) => (of === question ? [one] : [])).toSorted(inReadingOrder),
    }));
}

/** The best sentence of every facet; which questions have one. */
function chooseFirsts(
  facets: readonly Facet[],
  scored: readonly (readonly ScoredSentence[])[],
  sentences: readonly PassageSentence[],
  chosen: Map<PassageSentence, number>,
): Set<number> {
  const good = scored.map((one) => one.filter(isGoodEnough).toSorted((a, b) => b.score - a.score));
  const mainSource = good.flat().toSorted((a, b) => b.score - a.score)[0]?.sentence.source;
  const answered = new Set<number>();
  // The facet that a sentence fits best gets it; what another facet wished for is said there.
  const order = [...facets.keys()].toSorted((a, b) => (good[b]?.[0]?.score ?? 0) - (good[a]?.[0]?.score ?? 0));
  for (const index of order) {
    // A question of one word ("when does it start") is about whatever the others are about.
    const first = good[index]?.find(({ sentence, isDistinct }) => isDistinct || sentence.source === mainSource)?.sentence;
    if (!first) continue;
    const question = facets[index]?.question ?? 0;
    answered.add(question);
    for (const one of toGroup(first, sentences)) if (!chosen.has(one)) chosen.set(one, question);
  }
  return answered;
}

/** What else is likely said, each beside its nearest neighbour: the way out beside the rule, the exception beside the limit. */
function addSupport(
  scored: readonly (readonly ScoredSentence[])[],
  sentences: readonly PassageSentence[],
  chosen: Map<PassageSentence, number>,
  maxWords: number,
): void {
  const answering = [...chosen.keys()];
  const likely = new Map<PassageSentence, ScoredSentence>();
  for (const one of scored.flat()) if (one.score > (likely.get(one.sentence)?.score ?? 0)) likely.set(one.sentence, one);
  const best = Math.max(0, ...answering.map((one) => likely.get(one)?.score ?? 0));
  const least = Math.max(LIKELY, NEARLY * best);
  const waiting = [...likely.values()].filter(({ score }) => score >= least).toSorted((a, b) => b.score - a.score);
  let words = answering.reduce((sum, one) => sum + countWords(one), 0);
  for (;;) {
    const at = waiting.findIndex((one) => canSupport(one, best, chosen));
    const [next] = at < 0 ? [] : waiting.splice(at, 1);
    if (!next) return;
    const { sentence } = next;
    const together = toGroup(sentence, sentences).filter((one) => !chosen.has(one));
    const length = together.reduce((sum, one) => sum + countWords(one), 0);
    const worth = together.reduce((sum, one) => sum + (likely.get(one)?.score ?? 0), 0) / together.length;
    if (worth < BROUGHT * least || words + length > maxWords || together.some((one) => saysTheSame(one, chosen.keys()))) continue;
    const nearest =
      answering
        .filter((other) => other.source === sentence.source)
        .toSorted((a, b) => distance(a, sentence) - distance(b, sentence))[0] ?? answering[0];
    words += length;
    for (const one of together) chosen.set(one, (nearest && chosen.get(nearest)) ?? 0);
  }
}

/** A sentence with what it can't stand without, nothing of it twice. */
export function toGroup(sentence: PassageSentence, sentences: readonly PassageSentence[]): PassageSentence[] {
  const group: PassageSentence[] = [sentence];
  for (const one of [...withNeighbours(sentence, sentences), ...withPair(sentence, sentences)])
    if (one.form !== 'sentence' ? !group.includes(one) : !saysTheSame(one, group) && !group.includes(one)) group.push(one);
  return group;
}

function canSupport(one: ScoredSentence, best: number, chosen: ReadonlyMap<PassageSentence, number>): boolean {
  const { sentence } = one;
  if (chosen.has(sentence)) return false;
  const answering = [...chosen.keys()];
  if (sentence.forAgent > 0) return false;
  if (sentence.text.endsWith(':') && one.score < NEARLY_LIST * best) return false;
  // One item of a list says nothing without the others.
  const isWhole =
    sentence.form === 'step' ||
    (sentence.form === 'sentence' && !LOOKS_LIKE_CODE.test(sentence.text) && /[.!:]["'”’»)]*$/.test(sentence.text));
  if (!answering.some(({ source }) => source === sentence.source))
    return isWhole && isGoodEnough(one) && one.score >= NEARLY_ELSEWHERE * best;
  // A paragraph of its own must speak of the ticket itself.
  const isBeside = (other: PassageSentence): boolean =>
    other.source === sentence.source &&
    (sentence.label === '' || sentence.label === other.label) &&
    // Short sections share a passage: what stands under another heading is about something else, however near it is.
    (other.headingFeatures === sentence.headingFeatures || one.score >= NEARLY_BELOW * best) &&
    ((one.direct && one.coverage >= MIN_COVERAGE_BESIDE) || other.paragraph === sentence.paragraph);
  return isWhole && answering.some(isBeside);
}

/** Another paragraph is farther than any sentence of the same one. */
function distance(a: PassageSentence, b: PassageSentence): number {
  return Math.abs(a.order - b.order) + 100 * Math.abs(a.paragraph - b.paragraph);
}

/** Does the sentence answer the facet it was scored for, well enough to be said? */
export function isGoodEnough({ sentence, direct, coverage }: ScoredSentence): boolean {
  return direct && coverage >= MIN_COVERAGE && sentence.forAgent < MAX_FOR_AGENT && sentence.form !== 'heading';
}

function saysTheSame(sentence: PassageSentence, others: Iterable<PassageSentence>): boolean {
  return [...others].some((other) => {
    if (other === sentence) return false;
    const [some, more] = sentence.features.size <= other.features.size ? [sentence, other] : [other, sentence];
    const terms = [...some.features].filter((feature) => feature.startsWith('t:'));
    const shared = terms.filter((term) => more.features.has(term)).length;
    // A short sentence within a longer one that comes later is only a beginning.
    return terms.length > (some === sentence ? 0 : MIN_TERMS) && shared / terms.length >= MAX_OVERLAP;
  });
}

function inReadingOrder(a: PassageSentence, b: PassageSentence): number {
  return a.source - b.source || a.order - b.order;
}
