import { fold } from '../text/fold.ts';

/** Endings that a term may take in a sentence: plural and genitive of the languages that have them. */
const ENDINGS = ['', 's', 'es', 'n', 'en', 'e', 'er', 'ern', "'s", '’s'];
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/**
 * Terms that stand in `sourceText` and not in `text` in the same form. A term with a capital letter keeps its case, another may
 * be written in any; plural and genitive endings and compounds with a hyphen ("Okta-Anmeldung") keep it, other words that
 * begin with it don't. In the order of `terms`, each once.
 */
export function keepGlossary(text: string, sourceText: string, terms: readonly string[]): string[] {
  return [...new Set(terms)].filter((term) => holdsTerm(sourceText, term) && !holdsTerm(text, term));
}

/** Does a term stand in a text in its own form? */
export function holdsTerm(text: string, term: string): boolean {
  const isAnyCase = term === term.toLowerCase();
  return holds(isAnyCase ? fold(text) : text.normalize('NFC'), isAnyCase ? fold(term) : term.normalize('NFC'));
}

/** Does it stand there in whatever case? */
export function holdsAnyCase(text: string, term: string): boolean {
  return holds(fold(text), fold(term));
}

function holds(text: string, term: string): boolean {
  const plain = text.replaceAll(/\s+/gu, ' ');
  const needle = term.trim().replaceAll(/\s+/gu, ' ');
  if (needle === '') return true;
  for (let at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + 1)) {
    if (LETTER.test(plain[at - 1] ?? ' ')) continue;
    const end = at + needle.length;
    if (ENDINGS.some((ending) => plain.startsWith(ending, end) && !LETTER.test(plain[end + ending.length] ?? ' '))) return true;
  }
  return false;
}
