import type { Passage } from '../../domain/passage.ts';
import { createStemmer, splitIdeographs } from '../../text/terms.ts';

/** Offsets into a passage's text in UTF-16 units, end excluded. */
export type Highlight = { readonly start: number; readonly end: number };

/** What may stand between two words that are marked as one. */
const GAP = /^[ \u00A0'’-]?$/;

/**
 * The words of a passage that a question names, in any form: a word is marked when its stem in the passage's language is that
 * of a content word of the question. Ascending, not overlapping; neighbours are one span. `language` is the question's, BCP 47.
 */
export function highlightTerms(
  { text, locale }: Pick<Passage, 'text' | 'locale'>,
  question: { readonly text: string; readonly language: string },
): Highlight[] {
  const stemHere = createStemmer(locale);
  const stemThere = createStemmer(question.language);
  const asked = new Set(
    cutWords(question.text).flatMap(({ word }) => (stemThere(word).stem === '' ? [] : [stemHere(word).stem])),
  );
  // A function word of the passage's language has no stem, and neither has one that was asked for.
  asked.delete('');
  const merged: Highlight[] = [];
  for (const { word, start, end } of cutWords(text)) {
    if (!asked.has(stemHere(word).stem)) continue;
    const last = merged.at(-1);
    if (last && (start <= last.end || GAP.test(text.slice(last.end, start))))
      merged[merged.length - 1] = { start: last.start, end };
    else merged.push({ start, end });
  }
  return merged;
}

/** Words with their offsets; of scripts without spaces every pair of neighbouring characters. */
function cutWords(text: string): ({ readonly word: string } & Highlight)[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: run, index }) => {
    let start = index;
    return splitIdeographs(run).map((word) => {
      const piece = { word, start, end: start + word.length };
      start += (Array.from(word)[0] ?? '').length;
      return piece;
    });
  });
}
