import { de } from './voice/phrases/de.ts';
import { en } from './voice/phrases/en.ts';
import { es } from './voice/phrases/es.ts';
import { fr } from './voice/phrases/fr.ts';
import { it } from './voice/phrases/it.ts';
import { nl } from './voice/phrases/nl.ts';
import type { Phrases, PhraseSet } from './voice/phrases/phrase-set.ts';
import { pt } from './voice/phrases/pt.ts';
import { defaultManner, type Manner } from './voice/manner.ts';

const sets: Readonly<Record<string, PhraseSet>> = { en, de, es, fr, pt, it, nl };

/** Languages that have phrases of their own. */
export const phraseLanguages: readonly string[] = Object.keys(sets);

/** Phrases in the language of a reply; English where we have none. `language` is the one they are really in. */
export function toPhrases(
  language: string,
  manner: Manner = defaultManner,
): { readonly language: string; readonly phrases: Phrases } {
  const base = (language.split('-')[0] ?? language).toLowerCase();
  const own = Object.hasOwn(sets, base) ? sets[base] : undefined;
  return own ? { language: base, phrases: own(manner) } : { language: 'en', phrases: en(manner) };
}
