const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
const SECOND_MS = 1000;

/** "today 06:10", "tomorrow 06:10", "3 Nov", with the year when it is another one. `timeZone` is the browser's unless given. */
export function describeMoment(iso: string, nowMs: number, timeZone?: string): string {
  const at = new Date(iso);
  const day = toDay(at, timeZone);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  if (day === toDay(new Date(nowMs), timeZone)) return `today ${time}`;
  if (day === toDay(new Date(nowMs - 24 * HOUR_MS), timeZone)) return `yesterday ${time}`;
  if (day === toDay(new Date(nowMs + 24 * HOUR_MS), timeZone)) return `tomorrow ${time}`;
  const isThisYear = day.slice(0, 4) === toDay(new Date(nowMs), timeZone).slice(0, 4);
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
    timeZone,
  }).format(at);
}

/** When a source is read next, ISO 8601; `undefined` for one that is read only when told to, or that was never read. */
export function findNextReading(completedAt: string | undefined, everyHours: number | undefined): string | undefined {
  if (completedAt === undefined || everyHours === undefined) return undefined;
  return new Date(Date.parse(completedAt) + everyHours * HOUR_MS).toISOString();
}

/** "about 2 minutes left"; `undefined` while nobody can tell. */
export function describeTimeLeft(ms: number | undefined): string | undefined {
  if (ms === undefined) return undefined;
  if (ms < 55 * SECOND_MS) return `about ${count(Math.max(5, Math.ceil(ms / SECOND_MS / 5) * 5), 'second')} left`;
  if (ms < 90 * MINUTE_MS) return `about ${count(Math.round(ms / MINUTE_MS), 'minute')} left`;
  return `about ${count(Math.round(ms / HOUR_MS), 'hour')} left`;
}

/** "1 article", "1,204 passages". */
export function count(n: number, one: string): string {
  return `${new Intl.NumberFormat('en').format(n)} ${n === 1 ? one : `${one}s`}`;
}

function toDay(date: Date, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(date);
}
