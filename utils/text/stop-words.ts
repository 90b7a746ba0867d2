import { dan, deu, eng, fin, fra, ita, nld, nob, por, spa, swe } from 'stopword';

/** Function words by BCP 47 language, for the languages whose text is stemmed and told apart. */
export const stopWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({ en: eng, de: deu, es: spa, fr: fra, pt: por, it: ita, nl: nld, sv: swe, da: dan, no: nob, fi: fin }).map(
    ([language, words]) => [language, new Set(words.flatMap((word) => word.toLowerCase().split(/['’]/)))],
  ),
);
