import { FailureError, type Failure } from '../domain/failure.ts';

/** One request and two more: what the openai package does, and all that an agent will wait for. */
export const MAX_TRIES = 3;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 8000;
/** A server that asks for more than this is not asked again: the embedded drafter answers at once instead. */
const MAX_ASKED_MS = 60_000;

/** A failure that another try may mend, with the wait that the server asked for, if it did. */
export class RetryableError extends FailureError {
  readonly askedMs: number | undefined;
  constructor(failure: Failure, askedMs?: number, options?: ErrorOptions) {
    super(failure, options);
    this.askedMs = askedMs;
  }
}

/** May a request that was answered with this status be sent again? */
export function isRetryableStatus(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/**
 * Milliseconds to wait before try `tries + 1`, or `undefined` for "do not try again". What the server asks for is
 * honoured up to 60 s; without a wish: full jitter, evenly spread over [0, 0.5 s · 2ⁿ), at most 8 s.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function toRetryDelay(thrown: unknown, tries: number, random: () => number): number | undefined {
  if (!(thrown instanceof RetryableError) || tries >= MAX_TRIES) return undefined;
  const { askedMs } = thrown;
  if (askedMs === undefined) return random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (tries - 1));
  return askedMs <= MAX_ASKED_MS ? askedMs : undefined;
}

/**
 * The wait that `Retry-After` or `Retry-After-Ms` asks for, in milliseconds from `now`; `undefined` without one, and for
 * zero, the past and what cannot be read: these say nothing of how long to wait.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (ms > 0) return ms;
  const wish = headers.get('retry-after')?.trim() ?? '';
  const asked = /^[+-]?\d+(?:\.\d+)?$/.test(wish) ? Number(wish) * 1000 : Date.parse(wish) - now;
  return asked > 0 ? asked : undefined;
}
