import type { Macro } from '../../domain/macro.ts';
import { toTerms } from '../../text/terms.ts';

/** A word in the title says more of what a macro is for than one in its text. */
const TITLE_WEIGHT = 2;

/**
 * Macros that share words with `text`, best first: by the rarity of the shared words among all macros (the idf of BM25, Robertson and Zaragoza 2009), more for
 * words of the title, less for long macros. `language` (BCP 47) stems both. Empty for a text without words.
 */
export function rankMacros(macros: readonly Macro[], text: string, language: string): readonly Macro[] {
  const asked = new Set(toTerms(text, language));
  const entries = macros.map((macro) => ({
    macro,
    title: new Set(toTerms(macro.title, language)),
    body: new Set(toTerms(macro.text, language)),
  }));
  const rarity = (term: string): number => {
    const holding = entries.filter(({ title, body }) => title.has(term) || body.has(term)).length;
    return holding === 0 ? 0 : Math.log(1 + (entries.length - holding + 0.5) / (holding + 0.5));
  };
  const weights = new Map([...asked].map((term) => [term, rarity(term)]));
  const score = ({ title, body }: (typeof entries)[number]): number => {
    let sum = 0;
    for (const [term, weight] of weights) sum += weight * ((title.has(term) ? TITLE_WEIGHT : 0) + (body.has(term) ? 1 : 0));
    return sum / Math.sqrt(1 + title.size + body.size);
  };
  return entries
    .map((entry) => ({ macro: entry.macro, score: score(entry) }))
    .filter((each) => each.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ macro }) => macro);
}
