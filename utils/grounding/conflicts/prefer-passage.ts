import type { SourceConflict } from '../../domain/conflict.ts';
import type { Passage } from '../../domain/passage.ts';
import { fold } from '../../text/fold.ts';

const DAY_MS = 86_400_000;
/** So many more terms of the ticket make a passage the more specific one. */
const CLEARLY_MORE = 2;

type Verdict = Pick<SourceConflict, 'preferred' | 'because'>;
/** What of the ticket matters here: its text, folded, and how many of its terms a passage holds. */
export type ReaderContext = { readonly text: string; readonly termsHeld: (passage: Passage) => number };

/**
 * Which of two contradicting passages to believe. Newer: changed (where unknown: read) at least a day later. More specific:
 * limited to a plan, region or version of the reader, else holding clearly more of the ticket's terms. Where the two rules
 * disagree the newer wins, unless the other is limited to this reader's own plan, region or version.
 */
export function preferPassage(a: Passage, b: Passage, reader: ReaderContext | undefined): Verdict {
  const newer = pick(Date.parse(a.updatedAt ?? a.fetchedAt), Date.parse(b.updatedAt ?? b.fetchedAt), DAY_MS);
  const scoped = pick(countScope(a, reader), countScope(b, reader), 1);
  const specific = scoped === 'none' && reader ? pick(reader.termsHeld(a), reader.termsHeld(b), CLEARLY_MORE) : scoped;
  if (newer === 'none' && specific === 'none') return { preferred: 'none', because: 'none' };
  if (newer === specific) return { preferred: newer, because: 'newer-and-more-specific' };
  if (newer === 'none' || (specific !== 'none' && scoped !== 'none')) return { preferred: specific, because: 'more-specific' };
  return { preferred: newer, because: 'newer' };
}

function pick(a: number, b: number, least: number): 'a' | 'b' | 'none' {
  if (Math.abs(a - b) < least) return 'none';
  return a > b ? 'a' : 'b';
}

/** How many limits a passage has that the reader is known to meet; without a ticket all count. */
function countScope(passage: Passage, reader: ReaderContext | undefined): number {
  const limits = [
    passage.segments ?? [],
    passage.region === undefined ? [] : [passage.region],
    passage.version === undefined ? [] : [passage.version],
  ];
  return limits.filter((names) => names.some((name) => name !== '' && (!reader || holdsWord(reader.text, fold(name))))).length;
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + word.length] ?? ' ')) return true;
  }
  return false;
}

/** Both limited, and to different readers: they may both be right. */
export function differInScope(a: Passage, b: Passage): boolean {
  const isOther = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && fold(one) !== fold(other);
  const hasNone = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
    one.length > 0 && other.length > 0 && !one.some((name) => other.some((match) => fold(match) === fold(name)));
  return isOther(a.version, b.version) || isOther(a.region, b.region) || hasNone(a.segments, b.segments);
}
