import { NEGATION } from './mood-words.ts';

/** Words of a text that speak for something. */
export type Cue = { readonly text: string; readonly start: number; readonly isNegated: boolean };

/** Words before a cue in which a negation turns it: "not very urgent" has one between. */
const REACH = 3;

/**
 * All places where a pattern (with the flag g) stands, each with whether words before it in the same clause turn it into
 * its opposite. A pattern that says "not" itself is not turned by it.
 */
export function findCues(text: string, pattern: RegExp): Cue[] {
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    isNegated: isNegated(text.slice(0, match.index)),
  }));
}

function isNegated(before: string): boolean {
  const clause = before.split(/[.!?;:,\n]|\b(?:but|aber|sondern|pero|sino|mais|mas|ma|maar)\b/iu).at(-1) ?? '';
  const words = clause.trim().split(/\s+/).slice(-REACH).join(' ');
  return words.search(NEGATION) >= 0 || /\p{L}n['’]t(?!\p{L})/u.test(words);
}

/** The sentence or line around a place, for the agent to see why; at most 160 characters. */
export function quoteAround(text: string, { start, text: cue }: Cue): string {
  const before = text.slice(0, start).search(/[^.!?\n]*$/u);
  const after = text.slice(start + cue.length).search(/[.!?\n]/u);
  const end = after < 0 ? text.length : start + cue.length + after + 1;
  const sentence = text.slice(before, end).trim();
  return sentence.length <= 160 ? sentence : cue;
}
