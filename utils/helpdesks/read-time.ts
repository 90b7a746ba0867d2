/** Seconds since 1970 have ten digits until the year 2286, milliseconds thirteen. */
const SECONDS = /^\d{10}$/;
const MILLISECONDS = /^\d{13}$/;

/** An offset as Jira and others write it; not every browser reads it without the colon. */
const BARE_OFFSET = /(T[\d:.]+[+-]\d\d)(\d\d)$/;

/** An ISO date in front, or a zone behind: words in the reader's language and days and months in either order have none of both. */
const DATE = /^\d{4}-\d\d-\d\d|^(?!\d+[./-]).*(?:[+-]\d\d:?\d\d|GMT|UTC|Z)(?: ?\([^)]*\))?$/;

/** ISO 8601 in UTC of a machine-readable time: ISO (local where no zone is given), RFC 2822, or seconds or milliseconds since 1970. `undefined` for anything else. */
export function readTime(raw: string | number): string | undefined {
  const text = String(raw).trim();
  if (!/\d{4}/.test(text)) return undefined;
  const ms = SECONDS.test(text)
    ? Number(text) * 1000
    : MILLISECONDS.test(text)
      ? Number(text)
      : DATE.test(text)
        ? Date.parse(text.replace(BARE_OFFSET, '$1:$2'))
        : NaN;
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
