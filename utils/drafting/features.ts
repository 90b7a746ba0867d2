import { toConcepts } from '../text/concepts.ts';
import { splitWords } from '../text/fold.ts';
import { toTerms } from '../text/terms.ts';

/** What a text speaks of: "t:" stemmed words, "c:" concepts that meet across languages. */
export function toFeatures(text: string, language: string): ReadonlySet<string> {
  return new Set([...toTerms(text, language).map((term) => `t:${term}`), ...toConcepts(text).map((concept) => `c:${concept}`)]);
}

/** One word of a question, with all features that would do for it: its stem or a concept. */
export type Aspect = { readonly features: readonly string[] };

/** The words of a text, each once; concepts of several words are aspects of their own. */
export function toAspects(text: string, language: string): Aspect[] {
  const aspects = new Map<string, Aspect>();
  const known = new Set<number>();
  for (const word of splitWords(text)) {
    const terms = toTerms(word, language);
    const concepts = toConcepts(word);
    if (terms.length === 0 && concepts.length === 0) continue;
    for (const concept of concepts) known.add(concept);
    const features = [...terms.map((term) => `t:${term}`), ...concepts.map((concept) => `c:${concept}`)];
    aspects.set(features.join(' '), { features });
  }
  for (const concept of toConcepts(text)) {
    if (!known.has(concept)) aspects.set(`c:${concept}`, { features: [`c:${concept}`] });
  }
  return [...aspects.values()];
}
