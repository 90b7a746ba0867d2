/** Seconds since 1970 have ten digits until the year 2286, milliseconds thirteen. */
const SECONDS = /^\d{10}$/;
const MILLISECONDS = /^\d{13}$/;

/** An offset as Jira and others write it; not every browser reads it without the colon. */
const BARE_OFFSET = /(T[\d:.]+[+-]\d\d)(\d\d)$/;

/** ISO 8601 in UTC of a machine-readable time: ISO (local where no zone is given), RFC 2822, or seconds or milliseconds since 1970. `undefined` for anything else. */
export function readTime(raw: string | number): string | undefined {
  const text = String(raw).trim();
  if (!/\d{4}/.test(text)) return undefined;
  const ms = SECONDS.test(text)
    ? Number(text) * 1000
    : MILLISECONDS.test(text)
      ? Number(text)
      : Date.parse(text.replace(BARE_OFFSET, '$1:$2'));
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
