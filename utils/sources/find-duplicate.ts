import type { Article } from '../domain/passage.ts';
import { fold, splitWords } from '../text/fold.ts';
import { hashText } from './hash-text.ts';

/** A text shorter than this says something only under its title: "Yes." */
const MIN_TELLING = 200;

/**
 * Remembers texts, and names the article that had the same before: same words in the same order, whatever their case, accents,
 * signs and layout. A short text counts with its title.
 */
export function createDuplicateFinder(): (article: Article) => Promise<string | undefined> {
  const first = new Map<string, string>();
  return async ({ id, title, sections }) => {
    const words = splitWords(fold(sections.map(({ headings, text }) => `${headings.join(' ')} ${text}`).join(' '))).join(' ');
    const hash = await hashText(words.length < MIN_TELLING ? `${fold(title)}\n${words}` : words);
    const before = first.get(hash);
    if (before === undefined) first.set(hash, id);
    return before;
  };
}
