import { fold } from '../../text/fold.ts';
import type { Value } from '../values/value.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** All capitals, or capitals inside: "SEPA", "GitHub", "OAuth2". */
const MADE = /^(?:\p{Lu}{2,}[\p{Lu}\p{N}]*|[\p{L}\p{N}]*\p{Ll}\p{Lu}[\p{L}\p{N}]*)$/u;
/** Before a word that is capitalised because something begins. */
const BEGINS = /(?:^|[.!?:;…“„«"(>→›•\n-]\s*)$/u;
/** Pronouns and forms of address that have a capital inside a sentence. */
const NO_NAMES = new Set(
  'i im ive ill sie ihr ihre ihren ihrem ihrer ihnen sr sra mr mrs ms dr herr frau madame monsieur usted ustedes ok'.split(' '),
);
/** Short forms that have another one in each language. */
const TRANSLATED = new Set('vat mwst ust tva iva btw gdpr dsgvo rgpd avg eu ue us usa uk faq id ai ki ia it'.split(' '));

/** Names of a text: `made` ones stand in any language; `common` ones are capitalised words inside a sentence. Folded → as they stand. */
export type Names = { readonly made: ReadonlyMap<string, string>; readonly common: ReadonlyMap<string, string> };

/** Words inside `values` are theirs ("EUR"), those of quoted terms aside. German writes every noun with a capital, so only made names are told there. */
export function readNames(
  sentences: readonly { readonly text: string; readonly language: string; readonly values: readonly Value[] }[],
): Names {
  const made = new Map<string, string>();
  const common = new Map<string, string>();
  for (const { text, language, values } of sentences) {
    const isTaken = (at: number): boolean => values.some(({ kind, start, end }) => kind !== 'quoted' && start <= at && at < end);
    for (const match of text.matchAll(WORD)) {
      const word = match[0];
      const key = fold(word);
      if (!/^\p{Lu}|\p{Ll}\p{Lu}/u.test(word) || NO_NAMES.has(key) || word.length < 2 || isTaken(match.index)) continue;
      if (MADE.test(word)) made.set(key, word);
      else if (!language.startsWith('de') && !BEGINS.test(text.slice(Math.max(0, match.index - 4), match.index)))
        common.set(key, word);
    }
  }
  return { made, common };
}

/** A short form that a translation rightly changes. */
export function isTranslatedShort(name: string): boolean {
  return TRANSLATED.has(name);
}
