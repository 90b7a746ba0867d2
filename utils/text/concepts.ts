import { conceptGroups } from './concept-groups.ts';
import { fold, splitWords } from './fold.ts';

type Phrase = { readonly words: readonly string[]; readonly isPrefix: boolean; readonly concept: number };

/** Phrases by the first three letters of their first word, so that a word is compared with a handful. */
const phrasesByStart = new Map<string, Phrase[]>();
for (const [concept, line] of conceptGroups.trim().split('\n').entries()) {
  for (const entry of line.split('|')) {
    const words = splitWords(entry);
    const key = (words[0] ?? '').slice(0, 2);
    phrasesByStart.set(key, [...(phrasesByStart.get(key) ?? []), { words, isPrefix: entry.endsWith('*'), concept }]);
  }
}

/** Numbers of the built-in concepts that a text speaks of, in order, repeats kept: what lets a German ticket meet an English article. */
export function toConcepts(text: string): number[] {
  const words = splitWords(fold(text));
  return words.flatMap((word, at) => {
    const found = new Set<number>();
    for (const phrase of phrasesByStart.get(word.slice(0, 2)) ?? []) {
      const isHere = phrase.words.every((part, offset) => {
        const there = words[at + offset] ?? '';
        const isLast = offset === phrase.words.length - 1;
        return isLast && phrase.isPrefix ? there.startsWith(part) : there === part;
      });
      if (isHere) found.add(phrase.concept);
    }
    return [...found];
  });
}
