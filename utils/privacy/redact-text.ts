import { findSpokenNames } from './find-names.ts';
import { findPersonalData, type KnownPerson } from './find-personal-data.ts';
import { mergeSpans } from './merge-spans.ts';
import type { PiiSpan } from './pii-kind.ts';
import { createPlaceholderBook, type PlaceholderBook } from './placeholder-book.ts';
import { findLookAlikes } from './read-placeholders.ts';
import { restoreText } from './restore-text.ts';

export type RedactOptions = Partial<KnownPerson> & {
  /** One for all texts of a ticket keeps a value's placeholder the same in all of them; without it each text starts at 1. */
  readonly book?: PlaceholderBook;
};

export type RedactedSpan = PiiSpan & { readonly placeholder: string };

export type Redaction = {
  readonly text: string;
  /** In the order of the text; offsets are the original's. Holds no value. */
  readonly found: readonly RedactedSpan[];
  /** For `restoreText`; in memory only. */
  readonly book: PlaceholderBook;
};

/**
 * The text with placeholders for what is personal: `[e-mail 1]`, `[phone 1]`, `[name 2]`. What already looks like a
 * placeholder gets one too (`[text 1]`), so `restoreText` of the result gives the original back, always.
 *
 * Fails closed: throws when anything goes wrong, also when the result would not come back as the original. The caller must
 * then send and store nothing.
 */
export function redactText(text: string, options: RedactOptions = {}): Redaction {
  const book = options.book ?? createPlaceholderBook();
  const spoken = findSpokenNames(text);
  for (const { name } of spoken) book.spokenNames.add(name);
  const names = [...(options.names ?? []), ...book.spokenNames];
  const personal = mergeSpans([
    ...findPersonalData(text, { names, addresses: options.addresses ?? [] }),
    ...spoken.map(({ span }) => span),
  ]);
  const spans = [...personal, ...findLookAlikes(text, personal)].toSorted((a, b) => a.start - b.start);
  const found = spans.map((span) => ({ ...span, placeholder: book.toPlaceholder(span.kind, text.slice(span.start, span.end)) }));
  let redacted = '';
  let at = 0;
  for (const { start, end, placeholder } of found) {
    redacted += text.slice(at, start) + placeholder;
    at = end;
  }
  redacted += text.slice(at);
  if (restoreText(redacted, book).text !== text) throw new Error('The text was not redacted: it would not come back as it was.');
  return { text: redacted, found, book };
}
