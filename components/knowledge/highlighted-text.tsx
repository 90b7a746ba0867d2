import type { ReactNode } from 'react';
import { tidySpans } from './cut-excerpt.ts';
import type { TextSpan } from './found-passage.ts';

export type HighlightedTextProps = { readonly text: string; readonly highlights: readonly TextSpan[] };

/** A text as it is, with the words at `highlights` marked. Markup in it stays text. */
export function HighlightedText({ text, highlights }: HighlightedTextProps): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of tidySpans(text, highlights)) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
