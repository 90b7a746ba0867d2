import type { TokenUse } from '../../utils/domain/spending.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** An article that was not touched for a year is shown with its age. */
const OLD_AFTER_DAYS = 365;

/** A language's name in the interface language: `de` → German. */
export function nameLanguage(language: string): string {
  try {
    return new Intl.DisplayNames([navigator.language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** Day and month, with the year when it is another one. */
export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const isThisYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleDateString(navigator.language, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

export function formatTime(iso: string): string {
  return new Date(iso).toLocaleTimeString(navigator.language, { hour: '2-digit', minute: '2-digit' });
}

/** "13 months old" for what is older than a year, else `undefined`. */
export function describeAge(iso: string, now: Date = new Date()): string | undefined {
  const days = (now.getTime() - Date.parse(iso)) / DAY_MS;
  return days > OLD_AFTER_DAYS ? `${Math.floor(days / 30.44)} months old` : undefined;
}

/** 38 ms, 0.4 s, 12 s. */
export function formatSeconds(ms: number): string {
  if (ms < 100) return `${Math.round(ms).toLocaleString(navigator.language)} ms`;
  const seconds = ms / 1000;
  return `${seconds.toLocaleString(navigator.language, { maximumFractionDigits: seconds < 10 ? 1 : 0 })} s`;
}

/** 1,180 + 214 tokens; with "about" where they were not counted by the server. */
export function formatTokens({ input, output, isEstimated }: TokenUse): string {
  const count = (value: number): string => value.toLocaleString(navigator.language);
  return `${isEstimated ? 'about ' : ''}${count(input)} + ${count(output)} tokens`;
}

/** Small sums keep the digits that say something: $0.0041. */
export function formatMoney(money: number, currency: string): string {
  return money.toLocaleString(navigator.language, {
    style: 'currency',
    currency,
    ...(money !== 0 && money < 0.1 ? { minimumSignificantDigits: 2, maximumSignificantDigits: 2 } : {}),
  });
}

export function formatPercent(share: number): string {
  return share.toLocaleString(navigator.language, { style: 'percent', maximumFractionDigits: 0 });
}
