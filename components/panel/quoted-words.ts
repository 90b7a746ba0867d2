import type { Message } from '../../utils/domain/ticket.ts';
import type { MessageQuote } from '../../utils/domain/triage.ts';

/** A piece of a message as it is shown: marked when it is what was found. */
export type QuotedPiece = { readonly text: string; readonly isMarked: boolean };

/** Characters around the first and the last quote: enough to see what they are about. */
const AROUND = 90;

/**
 * What was found in a message, with the words around it, "…" where the message goes on. Quotes that do not stand where
 * they say (the message changed) are shown as they were kept.
 */
export function quoteMessage(message: Message | undefined, quotes: readonly MessageQuote[]): QuotedPiece[] {
  const sorted = quotes.toSorted((a, b) => a.start - b.start);
  const [first] = sorted;
  const end = Math.max(...sorted.map((quote) => quote.end));
  const isThere = message !== undefined && sorted.every((one) => message.text.slice(one.start, one.end) === one.text);
  if (!first || !isThere) return sorted.map(({ text }) => ({ text, isMarked: true }));
  const { text } = message;
  const from = first.start <= AROUND ? 0 : text.indexOf(' ', first.start - AROUND) + 1;
  const lastSpace = text.lastIndexOf(' ', end + AROUND);
  const to = end + AROUND >= text.length ? text.length : Math.max(end, lastSpace);
  const pieces: QuotedPiece[] = [{ text: from > 0 ? '… ' : '', isMarked: false }];
  let at = from > first.start ? first.start : from;
  for (const quote of sorted) {
    if (quote.end <= at) continue;
    const start = Math.max(quote.start, at);
    pieces.push({ text: text.slice(at, start), isMarked: false }, { text: text.slice(start, quote.end), isMarked: true });
    at = quote.end;
  }
  pieces.push({ text: text.slice(at, to), isMarked: false }, { text: to < text.length ? ' …' : '', isMarked: false });
  return pieces.filter((piece) => piece.text !== '');
}
