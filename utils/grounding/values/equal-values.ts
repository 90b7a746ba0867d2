import type { Reading, Value } from './value.ts';

/**
 * Do two values mean the same, whatever the language, unit or spelling? "two weeks" = "14 Tage", "1.299,00 €" = "EUR 1299",
 * "3–5 days" = "3 to 5 days". A price per month is not one per year, "up to 5" not "at least 5"; where only one side says so,
 * they may be equal. A range is not a number inside it, ten business days are not ten days.
 */
export function equalValues(a: Value, b: Value): boolean {
  if (a.kind !== b.kind) return false;
  if (a.per !== undefined && b.per !== undefined && a.per !== b.per) return false;
  if (a.bound !== undefined && b.bound !== undefined && a.bound !== b.bound) return false;
  if (a.kind === 'quoted') return a.readings.some((one) => b.readings.some((other) => equalTerms(one.unit, other.unit)));
  return a.readings.some((one) => b.readings.some((other) => equalReadings(one, other)));
}

export function equalReadings(a: Reading, b: Reading): boolean {
  return a.unit === b.unit && isNear(a.low, b.low) && isNear(a.high, b.high);
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** Where the first and the last step of a path end is not marked: words before and behind them do not count. */
function equalTerms(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [a.split(' > '), b.split(' > ')];
  if (one.length < 2 || one.length !== other.length) return false;
  return one.every((step, index) => {
    const match = other[index] ?? '';
    if (index === 0) return ` ${step}`.endsWith(` ${match}`) || ` ${match}`.endsWith(` ${step}`);
    if (index === one.length - 1) return `${step} `.startsWith(`${match} `) || `${match} `.startsWith(`${step} `);
    return step === match;
  });
}

/**
 * Can one of two values hold while the other does? Wider than equal: a date without its year, a number inside a range or under
 * a limit, a month and 28, 30 or 31 days. Values of different kinds, or of units that cannot be compared, exclude nothing.
 */
export function agree(a: Value, b: Value): boolean {
  if (a.kind !== b.kind) return true;
  if (a.per !== undefined && b.per !== undefined && a.per !== b.per) return false;
  if (a.bound !== undefined && b.bound !== undefined && a.bound !== b.bound) return false;
  if (equalValues(a, b)) return true;
  return a.readings.some((one) => b.readings.some((other) => isCompatible(one, other, a.bound, b.bound)));
}

function isCompatible(a: Reading, b: Reading, aBound: Value['bound'], bBound: Value['bound']): boolean {
  if (a.unit !== b.unit)
    return isSameDate(a, b) || isSameDate(b, a) || isSameMonth(a, b) || isSameMonth(b, a) || isSameTime(a, b);
  if (contains(a, b) || contains(b, a)) return true;
  return reaches(a, aBound, b, bBound) || reaches(b, bBound, a, aBound);
}

function contains(range: Reading, inner: Reading): boolean {
  return range.low < range.high && inner.low === inner.high && range.low <= inner.low && inner.high <= range.high;
}

/** A plain value on the right side of a limit. */
function reaches(limit: Reading, bound: Value['bound'], value: Reading, valueBound: Value['bound']): boolean {
  if (bound === undefined || valueBound !== undefined) return false;
  return bound === 'most' ? value.high <= limit.high : value.low >= limit.low;
}

function isSameDate(day: Reading, partial: Reading): boolean {
  if (day.unit !== 'day') return false;
  return (
    (partial.unit === 'day of year' && day.low % 10_000 === partial.low) ||
    (partial.unit === 'month' && Math.floor(day.low / 100) === partial.low)
  );
}

/** A month as writers count it in days: four weeks, thirty, thirty-one; twelve are also 365 or 366. */
const MONTH_DAYS = [28, 30, 31];
const YEAR_DAYS = [365, 366];

function isSameMonth(months: Reading, seconds: Reading): boolean {
  if (months.unit !== 'month' || seconds.unit !== 's' || months.low <= 0) return false;
  const days = seconds.low / 86_400;
  return MONTH_DAYS.some((one) => days === one * months.low) || YEAR_DAYS.some((one) => days * 12 === one * months.low);
}

function isSameTime(a: Reading, b: Reading): boolean {
  return (
    a.unit.startsWith('min of day') &&
    b.unit.startsWith('min of day') &&
    a.low === b.low &&
    (a.unit.length === 10 || b.unit.length === 10)
  );
}
