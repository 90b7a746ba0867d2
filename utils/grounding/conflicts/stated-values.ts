import type { ConflictSide } from '../../domain/conflict.ts';
import type { Span } from '../text-runs.ts';
import { intersect } from './same-subject.ts';
import type { StatedValue, Statement } from './statement.ts';

/** Same kind, and not the name of a step or a page; counts of the same noun; prices in one currency; said in parts of the sentences that have a word in common. */
export function areComparable(a: StatedValue, b: StatedValue): boolean {
  if (a.value.kind !== b.value.kind || a.isNamed || b.isNamed) return false;
  if (a.value.kind === 'money' && a.value.readings[0]?.unit !== b.value.readings[0]?.unit) return false;
  if ((a.value.kind === 'number' || a.value.kind === 'rate') && a.noun !== b.noun) return false;
  if (a.value.per !== undefined && b.value.per !== undefined && a.value.per !== b.value.per) return false;
  return a.near.size === 0 || b.near.size === 0 || intersect(a.near, b.near).size > 0;
}

/** Offsets of `value` count in the sentence and become offsets in the passage. */
export function toConflictSide(source: number, statement: Statement, value: Span & { readonly text: string }): ConflictSide {
  return {
    source,
    sentence: { start: statement.start, end: statement.end },
    value: { start: statement.start + value.start, end: statement.start + value.end },
    said: value.text,
  };
}
