/** What a server that asks for patience without a number gets; each further time twice as much. */
const UNSAID_MS = 2000;

/**
 * Milliseconds that an answer with 429 or 503 asks to wait: `Retry-After` (seconds or a date), else `X-RateLimit-Reset` or
 * `RateLimit-Reset` (seconds, or a Unix time in seconds), else 2 s, 4 s, 8 s by `tries` from 1. Never negative.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readWait(headers: Headers, tries: number, now: number): number {
  const asked = toMs(headers.get('retry-after'), now);
  const reset = toMs(headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset'), now);
  return Math.max(0, asked ?? reset ?? UNSAID_MS * 2 ** (tries - 1));
}

function toMs(value: string | null, now: number): number | undefined {
  const wish = value?.trim() ?? '';
  if (wish === '') return undefined;
  const number = Number(wish);
  // A time since 1970 and a number of seconds look alike; no server asks for thirty years.
  if (Number.isFinite(number)) return number > 1e9 ? number * 1000 - now : number * 1000;
  const date = Date.parse(wish);
  return Number.isNaN(date) ? undefined : date - now;
}
