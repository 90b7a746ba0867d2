import { isPhraseHere, openPhrases } from '../../text/concepts.ts';
import { splitWords } from '../../text/fold.ts';
import { isSynonymHere, openSynonyms } from '../../text/synonyms.ts';
import { createStemmer, splitIdeographs } from '../../text/terms.ts';
import { toBaseLanguage } from '../index/segment.ts';

/** Weight of a word of the requester's last two messages, and of the agent's last, beside one of the question. */
const REQUESTER_BEFORE = 0.25;
const REQUESTER_TURNS = 2;
const AGENT_BEFORE = 0.03;

/** One thing that the question says, and every form in which a passage may say it. */
export type QueryUnit = {
  /** Stems in the question's language and in the index's languages. */
  readonly stems: readonly string[];
  readonly concepts: readonly number[];
  /** Groups of an English word. */
  readonly synonyms: readonly number[];
  /** Numbers, codes and names say the same in every language. */
  readonly isName: boolean;
  /** How often it is said, earlier messages weighed lightly. */
  weight: number;
  /** How often the question itself says it. */
  own: number;
};

/** A question taken apart for ranking; weights count the question's own words as 1. */
export type ReadQuery = {
  readonly units: readonly QueryUnit[];
  /** Folded content words of the question itself, as they stand. */
  readonly words: ReadonlyMap<string, number>;
  readonly concepts: ReadonlyMap<number, number>;
  /** Of an English question; for English passages they stand in for concepts. */
  readonly synonyms: ReadonlyMap<number, number>;
  /** Function words of the question itself, folded. */
  readonly stops: ReadonlyMap<string, number>;
  /** Units of the question itself that follow one another once function words are left out, as "a b" with their places in `units`. */
  readonly pairs: ReadonlyMap<string, number>;
};

type Turn = { readonly text: string; readonly weight: number };

export function readQuery(
  question: string,
  history: readonly { readonly by: 'requester' | 'agent'; readonly text: string }[],
  language: string,
  indexLanguages: readonly string[],
): ReadQuery {
  const base = toBaseLanguage(language);
  const stemmers = [...new Set([base, ...indexLanguages])].map(createStemmer);
  const own = createStemmer(base);
  const units: QueryUnit[] = [];
  const unitByStem = new Map<string, number>();
  const words = new Map<string, number>();
  const concepts = new Map<number, number>();
  const synonyms = new Map<number, number>();
  const stops = new Map<string, number>();
  const pairs = new Map<string, number>();

  const readTurn = ({ text, weight }: Turn): void => {
    const parts = splitWords(text).flatMap(splitIdeographs);
    const read = parts.map((part) => ({ part, ...own(part) }));
    let before = -1;
    for (const { part, folded, root, stem } of read) {
      if (stem === '') {
        if (weight === 1) stops.set(folded, (stops.get(folded) ?? 0) + 1);
        continue;
      }
      let unit = unitByStem.get(stem);
      if (unit === undefined) {
        unit = units.length;
        unitByStem.set(stem, unit);
        units.push({
          stems: [...new Set(stemmers.map((stemIn) => stemIn(part).stem).filter((one) => one !== ''))],
          concepts: [...new Set(openPhrases(folded).flatMap((phrase) => (phrase.words.length === 1 ? [phrase.concept] : [])))],
          synonyms: base === 'en' ? openSynonyms(root).flatMap(({ stems, group }) => (stems.length === 1 ? [group] : [])) : [],
          isName: /\p{N}/u.test(part) || /^\p{Lu}{2,}/u.test(part),
          weight: 0,
          own: 0,
        });
      }
      const entry = units[unit];
      if (entry) {
        entry.weight += weight;
        if (weight === 1) entry.own += 1;
      }
      // Earlier messages say what it is about, not how it is put: their exact words and pairs only mislead.
      if (weight === 1) words.set(folded, (words.get(folded) ?? 0) + 1);
      if (before >= 0 && weight === 1) pairs.set(`${before} ${unit}`, (pairs.get(`${before} ${unit}`) ?? 0) + 1);
      before = unit;
    }
    const wordAt = (index: number): string => read[index]?.folded ?? '';
    for (const [at, { folded }] of read.entries()) {
      const here = openPhrases(folded).filter((phrase) => isPhraseHere(phrase, at, wordAt));
      for (const concept of new Set(here.map((phrase) => phrase.concept)))
        concepts.set(concept, (concepts.get(concept) ?? 0) + weight);
    }
    if (base !== 'en') return;
    const rootAt = (index: number): string => read[index]?.root ?? '';
    for (const [at, { root }] of read.entries()) {
      const here = openSynonyms(root).filter((phrase) => isSynonymHere(phrase, at, rootAt));
      for (const group of new Set(here.map((phrase) => phrase.group))) synonyms.set(group, (synonyms.get(group) ?? 0) + weight);
    }
  };

  readTurn({ text: question, weight: 1 });
  for (const turn of weighHistory(history)) readTurn(turn);
  return { units, words, concepts, synonyms, stops, pairs };
}

function weighHistory(history: readonly { readonly by: 'requester' | 'agent'; readonly text: string }[]): Turn[] {
  const requester = history.filter(({ by }) => by === 'requester').slice(-REQUESTER_TURNS);
  const agent = history.filter(({ by }) => by === 'agent').slice(-1);
  return [
    ...requester.map(({ text }) => ({ text, weight: REQUESTER_BEFORE })),
    ...agent.map(({ text }) => ({ text, weight: AGENT_BEFORE })),
  ];
}
