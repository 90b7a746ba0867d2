import { z } from 'zod/mini';

/**
 * Everything that can go wrong on the straight line, as data: it crosses message boundaries, is stored with the draft,
 * and is turned into two sentences (what happened, what to do next) in one place, `components/shared/describe-failure.ts`.
 */
export const failureSchema = z.discriminatedUnion('kind', [
  /** No connection to `host` could be made (DNS, refused, offline, cross-origin refusal). */
  z.object({ kind: z.literal('backend-unreachable'), host: z.string() }),
  /** `host` sent nothing for `afterMs` milliseconds. */
  z.object({ kind: z.literal('backend-silent'), host: z.string(), afterMs: z.number() }),
  /** `host` answered with an HTTP error; `status` 401/403 is a wrong key, 404 a wrong model or address, 429 too many requests. */
  z.object({
    kind: z.literal('backend-rejected'),
    host: z.string(),
    status: z.number(),
    said: z.string().check(z.maxLength(300)),
  }),
  /** The answer is not what an OpenAI-compatible server sends: an HTML page, broken JSON, an error object, no text. */
  z.object({ kind: z.literal('backend-garbled'), host: z.string(), said: z.string().check(z.maxLength(300)) }),
  /** The stream ended before the reply did; `received` characters had arrived. */
  z.object({ kind: z.literal('backend-cut-off'), host: z.string(), received: z.number() }),
  /** A backend is configured but its address may not be asked: the browser permission for `host` is missing. */
  z.object({ kind: z.literal('backend-not-allowed'), host: z.string() }),
  /** `host` answered with something that is no reply; `why` in plain words ("the answer is in another language"). */
  z.object({ kind: z.literal('model-nonsense'), host: z.string(), why: z.string().check(z.maxLength(300)) }),
  /** No model can be asked: none is set for this (`not-set`), or the browser's own is not there, or not yet. */
  z.object({
    kind: z.literal('model-unavailable'),
    state: z.enum(['not-set', 'none', 'to-download', 'downloading', 'no-user-gesture']),
  }),
  /** Asking would go over what the team has allowed. Nothing was sent. */
  z.object({
    kind: z.literal('over-budget'),
    limit: z.enum(['draft', 'day', 'team', 'prompt']),
    unit: z.enum(['tokens', 'money']),
  }),
  /**
   * The helpdesk page has not shown the whole ticket yet, or never will; `missing` names the part in plain words. `tried`: where it was looked
   * for, a line each, for a report; selectors and counts, nothing that the page says. `status`: the HTTP status that the helpdesk answered with, where
   * that is the reason; 404 and 410: the ticket is gone (deleted, merged) or this agent may not see it.
   */
  z.object({
    kind: z.literal('ticket-unreadable'),
    helpdesk: z.string(),
    missing: z.string(),
    tried: z.optional(z.array(z.string().check(z.maxLength(300))).check(z.maxLength(40))),
    status: z.optional(z.number()),
  }),
  /** The agent is signed out of the helpdesk. */
  z.object({ kind: z.literal('signed-out'), helpdesk: z.string() }),
  /** The browser's storage is full or broken; what was there is kept, new rows wait in the journal. */
  z.object({ kind: z.literal('storage-full') }),
  z.object({ kind: z.literal('storage-broken'), said: z.string().check(z.maxLength(300)) }),
  /** A source of knowledge gave no connection, or none that lasted. */
  z.object({ kind: z.literal('source-unreachable'), host: z.string() }),
  /** The browser permission for the source's `host` is missing. */
  z.object({ kind: z.literal('source-not-allowed'), host: z.string() }),
  /** `host` answered with an HTTP error; 401/403 needs a sign-in or another key. */
  z.object({ kind: z.literal('source-rejected'), host: z.string(), status: z.number() }),
  /** `host` asks for fewer requests (429, 503); what was read is kept, the rest is read after `retryAfterMs`. */
  z.object({ kind: z.literal('source-busy'), host: z.string(), retryAfterMs: z.number() }),
  /** The answer of `host` lacks what its documentation promises; `missing` names it. What was read before is kept. */
  z.object({ kind: z.literal('source-changed'), host: z.string(), missing: z.string() }),
  /** The extension was updated or reloaded while the page was open. */
  z.object({ kind: z.literal('extension-updated') }),
  /** A message did not fit its schema, or came from a sender that may not send it. */
  z.object({ kind: z.literal('message-refused'), said: z.string().check(z.maxLength(300)) }),
  z.object({ kind: z.literal('unexpected'), said: z.string().check(z.maxLength(300)) }),
]);
export type Failure = z.infer<typeof failureSchema>;

/** A value or a failure, for everything that may fail in a way the caller has to handle. */
export type Result<T, E = Failure> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** An error that carries a `Failure` through code that throws (streams, SDKs) to the place that turns it into an outcome. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind, options);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** The failure inside an unknown thrown value; anything not ours becomes `unexpected` with at most 300 characters of its message. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  return { kind: 'unexpected', said: (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 300) };
}
