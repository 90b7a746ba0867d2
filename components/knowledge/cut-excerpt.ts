import type { TextSpan } from './found-passage.ts';

/** A piece of a text around the words that were found in it; `highlights` are offsets into `text`. */
export type Excerpt = {
  readonly text: string;
  readonly highlights: readonly TextSpan[];
  /** Text was left out before, after. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
};

/** How far an end may move to fall between two words, characters. */
const MAX_SHIFT = 30;

/**
 * The piece of at most about `length` characters that holds most highlighted characters, cut between words; the
 * beginning of the text when nothing is highlighted, the whole text when it is short enough.
 */
export function cutExcerpt(text: string, highlights: readonly TextSpan[], length: number): Excerpt {
  const spans = tidySpans(text, highlights);
  if (text.length <= length) return { text, highlights: spans, cutBefore: false, cutAfter: false };
  const from = toWordStart(text, findBestStart(spans, text.length, length));
  const to = toWordEnd(text, Math.min(text.length, from + length));
  return {
    text: text.slice(from, to),
    highlights: spans
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start - from, end: end - from })),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  };
}

/** Spans inside the text, in order, without those that overlap an earlier one. */
export function tidySpans(text: string, spans: readonly TextSpan[]): TextSpan[] {
  let at = 0;
  return spans
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < at) return false;
      at = end;
      return true;
    });
}

function findBestStart(spans: readonly TextSpan[], total: number, length: number): number {
  let best = { start: 0, held: 0 };
  for (const { start } of spans) {
    const held = spans
      .filter((span) => span.start >= start && span.end <= start + length)
      .reduce((sum, span) => sum + span.end - span.start, 0);
    if (held > best.held) best = { start, held };
  }
  // A few words before the first hit, unless the text ends too early for that.
  return Math.max(0, Math.min(best.start - Math.floor(length / 6), total - length));
}

function toWordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + MAX_SHIFT).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function toWordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at - MAX_SHIFT, at).search(/\s\S*$/);
  return space < 0 ? at : at - MAX_SHIFT + space;
}
