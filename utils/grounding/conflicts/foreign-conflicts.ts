import type { ConflictSide } from '../../domain/conflict.ts';
import { agree } from '../values/equal-values.ts';
import type { Value } from '../values/value.ts';
import { toConflictSide } from './stated-values.ts';
import type { Statement } from './statement.ts';

type Read = { readonly number: number; readonly statements: readonly Statement[] };

/**
 * Values of a draft's sentence that no cited passage in another language states, with the one value of the same kind and unit
 * that stands in its place. Words can't be compared, so only a single candidate counts: one that the sentence does not state itself.
 */
export function findForeignConflicts(
  draft: Statement,
  sources: readonly Read[],
  asked: readonly Value[],
): { readonly value: Value; readonly side: ConflictSide }[] {
  const stated = sources.flatMap(({ number, statements }) =>
    statements.flatMap((statement) => statement.values.map(({ value }) => ({ number, statement, value }))),
  );
  return draft.values.flatMap(({ value }) => {
    const isKnown = [...stated.map((one) => one.value), ...asked].some(
      (other) => other.kind === value.kind && agree(other, value),
    );
    if (isKnown) return [];
    const rivals = stated.filter(
      (one) =>
        one.value.kind === value.kind &&
        hasSameUnit(one.value, value) &&
        !draft.values.some((own) => own.value.kind === value.kind && agree(own.value, one.value)),
    );
    const [only] = rivals;
    if (!only || !rivals.every((one) => agree(one.value, only.value))) return [];
    return [{ value, side: toConflictSide(only.number, only.statement, only.value) }];
  });
}

function hasSameUnit(a: Value, b: Value): boolean {
  return a.kind === 'money' || a.readings.some((one) => b.readings.some((other) => one.unit === other.unit));
}
