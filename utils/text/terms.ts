import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { fold, splitWords } from './fold.ts';
import { stopWords } from './stop-words.ts';

const stemmers: Readonly<Record<string, (word: string) => string>> = {
  da: danish,
  nl: dutch,
  en: english,
  fi: finnish,
  fr: french,
  de: german,
  it: italian,
  no: norwegian,
  pt: portuguese,
  es: spanish,
  sv: swedish,
};
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * What a text is about: its words without function words, stemmed in `language` (BCP 47; unknown ones are only folded),
 * accents removed, in order, repeats kept. Scripts without spaces give pairs of neighbouring characters.
 */
export function toTerms(text: string, language: string): string[] {
  const base = language.split('-')[0] ?? 'en';
  const stops = stopWords.get(base);
  const stem = stemmers[base];
  return splitWords(text.toLowerCase()).flatMap((word) => {
    if (ideographs.test(word)) return toPairs(word);
    if (stops?.has(word)) return [];
    return [fold(stem && !/\p{N}/u.test(word) ? stem(word) : word)];
  });
}

function toPairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
