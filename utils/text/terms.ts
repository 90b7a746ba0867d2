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
import { functionWords, stopWords } from './stop-words.ts';

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

/** A word as retrieval sees it. */
export type Word = {
  /** Lower case, without accents. */
  readonly folded: string;
  /** Stemmed, without accents. */
  readonly root: string;
  /** The root of a content word; empty for a function word. */
  readonly stem: string;
};

/** Gives words of one language (BCP 47; unknown languages are only folded). */
export function createStemmer(language: string): (word: string) => Word {
  const base = language.split('-')[0] ?? 'en';
  const stops = functionWords.get(base);
  const stem = stemmers[base];
  return (raw) => {
    const word = raw.toLowerCase();
    const folded = fold(word);
    const root = stem && !/\p{N}/u.test(word) ? fold(stem(word)) : folded;
    return { folded, root, stem: stops?.has(word) ? '' : root };
  };
}

/**
 * What a text is about: its words without function words, stemmed in `language` (BCP 47; unknown ones are only folded),
 * accents removed, in order, repeats kept. Scripts without spaces give pairs of neighbouring characters.
 */
export function toTerms(text: string, language: string): string[] {
  const stem = createStemmer(language);
  const stops = stopWords.get(language.split('-')[0] ?? 'en');
  return splitWords(text).flatMap((word) =>
    stops?.has(word.toLowerCase()) ? [] : splitIdeographs(word).map((part) => stem(part).root),
  );
}

/** A run of a script without spaces as pairs of neighbouring characters; any other word as it is. */
export function splitIdeographs(run: string): readonly string[] {
  if (!ideographs.test(run)) return [run];
  const characters = Array.from(run);
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
