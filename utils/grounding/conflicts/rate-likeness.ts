import { intersect } from './same-subject.ts';
import type { StatedValue, Statement } from './statement.ts';

/** How alike a draft's sentence and a passage's are: 0–1, the terms they share, and whether they may speak of one plan or region. */
export type Likeness = { readonly value: number; readonly shared: number; readonly isSameCase: boolean };

/** Parts of sentences count a little less than whole ones. */
const PART_SHARE = 0.95;
const MIN_PART_TERMS = 2;

/**
 * Cosine of the two sets of content terms; with values, also of the parts of the sentences around them, whichever is higher. Terms that
 * only the headings above the passage have (`context`) are not held against the draft.
 */
export function rateLikeness(
  draft: Statement,
  statement: Statement,
  context: ReadonlySet<string>,
  a?: StatedValue,
  b?: StatedValue,
): Likeness {
  const shared = intersect(draft.terms, statement.terms);
  // "Good news:" before what is said is no part of it.
  const own = [...draft.terms].filter((term) => statement.terms.has(term) || !(context.has(term) || draft.label.has(term)));
  const whole = shared.size === 0 ? 0 : shared.size / Math.sqrt(own.length * statement.terms.size);
  const part = a && b ? ratePart(a.near, b.near, context) : 0;
  return { value: Math.max(whole, PART_SHARE * part), shared: shared.size, isSameCase: isSameCase(draft, statement, context) };
}

function ratePart(a: ReadonlySet<string>, b: ReadonlySet<string>, context: ReadonlySet<string>): number {
  if (a.size < MIN_PART_TERMS || b.size < MIN_PART_TERMS) return 0;
  const own = [...a].filter((term) => b.has(term) || !context.has(term));
  return intersect(a, b).size / Math.sqrt(own.length * b.size);
}

/** "Team: 600" says nothing of a sentence without Team, and a sentence on Business nothing of one on Team. */
function isSameCase(draft: Statement, statement: Statement, context: ReadonlySet<string>): boolean {
  if (statement.label.size > 0 && intersect(statement.label, draft.terms).size === 0) return false;
  const isOther = (names: ReadonlySet<string>, terms: ReadonlySet<string>): boolean =>
    [...names].some((name) => !terms.has(name) && !context.has(name));
  return !(isOther(draft.names, statement.terms) && isOther(statement.names, draft.terms));
}
