import { conceptGroups } from './concept-groups.ts';
import { fold, splitWords } from './fold.ts';

/** Words that stand for a concept when they follow one another; the last may have any ending. */
export type ConceptPhrase = { readonly words: readonly string[]; readonly isPrefix: boolean; readonly concept: number };

/** Phrases by the first two letters of their first word, so that a word is compared with a handful. */
const phrasesByStart = new Map<string, ConceptPhrase[]>();
for (const [concept, line] of conceptGroups.trim().split('\n').entries()) {
  for (const entry of line.split('|')) {
    const words = splitWords(entry);
    const key = (words[0] ?? '').slice(0, 2);
    phrasesByStart.set(key, [...(phrasesByStart.get(key) ?? []), { words, isPrefix: entry.endsWith('*'), concept }]);
  }
}

/** Phrases that a folded word begins. The answer for a word never changes, so it can be kept. */
export function openPhrases(word: string): readonly ConceptPhrase[] {
  return (phrasesByStart.get(word.slice(0, 2)) ?? []).filter(({ words, isPrefix }) => {
    const [first = ''] = words;
    return word === first || (isPrefix && words.length === 1 && word.startsWith(first));
  });
}

/** Whether a phrase that the word at `at` begins goes on in the words after it; `wordAt` gives folded words, "" beyond the end. */
export function isPhraseHere({ words, isPrefix }: ConceptPhrase, at: number, wordAt: (index: number) => string): boolean {
  for (let offset = 1; offset < words.length; offset += 1) {
    const there = wordAt(at + offset);
    const part = words[offset] ?? '';
    const isLast = offset === words.length - 1;
    if (isLast && isPrefix ? !there.startsWith(part) : there !== part) return false;
  }
  return true;
}

/** Numbers of the built-in concepts that a text speaks of, in order, repeats kept: what lets a German ticket meet an English article. */
export function toConcepts(text: string): number[] {
  const words = splitWords(fold(text));
  const wordAt = (index: number): string => words[index] ?? '';
  return words.flatMap((word, at) => {
    const here = openPhrases(word).filter((phrase) => isPhraseHere(phrase, at, wordAt));
    return [...new Set(here.map(({ concept }) => concept))];
  });
}
