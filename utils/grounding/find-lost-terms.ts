import type { DraftSource } from '../domain/draft.ts';
import { splitSentences } from '../text/sentences.ts';
import { toTerms } from '../text/terms.ts';
import { holdsAnyCase, holdsTerm } from './keep-glossary.ts';

/** A term with its own form in some languages: `{ "de": "Arbeitsbereich" }`; it keeps its form in all others. */
export type GlossaryTerm = { readonly term: string; readonly translations: Readonly<Record<string, string>> };

/** A reply that says this much of a sentence with the term says it of the term. */
const MIN_SHARED = 0.6;
/** In another language words can't be compared: a passage with so many sentences on a term is about it. */
const MIN_SENTENCES = 2;

/**
 * Glossary terms that a reply lost: written in another case than agreed, in another language's form, or left out of what it
 * repeats of a passage that has them. `text` is the reply, `language` its BCP 47 language. Each in the form it should have.
 * A term that no passage has, or of which the reply does not speak, is not lost.
 */
export function findLostTerms(
  text: string,
  sources: readonly DraftSource[],
  glossary: readonly GlossaryTerm[],
  language: string,
): string[] {
  const lost = glossary.flatMap(({ term, translations }) => {
    const wanted = toForm(term, translations, language);
    if (holdsTerm(text, wanted)) return [];
    const isMisspelt = [term, wanted, ...Object.values(translations)].some(
      (form) => holdsAnyCase(text, form) && hasCapital(form),
    );
    const forms = (locale: string): string[] => [term, toForm(term, translations, locale)];
    const stand = sources.filter(({ passage }) =>
      forms(passage.locale).some((form) => holdsTerm(`${passage.title}\n${passage.text}`, form)),
    );
    if (stand.length === 0) return [];
    return isMisspelt || stand.some((source) => isLeftOut(text, source, forms(source.passage.locale), language)) ? [wanted] : [];
  });
  return [...new Set(lost)];
}

function toForm(term: string, translations: Readonly<Record<string, string>>, language: string): string {
  return translations[language] ?? translations[toBase(language)] ?? term;
}

/** A common word may be lower case for a reason ("your team"); only a form with a capital is misspelt in another case. */
function hasCapital(form: string): boolean {
  return form !== form.toLowerCase() && form.length > 1 && /\p{Lu}.*\p{Lu}|\p{Lu}.*\s|\p{N}/u.test(form);
}

function isLeftOut(text: string, { passage }: DraftSource, forms: readonly string[], language: string): boolean {
  const holding = splitSentences(passage.text).filter((sentence) => forms.some((form) => holdsTerm(sentence.text, form)));
  if (toBase(passage.locale) !== toBase(language)) return holding.length >= MIN_SENTENCES;
  const said = new Set(toTerms(text, language));
  const ofTerm = new Set(forms.flatMap((form) => toTerms(form, language)));
  return holding.some((sentence) => {
    const terms = [...new Set(toTerms(sentence.text, language))].filter((one) => !ofTerm.has(one));
    return terms.length >= 3 && terms.filter((one) => said.has(one)).length / terms.length >= MIN_SHARED;
  });
}

function toBase(language: string): string {
  return language.split('-')[0] ?? language;
}
