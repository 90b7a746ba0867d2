import type { RankedPassage } from '../domain/passage.ts';
import { toAspects, toFeatures, type Aspect } from './features.ts';
import type { PassageSentence } from './passage-sentences.ts';
import { hasAnswerForm, type Facet } from './question-facets.ts';
import { weighSentence, type SentenceEvidence } from './weigh-sentence.ts';

export type ScoredSentence = {
  readonly sentence: PassageSentence;
  /** Probability that a person would say it, less for what is a bad thing to send, 0–1. */
  readonly score: number;
  /** Share of the facet's information that the sentence and what stands above it hold, less for passages ranked lower, 0–1. */
  readonly coverage: number;
  /** Does at least one of the facet's own words stand in the sentence itself, or beside it under one label, or most of them in its heading? */
  readonly direct: boolean;
  /** Has the facet more than one word to go by, or is its one word what the article is about? One word alone fits too much. */
  readonly isDistinct: boolean;
  readonly evidence: SentenceEvidence;
};

/** How much a word counts where it stands: in the sentence itself, beside it, above it. */
const BESIDE = 0.35;
const UNDER_LABEL = 0.5;
const ABOVE = 0.45;
const UNDER_HEADING = 0.6;
/** A heading with this share of what is asked says for all below it what they are about. */
const HEADING_NAMES = 0.5;
/** A concept is a vaguer match than the word itself. */
const CONCEPT = 0.8;
/** Requesters use words that no article uses; they say little about whether a sentence answers. */
const UNKNOWN_WORD = 0.2;
/** For a sentence under "Pending: …" when the requester says "booked". */
const OTHER_CASE = 0.2;

/** What scoring needs of the ticket: its language and the words around the questions. */
export type ScoringContext = {
  readonly language: string;
  /** Subject and the requester's turn. */
  readonly around: string;
  /** The requester's own newest words, for choosing between "Pending: …" and "Booked: …". */
  readonly said: string;
  /** With several questions, a passage's score says less about each of them. */
  readonly questions: number;
};

/** A scorer over these sentences: weights come from how rare a word is among them. Time O(sentences × words) for each facet. */
export function createSentenceScorer(
  sentences: readonly PassageSentence[],
  passages: readonly RankedPassage[],
  context: ScoringContext,
): (facet: Facet) => ScoredSentence[] {
  const counts = new Map<string, number>();
  for (const sentence of sentences) for (const feature of sentence.features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rarity = (count: number): number => Math.log(1 + (sentences.length - count + 0.5) / (count + 0.5));
  const unknown = rarity(0) * UNKNOWN_WORD;
  const languages = new Set(sentences.map((sentence) => toBase(sentence.language)));
  const isForeign = !languages.has(toBase(context.language));
  const weigh = (aspect: Aspect): number => {
    const known = aspect.features.flatMap((feature) => {
      const count = counts.get(feature);
      return count === undefined ? [] : [rarity(count)];
    });
    if (known.length > 0) return Math.max(...known);
    // A word that no passage knows: in another language it could not have been found unless it is a concept.
    return isForeign && !aspect.features.some((feature) => feature.startsWith('c:')) ? 0 : unknown;
  };
  const best = Math.max(...passages.map((passage) => passage.score), Number.MIN_VALUE);
  // What a person chose, or what was looked up live, has no score: it is there because somebody wants it.
  const shares = passages.map(({ score }) => (score === 0 ? 1 : score / best));
  const around = weighAll(context.around, context.language, weigh);
  const isDispreferred = findOtherCases(sentences, context.said);
  const passageFeatures = collectFeatures(sentences);

  return (facet) => {
    const whole = facet.whole === '' ? [] : weighAll(facet.whole, context.language, weigh);
    const words = weighAll(facet.text, context.language, weigh);
    // "Welche Frist gilt" alone may hold no word that the passages know; then the whole question speaks for it.
    const own = whole.length === 0 || words.some(({ weight }) => weight > unknown) ? words : whole;
    const inItself = sentences.map(({ features }) => cover(own, (aspect) => matchAspect(aspect, features)));
    const bestInItself = Math.max(...inItself, Number.MIN_VALUE);
    const standings = toStandings(shares, passageFeatures, own, context.questions > 1);
    return sentences.map((sentence, index) => {
      const beside = [sentences[index - 1], sentences[index + 1]].filter(
        (other) => other?.source === sentence.source && other.paragraph === sentence.paragraph,
      );
      const level = (aspect: Aspect): number =>
        Math.max(
          matchAspect(aspect, sentence.features),
          (sentence.label === '' ? BESIDE : UNDER_LABEL) *
            Math.max(0, ...beside.map((other) => (other ? matchAspect(aspect, other.features) : 0))),
          ABOVE * matchAspect(aspect, sentence.titleFeatures),
          UNDER_HEADING * matchAspect(aspect, sentence.headingFeatures),
        );
      const coverage = cover(own, level);
      const forms = facet.kinds.filter(
        (kind) => (kind === 'path' && sentence.form === 'step') || hasAnswerForm(sentence.text, kind),
      ).length;
      const names = (one: PassageSentence): boolean =>
        own.some(({ aspect, weight }) => weight > 0 && aspect.features.some((feature) => one.features.has(feature)));
      // Under a label the first sentence names the thing and a later one says when or how much; under a heading, the heading does.
      const isUnder =
        (forms > 0 && sentence.label !== '' && beside.some((one) => one !== undefined && names(one))) ||
        cover(own, (aspect) => matchAspect(aspect, sentence.headingFeatures)) >= HEADING_NAMES;
      const direct = names(sentence) || isUnder;
      const opensNothing = sentence.text.endsWith(':') && !/step|bullet/.test(sentences[index + 1]?.form ?? '');
      const otherCase = isDispreferred(sentence) ? OTHER_CASE : 1;
      const isDistinct =
        own.length > 1 || own.some(({ aspect }) => aspect.features.some((feature) => sentence.titleFeatures.has(feature)));
      const itself = inItself[index] ?? 0;
      const evidence: SentenceEvidence = {
        own: itself / bestInItself,
        around: coverage - itself,
        ticket: cover(around, level),
        form: forms / Math.max(1, facet.kinds.length),
        standing: standings[sentence.source - 1] ?? 0,
        opening: 1 / (1 + sentence.order),
      };
      return {
        sentence,
        evidence,
        score: weighSentence(evidence) * toFormPenalty(sentence) * otherCase * (opensNothing ? 0.4 : 1),
        coverage: coverage * (0.4 + 0.6 * (shares[sentence.source - 1] ?? 0)) * otherCase,
        direct,
        isDistinct,
      };
    });
  };
}

/**
 * How each passage stands for one thing asked. A ranking over several questions puts first what speaks of all of them; the
 * passage that holds most of this one stands as high.
 */
function toStandings(
  shares: readonly number[],
  passages: readonly ReadonlySet<string>[],
  own: readonly Weighed[],
  hasSeveralQuestions: boolean,
): readonly number[] {
  if (!hasSeveralQuestions) return shares;
  const held = shares.map(
    (share, at) => (0.5 + 0.5 * share) * cover(own, (aspect) => matchAspect(aspect, passages[at] ?? new Set())),
  );
  const most = Math.max(...held, Number.MIN_VALUE);
  return shares.map((share, at) => Math.max(share, (held[at] ?? 0) / most));
}

/** What each passage speaks of, title included, by source number less one. */
function collectFeatures(sentences: readonly PassageSentence[]): Set<string>[] {
  const features: Set<string>[] = [];
  for (const sentence of sentences) {
    const own = (features[sentence.source - 1] ??= new Set(sentence.titleFeatures));
    for (const feature of sentence.features) own.add(feature);
  }
  return features;
}

/** What is a bad thing to send, however well its words fit: orders to the agent, headings, questions, scraps, pages of code. */
function toFormPenalty(sentence: PassageSentence): number {
  const words = sentence.text.split(/\s+/).length;
  const length = words < 4 ? 0.4 : words > 70 ? 0.05 : words > 45 ? 0.4 : 1;
  return (
    (1 - 0.85 * sentence.forAgent) * (sentence.form === 'heading' ? 0.2 : 1) * (/[?？]$/.test(sentence.text) ? 0.2 : 1) * length
  );
}

type Weighed = { readonly aspect: Aspect; readonly weight: number };

function weighAll(text: string, language: string, weigh: (aspect: Aspect) => number): Weighed[] {
  return toAspects(text, language).map((aspect) => ({ aspect, weight: weigh(aspect) }));
}

function cover(weighed: readonly Weighed[], level: (aspect: Aspect) => number): number {
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : weighed.reduce((sum, { aspect, weight }) => sum + weight * level(aspect), 0) / total;
}

/** How well a text holds one word of a question: 1 in any form of the word, less by its concept. */
function matchAspect(aspect: Aspect, features: ReadonlySet<string>): number {
  let best = 0;
  for (const feature of aspect.features) {
    if (features.has(feature)) best = Math.max(best, feature.startsWith('c:') ? CONCEPT : 1);
  }
  return best;
}

/**
 * Passages that tell cases apart ("Pending: …" / "Booked: …"): when the requester's words name one of the cases, a sentence
 * of the others is dispreferred. Labels that the requester names alike decide nothing.
 */
function findOtherCases(sentences: readonly PassageSentence[], said: string): (sentence: PassageSentence) => boolean {
  const words = toFeatures(said, 'en');
  const isNamed = (label: string): boolean => [...toFeatures(label, 'en')].some((feature) => words.has(feature));
  const cases = new Map<number, Set<string>>();
  for (const { source, label } of sentences) {
    if (label !== '' && label.split(/\s+/).length <= 3) cases.set(source, (cases.get(source) ?? new Set()).add(label));
  }
  const named = new Map([...cases].map(([source, labels]) => [source, [...labels].filter(isNamed)]));
  return ({ source, label }) => {
    const here = named.get(source) ?? [];
    return label !== '' && (cases.get(source)?.has(label) ?? false) && here.length > 0 && !here.includes(label);
  };
}

const toBase = (language: string): string => language.split('-')[0] ?? language;
