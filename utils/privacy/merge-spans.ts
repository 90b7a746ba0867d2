import { placeholderWords, type PiiKind, type PiiSpan } from './pii-kind.ts';

/** The order of the table: what comes first names a stretch that several kinds claim. */
const rank = new Map(Object.keys(placeholderWords).map((kind, index) => [kind, index]));
const rankOf = (kind: PiiKind): number => rank.get(kind) ?? rank.size;

/**
 * Spans in the order of the text, none overlapping. Where two overlap, one span covers both and bears the kind of the
 * higher rank, so that nothing found is left standing.
 */
export function mergeSpans(spans: readonly PiiSpan[]): PiiSpan[] {
  const merged: PiiSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || span.start >= last.end) merged.push(span);
    else {
      const kind = rankOf(span.kind) < rankOf(last.kind) ? span.kind : last.kind;
      merged[merged.length - 1] = { kind, start: last.start, end: Math.max(last.end, span.end) };
    }
  }
  return merged;
}
