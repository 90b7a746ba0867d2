import { agree } from './values/equal-values.ts';
import type { Reading, Value } from './values/value.ts';

/** Numbers that a table or list gives a unit elsewhere ("requests per minute: Team 600"). */
const COUNTS = new Set(['number', 'rate']);
/** "a month" and "one link" are said without meaning a figure. */
const ARTICLE = /^(?:one|an?|ein\p{L}*|una?|uno|une|uma?|een)(?!\p{L})/iu;

/**
 * Must a value of a reply stand in its sources? Quoted terms and paths are checked by their words, codes without a digit are
 * names of fields, and a count in words ("both phones", "two steps") is the writer's own.
 */
export function isFigure({ kind, text }: Value): boolean {
  if (kind === 'quoted' || kind === 'url') return false;
  if (kind === 'email') return true;
  if (/\p{N}/u.test(text)) return true;
  return kind !== 'code' && kind !== 'number' && !ARTICLE.test(text);
}

/** Does one of `known` state this value, in whatever unit or spelling, or both ends of this range? */
export function holdsValue(known: readonly Value[], value: Value): boolean {
  return known.some((other) => states(other, value)) || isHeldByEnds(known, value);
}

function states(other: Value, value: Value): boolean {
  if (other.kind === value.kind) return agree(withoutLimit(other), withoutLimit(value));
  // A bare number in a table stands for what its column says.
  const isBare = COUNTS.has(other.kind) || COUNTS.has(value.kind);
  return isBare && toCounts(value).some((count) => toCounts(other).includes(count));
}

/** Limits are put in too many ways to be held against a sentence that is otherwise borne out. */
function withoutLimit(value: Value): Value {
  const { bound: _bound, ...rest } = value;
  return rest;
}

/** The numbers as they are written, without unit. */
function toCounts({ text, kind, readings }: Value): readonly number[] {
  if (COUNTS.has(kind)) return readings.flatMap(({ low, high }) => [low, high]);
  return [...text.matchAll(/\p{N}+(?:[.,]\p{N}+)*/gu)].flatMap(([digits]) => [
    Number(digits.replaceAll(',', '')),
    Number(digits.replaceAll('.', '').replace(',', '.')),
  ]);
}

function isHeldByEnds(known: readonly Value[], value: Value): boolean {
  const isRange = value.readings.every(({ low, high }) => low < high);
  const isEnd = (end: number, unit: string): boolean =>
    known.some((other) => other.readings.some((one) => one.unit === unit && (isEqual(one.low, end) || isEqual(one.high, end))));
  return isRange && value.readings.some(({ low, high, unit }: Reading) => isEnd(low, unit) && isEnd(high, unit));
}

function isEqual(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a));
}
