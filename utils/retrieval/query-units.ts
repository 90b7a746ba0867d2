import { toConcepts } from '../text/concepts.ts';
import { splitWords } from '../text/fold.ts';
import { stopWords } from '../text/stop-words.ts';
import { toTerms } from '../text/terms.ts';
import { toBaseLanguage } from './segment.ts';

/** One thing that the question says, and every way in which a passage may say it. */
export type QueryUnit = {
  /** Stems in the question's language and in the index's languages. */
  readonly stems: readonly string[];
  readonly concepts: readonly number[];
  /** Numbers, codes and names say the same in every language. */
  readonly isName: boolean;
};

/**
 * Cuts a question into units: its content words, each with its stems and concepts. A word that is a function word in the
 * question's language is none; concepts of several words ("how long") become units of their own.
 */
export function toQueryUnits(question: string, language: string, indexLanguages: readonly string[]): QueryUnit[] {
  const base = toBaseLanguage(language);
  const languages = [...new Set([base, ...indexLanguages])];
  const units = new Map<string, QueryUnit>();
  const seenConcepts = new Set<number>();
  for (const word of splitWords(question)) {
    if (stopWords.get(base)?.has(word.toLowerCase())) continue;
    const stems = [...new Set(languages.flatMap((each) => toTerms(word, each)))];
    const [first] = toTerms(word, base);
    if (first === undefined) continue;
    const concepts = toConcepts(word);
    for (const concept of concepts) seenConcepts.add(concept);
    units.set(first, { stems, concepts, isName: /\p{N}/u.test(word) || /^\p{Lu}{2,}/u.test(word) });
  }
  for (const concept of new Set(toConcepts(question))) {
    if (!seenConcepts.has(concept)) units.set(`concept ${concept}`, { stems: [], concepts: [concept], isName: false });
  }
  return [...units.values()];
}
