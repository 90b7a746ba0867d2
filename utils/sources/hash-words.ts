import type { Article } from '../domain/passage.ts';
import { fold, splitWords } from '../text/fold.ts';
import { hashText } from './hash-text.ts';

/** A text shorter than this says something only under its title: "Yes." */
const MIN_TELLING = 200;

/**
 * The same for two articles that say the same: same words in the same order, whatever their case, accents, signs and layout. A
 * short text counts with its title.
 */
export function hashWords({ title, sections }: Pick<Article, 'title' | 'sections'>): Promise<string> {
  const text = sections.map((section) => `${section.headings.join(' ')} ${section.text}`).join(' ');
  const words = splitWords(fold(text)).join(' ');
  return hashText(words.length < MIN_TELLING ? `${fold(title)}\n${words}` : words);
}
