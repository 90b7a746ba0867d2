/** From `fromMs` (included) to `toMs` (excluded), epoch milliseconds. */
export type TimeRange = { readonly fromMs: number; readonly toMs: number };

/** Periods that Insights offers. `all` begins with the first row. */
export const periods = ['7-days', '30-days', '13-weeks', 'all'] as const;
export type Period = (typeof periods)[number];

const DAY_MS = 24 * 60 * 60 * 1000;
const daysOf = { '7-days': 7, '30-days': 30, '13-weeks': 91 } as const;

export function isInRange(atMs: number, range: TimeRange): boolean {
  return atMs >= range.fromMs && atMs < range.toMs;
}

/**
 * The period that ends with the day of `nowMs`: whole days in `timeZone` (IANA name), today included, so that
 * "7 days" is seven bars. For `all`, from the day of `firstMs`.
 */
export function toRange(period: Period, nowMs: number, firstMs: number, timeZone: string): TimeRange {
  const tomorrow = addDays(toDay(nowMs, timeZone), 1);
  const first = period === 'all' ? toDay(Math.min(firstMs, nowMs), timeZone) : addDays(tomorrow, -daysOf[period]);
  return { fromMs: toDayStart(first, timeZone), toMs: toDayStart(tomorrow, timeZone) };
}

/** The calendar day of an instant in a time zone, as `YYYY-MM-DD`. */
export function toDay(atMs: number, timeZone: string): string {
  const { year, month, day } = toFields(atMs, timeZone);
  return toIsoDay(Date.UTC(year, month - 1, day));
}

/** `YYYY-MM-DD` so many days later; negative is earlier. */
export function addDays(day: string, days: number): string {
  return toIsoDay(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

/** The Monday of the week of a day (ISO 8601). */
export function toMonday(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

const toIsoDay = (utcMs: number): string => new Date(utcMs).toISOString().slice(0, 10);

/** First instant of a day: guess in UTC, then correct twice by what the zone's clock shows (the offset may change in between). */
function toDayStart(day: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  const correct = (guess: number): number => guess - (toClockMs(guess, timeZone) - wanted);
  return correct(correct(wanted));
}

function toClockMs(atMs: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = toFields(atMs, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();

type Fields = { year: number; month: number; day: number; hour: number; minute: number; second: number };

function toFields(atMs: number, timeZone: string): Fields {
  let format = formats.get(timeZone);
  if (!format) {
    const numeric = 'numeric';
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    formats.set(timeZone, format);
  }
  const fields: Fields = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(atMs)) {
    if (type in fields) fields[type as keyof Fields] = Number(value);
  }
  return fields;
}
