import type { PassageSentence } from './passage-sentences.ts';
import type { Facet } from './question-facets.ts';
import type { ScoredSentence } from './score-sentences.ts';

/** Sentences that answer one question, in the order in which they are said. */
export type Answer = { readonly question: number; readonly sentences: readonly PassageSentence[] };

/** Least share of what is asked that a sentence and its surroundings must hold. Below this, sentences were about something else on our own tickets. */
const MIN_COVERAGE = 0.22;
/** A further sentence must be nearly as good as the best. */
const NEARLY = 0.62;
/** From another source more so: it may be about something that only sounds alike. */
const NEARLY_ELSEWHERE = 0.85;
/** With this share of its words in one sentence already chosen, another says the same twice. */
const MAX_OVERLAP = 0.8;
/** A sentence that answers nothing directly must still speak of the ticket this much, measured by the best that answers. */
const SUPPORT = 0.35;
const SUPPORT_WORDS = 110;
/** Longer replies are not read; a list of steps may go beyond. */
const MAX_WORDS = 170;
/** Surer than this, a sentence is an order to the agent and not sent. */
const MAX_FOR_AGENT = 0.6;
/** Sentences brought along because a sentence leans on them. */
const MAX_BROUGHT = 2;
const MAX_PAIR_WORDS = 40;
/** Wished for beyond what is used, since others may have taken the first ones. */
const SPARE = 2;
const MAX_STEPS = 9;

/**
 * The best one to three sentences for each facet without saying anything twice, then together at most about 170 words: the
 * best of every facet first. Questions without an entry have no good enough sentence.
 */
export function chooseSentences(
  facets: readonly Facet[],
  sentences: readonly PassageSentence[],
  score: (facet: Facet) => readonly ScoredSentence[],
): Answer[] {
  const perFacet = facets.length > 3 ? 2 : 3;
  const scored = facets.map(score);
  const good = scored.flatMap((one) => one.filter(isGoodEnough));
  const mainSource = good.toSorted((a, b) => b.score - a.score)[0]?.sentence.source;
  // A question of one word ("when does it start") is about whatever the others are about.
  const wishes = scored.map((one) =>
    pickBest(
      one.filter(({ sentence, isDistinct }) => isDistinct || sentence.source === mainSource),
      perFacet + SPARE,
    ),
  );
  const firsts = new Set(wishes.map((wish) => wish[0]));
  const chosen = new Map<PassageSentence, number>();
  const answered = new Set<number>();
  let words = 0;
  // The facet that a sentence fits best gets it; another one that wished for it too takes its own next best.
  const bestScore = (index: number): number => Math.max(0, ...(scored[index] ?? []).map((one) => one.score));
  const order = [...facets.keys()].toSorted((a, b) => bestScore(b) - bestScore(a));
  for (let rank = 0; rank < perFacet; rank += 1) {
    for (const index of order) {
      const wish = wishes[index] ?? [];
      const first = wish[0];
      const pick = wish.find((one) => !chosen.has(one) && (one === first || !firsts.has(one)));
      if (first) answered.add(facets[index]?.question ?? 0);
      if (!first || !pick) continue;
      // What adds to a sentence that stands elsewhere goes there.
      const question = chosen.get(first) ?? facets[index]?.question ?? 0;
      const together = [...new Set([...withNeighbours(pick, sentences), ...withPair(pick, sentences)])].filter(
        (one) => !chosen.has(one),
      );
      const length = together.reduce((sum, one) => sum + countWords(one), 0);
      if (rank > 0 && (words + length > MAX_WORDS || together.some((one) => saysTheSame(one, chosen.keys())))) continue;
      words += length;
      for (const one of together) chosen.set(one, question);
    }
  }
  addSupport(scored, sentences, chosen, words);
  return [...answered]
    .toSorted((a, b) => a - b)
    .map((question) => ({
      question,
      sentences: [...chosen].flatMap(([one, of]) => (of === question ? [one] : [])).toSorted(inReadingOrder),
    }));
}

/**
 * Fills a short reply with what else the same sources say of this ticket: the way out beside the rule, the exception beside
 * the limit. Each goes where its nearest neighbour is.
 */
function addSupport(
  scored: readonly (readonly ScoredSentence[])[],
  sentences: readonly PassageSentence[],
  chosen: Map<PassageSentence, number>,
  wordsSoFar: number,
): void {
  const answering = [...chosen.keys()];
  const worth = new Map<PassageSentence, number>();
  for (const one of scored.flat()) worth.set(one.sentence, Math.max(worth.get(one.sentence) ?? 0, one.support + one.score / 2));
  const enough = SUPPORT * Math.max(0, ...answering.map((one) => worth.get(one) ?? 0));
  const candidates = [...worth]
    .filter(
      ([one, value]) =>
        value >= enough && one.form === 'sentence' && /[.!]$/.test(one.text) && one.forAgent === 0 && !chosen.has(one),
    )
    .filter(([one]) => answering.some((other) => other.source === one.source && (one.label === '' || one.label === other.label)))
    .toSorted((a, b) => b[1] - a[1]);
  let words = wordsSoFar;
  for (const [candidate] of candidates) {
    const together = withNeighbours(candidate, sentences).filter((one) => !chosen.has(one));
    const length = together.reduce((sum, one) => sum + countWords(one), 0);
    if (words + length > SUPPORT_WORDS || together.some((one) => saysTheSame(one, chosen.keys()))) continue;
    const nearest = answering
      .filter((other) => other.source === candidate.source)
      .toSorted((a, b) => distance(a, candidate) - distance(b, candidate))[0];
    if (!nearest) continue;
    words += length;
    for (const one of together) chosen.set(one, chosen.get(nearest) ?? 0);
  }
}

/** Another paragraph is farther than any sentence of the same one. */
function distance(a: PassageSentence, b: PassageSentence): number {
  return Math.abs(a.order - b.order) + 100 * Math.abs(a.paragraph - b.paragraph);
}

function pickBest(scored: readonly ScoredSentence[], limit: number): PassageSentence[] {
  const ranked = scored.filter(isGoodEnough).toSorted((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best) return [];
  const picked: PassageSentence[] = [];
  for (const one of ranked) {
    if (picked.length === limit || one.score < NEARLY * best.score) break;
    if (one.sentence.source !== best.sentence.source && one.score < NEARLY_ELSEWHERE * best.score) continue;
    if (!saysTheSame(one.sentence, picked)) picked.push(one.sentence);
  }
  return picked;
}

function isGoodEnough({ sentence, direct, coverage }: ScoredSentence): boolean {
  return direct && coverage >= MIN_COVERAGE && sentence.forAgent < MAX_FOR_AGENT && sentence.form !== 'heading';
}

function saysTheSame(sentence: PassageSentence, others: Iterable<PassageSentence>): boolean {
  return [...others].some((other) => {
    if (other === sentence) return false;
    const terms = [...sentence.features].filter((feature) => feature.startsWith('t:'));
    const shared = terms.filter((term) => other.features.has(term)).length;
    return terms.length > 0 && shared / terms.length >= MAX_OVERLAP;
  });
}

/** A sentence that leans back brings the one before; one step brings its list; a line that opens a list brings the list. */
function withNeighbours(pick: PassageSentence, sentences: readonly PassageSentence[]): PassageSentence[] {
  const at = sentences.indexOf(pick);
  if (pick.form === 'step' || pick.text.endsWith(':')) {
    const form = pick.form === 'step' ? 'step' : sentences[at + 1]?.form;
    if (form === 'step' || form === 'bullet') {
      const inList = (index: number): boolean => sentences[index]?.source === pick.source && sentences[index]?.form === form;
      let first = pick.form === 'step' ? at : at + 1;
      while (pick.form === 'step' && inList(first - 1)) first -= 1;
      let last = first;
      while (inList(last + 1)) last += 1;
      const list = sentences.slice(first, Math.min(last + 1, first + MAX_STEPS));
      return pick.form === 'step' ? list : [pick, ...list];
    }
  }
  const lead = sentences.find((one) => one.source === pick.source && one.paragraph === pick.paragraph && one.label !== '');
  if (lead && lead !== pick && pick.label === lead.label && lead.forAgent < MAX_FOR_AGENT) {
    return pick.leansBack
      ? sentences
          .slice(sentences.indexOf(lead), at + 1)
          .filter((one) => one === lead || one === pick || one === sentences[at - 1])
      : [lead, pick];
  }
  let first = at;
  while (sentences[first]?.leansBack && at - first < MAX_BROUGHT) {
    const before = sentences[first - 1];
    if (!before || before.forAgent >= MAX_FOR_AGENT || /[?？]$/.test(before.text)) break;
    first -= 1;
  }
  return sentences.slice(first, at + 1);
}

/** A paragraph of two short sentences says one thing: rule and exception, or what and where. */
function withPair(pick: PassageSentence, sentences: readonly PassageSentence[]): PassageSentence[] {
  const paragraph = sentences.filter((one) => one.source === pick.source && one.paragraph === pick.paragraph);
  const isPair = paragraph.length === 2 && paragraph.every((one) => one.form === 'sentence' && one.forAgent < MAX_FOR_AGENT);
  return isPair && paragraph.reduce((sum, one) => sum + countWords(one), 0) <= MAX_PAIR_WORDS ? paragraph : [pick];
}

function inReadingOrder(a: PassageSentence, b: PassageSentence): number {
  return a.source - b.source || a.order - b.order;
}

function countWords(sentence: PassageSentence): number {
  return sentence.text.split(/\s+/).length;
}
