import type { PlaceholderBook } from './placeholder-book.ts';
import { replacePlaceholders } from './read-placeholders.ts';

export type Restored = {
  readonly text: string;
  /** Placeholders as written that stand for nothing: the model invented them. They are left in the text, which must not go out. */
  readonly unknown: readonly string[];
};

/**
 * Puts the values back. Takes what models make of placeholders as well: another case, `\_` or nothing for the space, a
 * missing bracket, the word translated. Values are put in as they are and not read again. Never guesses a value.
 */
export function restoreText(text: string, book: Pick<PlaceholderBook, 'toValue'>): Restored {
  const unknown: string[] = [];
  const restored = replacePlaceholders(text, (placeholder, written) => {
    const value = book.toValue(placeholder);
    if (value === undefined) unknown.push(written);
    return value ?? written;
  });
  return { text: restored, unknown };
}
