import type { Token } from './tokens.ts';
import type { Found, Reading } from './value.ts';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl'];
const SHORT: Readonly<Record<string, string>> = {
  en: 'jan feb mar apr may jun jul aug sep oct nov dec',
  de: 'jan feb mrz apr mai jun jul aug sep okt nov dez',
  es: 'ene feb mar abr may jun jul ago sep oct nov dic',
  fr: 'janv fevr mars avr mai juin juil aout sept oct nov dec',
};
const OF = new Set(['of', 'de', 'del', 'di', 'do', 'the', 'van']);

let months: ReadonlyMap<string, number> | undefined;

/** Months by name in all languages, folded: a text quotes dates in any. Built at first use. */
function toMonths(): ReadonlyMap<string, number> {
  if (months) return months;
  const table = new Map<string, number>();
  const put = (name: string, index: number): void =>
    void table.set(
      name
        .normalize('NFD')
        .replaceAll(/\p{Mn}/gu, '')
        .replace(/\.$/, '')
        .toLowerCase(),
      index + 1,
    );
  for (const language of LANGUAGES) {
    const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    for (let index = 0; index < 12; index += 1) put(format.format(new Date(Date.UTC(2026, index, 1))), index);
    for (const [index, name] of (SHORT[language] ?? '').split(' ').entries()) if (name !== '') put(name, index);
  }
  table.set('sept', 9);
  return (months = table);
}

/** A date that begins at a token. Parts that are not written are left out: "2 November" is a day of every year. */
export function readDate(text: string, tokens: readonly Token[], at: number, language: string): Found | undefined {
  const parsed = readDigits(tokens, at, language) ?? readNamed(tokens, at);
  if (!parsed) return undefined;
  const start = tokens[at]?.start ?? 0;
  const end = tokens[parsed.next - 1]?.end ?? start;
  return { value: { kind: 'date', start, end, text: text.slice(start, end), readings: parsed.readings }, next: parsed.next };
}

type Parsed = { readonly readings: readonly Reading[]; readonly next: number };

const DAY_MONTH_YEAR = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/;

function readDigits(tokens: readonly Token[], at: number, language: string): Parsed | undefined {
  const first = tokens[at];
  if (first?.type !== 'number') return undefined;
  const dotted = DAY_MONTH_YEAR.exec(first.text);
  if (dotted) {
    const reading = toDay(toYear(dotted[3] ?? ''), Number(dotted[2]), Number(dotted[1]));
    // "1.2.24" in English is a version.
    return reading && (dotted[3]?.length === 4 || !language.startsWith('en')) ? { readings: [reading], next: at + 1 } : undefined;
  }
  const [sign, second, again, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  if (!sign || !second || !again || !third || sign.text !== again.text || !/^[-/]$/.test(sign.text)) return undefined;
  if (![sign, second, again, third].every((one) => one.isJoined) || second.type !== 'number' || third.type !== 'number')
    return undefined;
  const [a, b, c] = [first.text, second.text, third.text];
  if (!/^\d{1,4}$/.test(a) || !/^\d{1,2}$/.test(b) || !/^\d{1,4}$/.test(c)) return undefined;
  const next = at + 5;
  if (a.length === 4) {
    const reading = toDay(Number(a), Number(b), Number(c));
    return reading && { readings: [reading], next };
  }
  if (c.length !== 4 && c.length !== 2) return undefined;
  const dayFirst = toDay(toYear(c), Number(b), Number(a));
  const monthFirst = toDay(toYear(c), Number(a), Number(b));
  const isAmerican = /^en-(?:US|PH|CA)/i.test(language);
  const isOpen = language.toLowerCase() === 'en';
  const readings = (isOpen ? [monthFirst, dayFirst] : isAmerican ? [monthFirst ?? dayFirst] : [dayFirst ?? monthFirst]).filter(
    (one) => one !== undefined,
  );
  return readings.length === 0
    ? undefined
    : { readings: readings.filter((one, index) => readings.findIndex(({ low }) => low === one.low) === index), next };
}

/** "2 November 2026", "2. November", "November 2nd, 2026", "2 de noviembre de 2026", "November 2026". */
function readNamed(tokens: readonly Token[], at: number): Parsed | undefined {
  const first = tokens[at];
  if (first?.type === 'number') {
    const day = toDayNumber(first);
    if (day === undefined) return undefined;
    let next = at + 1;
    if (/^(?:st|nd|rd|th|er|\.|º|°)$/.test(tokens[next]?.key ?? '') && tokens[next]?.isJoined === true) next += 1;
    while (OF.has(tokens[next]?.key ?? '')) next += 1;
    const month = toMonth(tokens[next]);
    if (month === undefined) return undefined;
    return withYear(tokens, next + 1, month, day);
  }
  const month = toMonth(first);
  if (month === undefined || first === undefined) return undefined;
  const behind = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  const bare = OF.has(tokens[behind]?.key ?? '') ? behind + 1 : behind;
  const number = tokens[bare];
  if (number?.type !== 'number') return undefined;
  const day = toDayNumber(number);
  if (day !== undefined) {
    const next = /^(?:st|nd|rd|th)$/.test(tokens[bare + 1]?.key ?? '') ? bare + 2 : bare + 1;
    return withYear(tokens, next, month, day);
  }
  const year = toYearNumber(number);
  return year === undefined
    ? undefined
    : { readings: [{ low: year * 100 + month, high: year * 100 + month, unit: 'month' }], next: bare + 1 };
}

function withYear(tokens: readonly Token[], at: number, month: number, day: number): Parsed | undefined {
  const skip = tokens[at]?.text === ',' || tokens[at]?.text === '.' || OF.has(tokens[at]?.key ?? '') ? at + 1 : at;
  const year = toYearNumber(tokens[skip]);
  if (year !== undefined) {
    const reading = toDay(year, month, day);
    return reading && { readings: [reading], next: skip + 1 };
  }
  if (!toDay(2024, month, day)) return undefined;
  const low = month * 100 + day;
  return { readings: [{ low, high: low, unit: 'day of year' }], next: at };
}

/** English "may" and "march" in lower case are verbs. */
function toMonth(token: Token | undefined): number | undefined {
  if (token?.type !== 'word' || /^(?:may|march|mar|set|do|ago|dec)$/.test(token.text)) return undefined;
  return toMonths().get(token.key);
}

function toDayNumber(token: Token): number | undefined {
  return /^\d{1,2}$/.test(token.text) && Number(token.text) >= 1 && Number(token.text) <= 31 ? Number(token.text) : undefined;
}

function toYearNumber(token: Token | undefined): number | undefined {
  return token?.type === 'number' && /^(?:19|20)\d\d$/.test(token.text) ? Number(token.text) : undefined;
}

function toYear(raw: string): number {
  return raw.length === 2 ? 2000 + Number(raw) : Number(raw);
}

function toDay(year: number, month: number, day: number): Reading | undefined {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const low = year * 10_000 + month * 100 + day;
  return { low, high: low, unit: 'day' };
}
