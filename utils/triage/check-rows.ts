import type { Result } from '../domain/failure.ts';
import type { TaggedTicket } from './parse-tagged-tickets.ts';
import { toTriageFailure, type TriageFailure } from './triage-failure.ts';

/** Fewer can't be learnt from and judged by at once. */
const LEAST_PER_LABEL = 10;
/** More labels than this take minutes to fit, and their names space beside the words. */
const MOST_LABELS = 200;
/** A label is a name; longer ones are texts. With 200 of them a model stays below a megabyte. */
const MAX_LABEL_LENGTH = 100;
/** Labels that an answer lists before it says how many more there are. */
const LISTED = 5;

/** Labels under which people file what is none of their intents. */
export function isOutsideLabel(label: string): boolean {
  return /^(?:oos|none|out[-_ ]of[-_ ]scope|none of these)$/i.test(label.trim());
}

/** Are there tickets enough to learn from? Gives the labels in alphabetical order, without those of `isOutsideLabel`. */
export function checkRows(rows: readonly TaggedTicket[]): Result<readonly string[], TriageFailure> {
  const counts = new Map<string, number>();
  for (const { label } of rows) if (!isOutsideLabel(label)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = [...counts.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  if (labels.length < 2)
    return toTriageFailure(
      'too-few-labels',
      `${labels.length === 0 ? 'There is no label' : `The only label is “${labels[0] ?? ''}”`}, so there is nothing to tell apart. Add tickets of at least two labels.`,
    );
  if (labels.length > MOST_LABELS)
    return toTriageFailure(
      'too-many-labels',
      `There are ${labels.length} labels, and at most ${MOST_LABELS} can be told apart. Check that the label column holds labels and not texts, or merge rare ones.`,
    );
  const long = labels.find((label) => label.length > MAX_LABEL_LENGTH);
  if (long !== undefined)
    return toTriageFailure(
      'too-many-labels',
      `The label “${long.slice(0, 40)}…” has more than ${MAX_LABEL_LENGTH} characters. Check that the label column holds labels and not texts.`,
    );
  const few = labels.filter((label) => (counts.get(label) ?? 0) < LEAST_PER_LABEL);
  if (few.length > 0) {
    const listed = few.slice(0, LISTED).map((label) => `“${label}” has ${counts.get(label) ?? 0}`);
    const more = few.length > LISTED ? `, and ${few.length - LISTED} more have too few` : '';
    return toTriageFailure(
      'too-few-tickets',
      `Each label needs at least ${LEAST_PER_LABEL} tickets: ${listed.join(', ')}${more}. Add tickets to them, merge them with others, or leave them out.`,
    );
  }
  return { ok: true, value: labels };
}
