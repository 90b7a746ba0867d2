import { z } from 'zod/mini';
import type { Failure, Result } from '../domain/failure.ts';
import type { HelpdeskPage } from '../ports/helpdesk-adapter.ts';

/** A helpdesk that says nothing for this long is not answering; the next look asks again. */
const MAX_WAIT_MS = 15_000;

export type Answer = {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
  readonly redirected: boolean;
};

export const unreadable = (helpdesk: string, missing: string, status?: number): { ok: false; error: Failure } => ({
  ok: false,
  error: { kind: 'ticket-unreadable', helpdesk, missing, ...(status === undefined ? {} : { status }) },
});

/** Does the helpdesk say that there is no such ticket, or none that this agent may see? */
export const isGone = (failure: Failure): boolean =>
  failure.kind === 'ticket-unreadable' && (failure.status === 404 || failure.status === 410);

/** One same-origin GET with the agent's session, whole or not at all. `what` names the part of the ticket in plain words. */
export async function readAnswer(
  page: HelpdeskPage,
  path: string,
  accept: string,
  helpdesk: string,
  what: string,
  signal: AbortSignal,
): Promise<Result<Answer>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), MAX_WAIT_MS);
  try {
    const answer = await page.fetch(path, { signal: AbortSignal.any([signal, patience.signal]), headers: { accept } });
    const body = await answer.text();
    return {
      ok: true,
      value: {
        status: answer.status,
        body,
        contentType: answer.headers.get('content-type') ?? '',
        redirected: answer.redirected,
      },
    };
  } catch {
    const why = patience.signal.aborted
      ? 'no answer within 15 seconds'
      : signal.aborted
        ? 'reading was stopped'
        : 'no connection';
    return unreadable(helpdesk, `${what} (${why})`);
  } finally {
    clearTimeout(timer);
  }
}

/** JSON that fits `schema`. A page in place of data is a login page when it was redirected to or asks for a password. */
export async function readJson<T>(
  page: HelpdeskPage,
  path: string,
  schema: z.core.$ZodType<T>,
  helpdesk: string,
  what: string,
  signal: AbortSignal,
): Promise<Result<T>> {
  const read = await readAnswer(page, path, 'application/json', helpdesk, what, signal);
  if (!read.ok) return read;
  const { status, body, contentType, redirected } = read.value;
  if (status === 401) return { ok: false, error: { kind: 'signed-out', helpdesk } };
  if (status >= 400) return unreadable(helpdesk, `${what} (HTTP ${status})`, status);
  if (!contentType.includes('json')) {
    if (redirected || /<input[^>]+type=["']?password/i.test(body)) return { ok: false, error: { kind: 'signed-out', helpdesk } };
    return unreadable(helpdesk, `${what} (a page came in place of data)`);
  }
  const parsed = z.safeParse(schema, parseJson(body));
  return parsed.success ? { ok: true, value: parsed.data } : unreadable(helpdesk, `${what} (the answer has an unknown form)`);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
