import { readPlainNumber, type PlainNumber } from './read-amount-number.ts';
import { readPeriod } from './read-period.ts';
import type { Token } from './tokens.ts';
import { isBusinessAfter, isBusinessBefore, readCurrency, readUnitWord, type Unit } from './unit-words.ts';
import type { Found, Reading, Value } from './value.ts';

const BETWEEN = new Set(['between', 'zwischen', 'entre', 'tra', 'fra', 'tussen']);
const AND = new Set(['and', 'und', 'y', 'et', 'e', 'en']);
const TO = new Set(['to', 'bis', 'a', 'au', 'al', 'ate', 'tot', 'through', '-', '–', '—', '‑']);
const PERCENT = new Set(['%', 'percent', 'prozent', 'porcento', 'pourcent', 'procent', 'percento', 'pct']);
const MINUS = new Set(['-', '−', '–']);
/** "the last 90 days" has its word before the number, "les 90 derniers jours" behind it. */
const PASSED_OVER = new Set([
  'last',
  'full',
  'consecutive',
  'calendar',
  'derniers',
  'dernieres',
  'prochains',
  'ultimos',
  'ultimas',
  'letzten',
  'vollen',
  'ganze',
  'ganzen',
  'laatste',
]);
const APPROXIMATE_NOUN = /^(?:times|mal|veces|fois|volte|vezes|keer)$/;

/**
 * A counted amount that begins at a token: number, money, percentage, duration, size, rate, or a range of them. The language
 * only says which number words are meant.
 */
export function readAmount(text: string, tokens: readonly Token[], at: number, language: string): Found | undefined {
  const lead = readLeadingCurrency(tokens, at);
  const first = lead?.next ?? at;
  const isNegative = isMinus(tokens, first);
  const from = isNegative ? first + 1 : first;
  const number = readPlainNumber(tokens, from, language);
  if (!number || (lead && number.isDoubtful)) return undefined;
  const range = isNegative ? undefined : readRangeEnd(tokens, at, number, language);
  const { numbers, next } = range ?? number;
  const ends = (factor: number, unit: string): Reading[] =>
    number.numbers.slice(0, range ? 1 : undefined).flatMap((low) => {
      const sign = isNegative ? -1 : 1;
      return range
        ? numbers.map((high) => ({ low: low * factor, high: high * factor, unit }))
        : [{ low: sign * low * factor, high: sign * low * factor, unit }];
    });
  const make = (kind: Value['kind'], readings: readonly Reading[], end: number, per?: string): Found => {
    const start = tokens[at]?.start ?? 0;
    const stop = tokens[end - 1]?.end ?? start;
    return {
      value: { kind, start, end: stop, text: text.slice(start, stop), readings, ...(per === undefined ? {} : { per }) },
      next: end,
    };
  };

  if (lead) return make('money', ends(1, lead.code), next, readPeriod(tokens, next, true)?.period);
  const unit = readUnit(tokens, next, language);
  if (unit?.kind === 'currency')
    return number.isDoubtful
      ? undefined
      : make('money', ends(1, unit.unit), unit.next, readPeriod(tokens, unit.next, true)?.period);
  if (unit?.kind === 'percent') return make('percent', ends(1, '%'), unit.next, readPeriod(tokens, unit.next, false)?.period);
  if (unit) {
    if (number.isDoubtful && isArticleOnly(tokens, at, language)) return undefined;
    const { kind } = unit;
    return make(
      kind,
      unit.factors.flatMap((factor) => ends(factor, unit.unit)),
      unit.next,
      kind === 'size' ? readPeriod(tokens, unit.next, false)?.period : undefined,
    );
  }
  if (number.isDoubtful || isPartOfName(tokens, number, range?.next ?? next)) return undefined;
  const period = number.isOrdinal === true ? undefined : readPeriod(tokens, next, false);
  return period === undefined ? make('number', ends(1, ''), next) : make('rate', ends(1, `per ${period.period}`), next);
}

/** "a month" counts one month only where it is measured: "within a month", not "once a month". English "a" is no number word. */
function isArticleOnly(tokens: readonly Token[], at: number, language: string): boolean {
  if (!/^(?:ein\w*|un|una|uno|une|um|uma|een|one)$/.test(tokens[at]?.key ?? '') || language.startsWith('en')) return false;
  const before = tokens[at - 1];
  return before?.type === 'number' || APPROXIMATE_NOUN.test(before?.key ?? '');
}

/** "zwei" in "zwei-stufig" and "two" in "two-factor" count nothing; digits do ("8-digit"). */
function isPartOfName(tokens: readonly Token[], number: PlainNumber, next: number): boolean {
  const last = tokens[number.next - 1];
  const hyphen = tokens[next];
  return last?.type === 'word' && hyphen?.text === '-' && hyphen.isJoined && tokens[next + 1]?.isJoined === true;
}

function readLeadingCurrency(tokens: readonly Token[], at: number): { code: string; next: number } | undefined {
  const token = tokens[at];
  if (!token || token.type === 'number') return undefined;
  const after = tokens[at + 1];
  const prefixed = token.type === 'word' && after?.text === '$' && after.isJoined ? readCurrency(`${token.key}$`) : undefined;
  const code =
    prefixed ?? (token.type === 'sign' || token.text === token.text.toUpperCase() ? readCurrency(token.key) : undefined);
  const next = prefixed === undefined ? at + 1 : at + 2;
  return code !== undefined && (tokens[next]?.type === 'number' || isMinus(tokens, next)) ? { code, next } : undefined;
}

/** A sign in front of digits that follows nothing it could join: "−5", not "3-5" and not "- 5". */
function isMinus(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at];
  const number = tokens[at + 1];
  return (
    sign !== undefined && MINUS.has(sign.text) && number?.type === 'number' && number.isJoined && (!sign.isJoined || at === 0)
  );
}

function readRangeEnd(tokens: readonly Token[], at: number, low: PlainNumber, language: string): PlainNumber | undefined {
  const joint = tokens[low.next];
  if (!joint || low.isDoubtful) return undefined;
  const isBetween = AND.has(joint.key) && BETWEEN.has(tokens[at - 1]?.key ?? '');
  if (!isBetween && !TO.has(joint.key)) return undefined;
  // "5-day" is no range, "5 - 10" is one, "5 -10" is not.
  const sign = tokens[low.next + 1]?.type === 'sign' && readCurrency(tokens[low.next + 1]?.key ?? '') !== undefined ? 1 : 0;
  const high = readPlainNumber(tokens, low.next + 1 + sign, language);
  const [from] = low.numbers;
  const rising = high?.numbers.filter((to) => from !== undefined && to > from) ?? [];
  return high && !high.isDoubtful && rising.length > 0 ? { ...high, numbers: rising } : undefined;
}

type FoundUnit = (Unit | { kind: 'currency' | 'percent'; unit: string; factors: readonly number[] }) & { next: number };

function readUnit(tokens: readonly Token[], at: number, language: string): FoundUnit | undefined {
  const hyphen = tokens[at];
  const isHyphened = (hyphen?.text === '-' || hyphen?.text === '‑') && hyphen.isJoined && tokens[at + 1]?.isJoined === true;
  const first = isHyphened ? at + 1 : PASSED_OVER.has(hyphen?.key ?? '') ? at + 1 : at;
  const token = tokens[first];
  if (!token) return undefined;
  const next = first + 1;
  if (PERCENT.has(token.key)) return { kind: 'percent', unit: '%', factors: [1], next };
  const pair = `${token.key}${tokens[next]?.key ?? ''}`;
  if (/^(?:percent|porciento|pourcent|porcento)$/.test(pair) && token.type === 'word')
    return { kind: 'percent', unit: '%', factors: [1], next: next + 1 };
  const currency = readCurrency(token.key);
  if (currency !== undefined && !isHyphened) return { kind: 'currency', unit: currency, factors: [1], next };
  if (token.type !== 'word') return undefined;
  if (isBusinessBefore(token.key)) {
    const joined = tokens[next]?.text === '-' ? next + 1 : next;
    const day = readUnitWord(tokens[joined]?.key ?? '', language);
    return day?.kind === 'duration'
      ? { ...day, unit: `business ${day.unit === 's' ? toDayOrHour(day) : day.unit}`, factors: toBusiness(day), next: joined + 1 }
      : undefined;
  }
  const unit = readUnitWord(token.key, language);
  if (!unit || (token.key.length === 1 && !(token.isJoined && !isHyphened && token.text === token.key) && token.text !== 'h'))
    return undefined;
  const behind = tokens[next];
  if (unit.kind === 'duration' && behind?.type === 'word' && isBusinessAfter(behind.key)) {
    return { ...unit, unit: `business ${toDayOrHour(unit)}`, factors: toBusiness(unit), next: next + 1 };
  }
  return { ...unit, next };
}

const DAY = 86_400;

function toDayOrHour(unit: Unit): string {
  return (unit.factors[0] ?? 0) % DAY === 0 ? 'day' : 's';
}

function toBusiness(unit: Unit): readonly number[] {
  return toDayOrHour(unit) === 'day' ? unit.factors.map((one) => one / DAY) : unit.factors;
}
