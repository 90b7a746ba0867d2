/** Features of the ranking in plain words. */
const names: Readonly<Record<string, string>> = {
  words: 'Words of the question, in any form',
  exactWords: 'Words exactly as written',
  wordPairs: 'Words side by side',
  concepts: 'Words of the same meaning',
  article: 'The rest of its article',
  titleForm: 'Title and headings',
  titleShare: 'Share of the title that is asked for',
  bestSentence: 'One sentence that holds most of it',
};

/** A feature as a person reads it; one that has no name here is shown as the ranking calls it. */
export function nameFeature(feature: string): string {
  return (Object.hasOwn(names, feature) ? names[feature] : undefined) ?? feature;
}
