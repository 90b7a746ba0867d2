import { stemmer } from '@orama/stemmers/english';
import { synonymGroups } from './synonym-groups.ts';

/** Stems that stand for a synonym group when they follow one another. */
export type SynonymPhrase = { readonly stems: readonly string[]; readonly group: number };

/** Phrases by the stem of their first word. */
const phrasesByStem = new Map<string, SynonymPhrase[]>();
for (const [group, line] of synonymGroups.trim().split('\n').entries()) {
  for (const phrase of line.split('|')) {
    const stems = phrase.split(' ').map((word) => stemmer(word));
    const [first = ''] = stems;
    phrasesByStem.set(first, [...(phrasesByStem.get(first) ?? []), { stems, group }]);
  }
}

const none: readonly SynonymPhrase[] = [];

/** Phrases that a word of this root (stemmed, function word or not) begins. */
export function openSynonyms(root: string): readonly SynonymPhrase[] {
  return phrasesByStem.get(root) ?? none;
}

/** Whether a phrase that the word at `at` begins goes on after it; `rootAt` gives roots, "" beyond the end. */
export function isSynonymHere({ stems }: SynonymPhrase, at: number, rootAt: (index: number) => string): boolean {
  for (let offset = 1; offset < stems.length; offset += 1) if (rootAt(at + offset) !== stems[offset]) return false;
  return true;
}
