import type { Rate } from '../../utils/insights/rate.ts';

/** Every number and date of Insights, written the way `locale` writes it. */
export type Format = {
  /** 12,204 */
  readonly count: (value: number) => string;
  /** 46.8%, with one decimal. */
  readonly percent: (share: number) => string;
  /** 47%, without decimals, for tables and axes. */
  readonly roundPercent: (share: number) => string;
  /** 45.9–47.6% */
  readonly interval: (low: number, high: number) => string;
  /** "3 of 5" */
  readonly outOf: (part: number, whole: number) => string;
  /** 46.8%, or "3 of 5" where a percentage would say more than is known. */
  readonly rate: (rate: Rate) => string;
  /** A calendar day `YYYY-MM-DD`: 17 Aug */
  readonly day: (day: string) => string;
  /** 17 – 23 August 2026 */
  readonly dayRange: (first: string, last: string) => string;
  /** German, from `de`; the code itself where the browser has no name for it. */
  readonly language: (code: string) => string;
  /** 21 Nov 2026, 14:02 */
  readonly moment: (at: string) => string;
};

export function createFormat(locale: string, timeZone: string): Format {
  const number = new Intl.NumberFormat(locale);
  const decimals = (digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
  const oneDecimal = decimals(1);
  const noDecimal = decimals(0);
  // A `YYYY-MM-DD` is no instant: it is read and written in UTC, so no zone can move it to the day before.
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const longDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const outOf = (part: number, whole: number): string => `${number.format(part)} of ${number.format(whole)}`;
  return {
    count: (value) => number.format(value),
    percent: (share) => oneDecimal.format(share),
    roundPercent: (share) => noDecimal.format(share),
    interval: (low, high) => toShortRange(oneDecimal, low, high),
    outOf,
    rate: (rate) => (rate.kind === 'rate' ? oneDecimal.format(rate.rate) : outOf(rate.successes, rate.n)),
    day: (day) => shortDay.format(Date.parse(day)),
    dayRange: (first, last) => longDay.formatRange(Date.parse(first), Date.parse(last)),
    language: (code) => languages.of(code) ?? code,
    moment: (at) => instant.format(Date.parse(at)),
  };
}

/** 45.9–47.6% in place of 45.9% – 47.6%, in locales that put the sign last. */
function toShortRange(format: Intl.NumberFormat, low: number, high: number): string {
  const [first, last] = [format.format(low), format.format(high)];
  const sign = /[\s%٪]+$/u.exec(first)?.[0];
  return sign === undefined ? `${first}–${last}` : `${first.slice(0, -sign.length)}–${last}`;
}
