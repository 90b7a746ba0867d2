import type { Statement } from './statement.ts';

/** A statement where it stands: with the terms of the title and headings above it. */
export type Placed = {
  readonly statement: Statement;
  readonly context: ReadonlySet<string>;
  /** The term of a heading of one word right above: "Team". Empty elsewhere. */
  readonly topic: string;
};

/** Of each statement only the part around a value, where the rest adds something else. */
type Parts = readonly [a: ReadonlySet<string>, b: ReadonlySet<string>];

/** Least shared terms for statements that each say something of their own, and the share of all their terms. */
const MIN_SHARED = 4;
const MIN_SHARE = 0.75;

/**
 * Do two statements speak of the same thing? Either all that one says is in the other or its headings, or nearly all words are
 * shared. A plan, region or label that only one of them names is another thing. Prefers to miss: a false alarm costs trust.
 * `labels` are terms that tell cases apart in these passages.
 */
export function isSameSubject(a: Placed, b: Placed, labels: ReadonlySet<string>, parts?: Parts): boolean {
  const [s, t] = [a.statement, b.statement];
  const [termsA, termsB] = parts ?? [s.terms, t.terms];
  const shared = intersect(termsA, t.terms);
  if (shared.size < (areRelated(a, b) ? 2 : MIN_SHARED)) return false;
  if (s.label.size > 0 && t.label.size > 0 && !equalSets(s.label, t.label)) return false;
  const own = [...termsA].filter((term) => !t.terms.has(term) && !b.context.has(term));
  const others = [...termsB].filter((term) => !s.terms.has(term) && !a.context.has(term));
  if (own.some((term) => s.names.has(term)) && others.some((term) => t.names.has(term))) return false;
  if (differsInLabel(a, b, labels)) return false;
  if (own.length === 0 && others.length === 0) return true;
  if (own.length === 0 || others.length === 0) return shared.size >= 3 && own.length + others.length <= 2 * shared.size;
  const share = (2 * shared.size) / (2 * shared.size + own.length + others.length);
  return shared.size >= MIN_SHARED && share >= MIN_SHARE;
}

/** The words that both hold, as the first writes them; at most six. */
export function toAbout(a: Statement, b: Statement): string {
  return [...a.words]
    .filter(([term]) => b.terms.has(term))
    .slice(0, 6)
    .map(([, word]) => word)
    .join(' ');
}

/** Do the headings above share anything, with each other or with the other's sentence? */
function areRelated(a: Placed, b: Placed): boolean {
  const isAbout = (context: ReadonlySet<string>, terms: ReadonlySet<string>): boolean =>
    [...context].some((term) => terms.has(term));
  return isAbout(a.context, b.context) || isAbout(a.context, b.statement.terms) || isAbout(b.context, a.statement.terms);
}

/** Each case named on one side must be named on the other, in the sentence or above it. */
function differsInLabel(a: Placed, b: Placed, labels: ReadonlySet<string>): boolean {
  const isCase = (term: string): boolean => labels.has(term);
  const named = (one: Placed): string[] => [...one.statement.terms].filter(isCase);
  const holds = (one: Placed, term: string): boolean => one.statement.terms.has(term) || one.context.has(term);
  const casesOf = (one: Placed): string[] => (one.topic === '' ? named(one) : [...named(one), one.topic]);
  return casesOf(a).some((term) => !holds(b, term)) || casesOf(b).some((term) => !holds(a, term));
}

export function intersect(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((one) => b.has(one)));
}

function equalSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
