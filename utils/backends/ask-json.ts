import { z } from 'zod';
import { FailureError, toFailure, type Failure } from '../domain/failure.ts';
import { askServer, readText, type Server } from './ask-server.ts';
import { RetryableError, toRetryDelay } from './retry.ts';

export type JsonRequest = { readonly method: 'GET' | 'POST' | 'DELETE'; readonly path: string; readonly body?: unknown };

/** Where a server names no time after which it may be asked again. */
const BUSY_MS = 60_000;

/**
 * One answer of an OpenAI-compatible server that holds knowledge, read by `schema`; at most three tries. Throws
 * `FailureError`s of the `source-…` kinds, and the signal's reason when aborted.
 */
export async function askJson<T extends z.ZodType>(
  server: Server,
  request: JsonRequest,
  schema: T,
  signal: AbortSignal,
): Promise<z.infer<T>> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await askServer(server, request.path, request.body, signal, request.method);
      return readJson(await readText(answer), schema, answer.host);
    } catch (thrown) {
      signal.throwIfAborted();
      const delayMs = toRetryDelay(thrown, tries, server.deps.random);
      if (delayMs === undefined) throw toSourceError(thrown, new URL(server.endpoint.baseUrl).host);
      await server.deps.sleep(delayMs, signal);
    }
  }
}

function readJson<T extends z.ZodType>(text: string, schema: T, host: string): z.infer<T> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (thrown) {
    const missing = thrown instanceof z.ZodError ? (thrown.issues[0]?.path.join('.') ?? '') : 'JSON';
    throw new FailureError({ kind: 'source-changed', host, missing: missing.slice(0, 100) || 'an object' }, { cause: thrown });
  }
}

function toSourceError(thrown: unknown, host: string): FailureError {
  const askedMs = thrown instanceof RetryableError ? thrown.askedMs : undefined;
  return new FailureError(toSourceFailure(toFailure(thrown), host, askedMs), { cause: thrown });
}

function toSourceFailure(failure: Failure, host: string, askedMs: number | undefined): Failure {
  const { kind } = failure;
  if (kind === 'backend-unreachable' || kind === 'backend-silent' || kind === 'backend-cut-off') {
    return { kind: 'source-unreachable', host };
  }
  if (kind === 'backend-not-allowed') return { kind: 'source-not-allowed', host };
  if (kind === 'backend-garbled') return { kind: 'source-changed', host, missing: 'an answer of the documented form' };
  if (kind !== 'backend-rejected') return failure;
  return failure.status === 429 || failure.status === 503
    ? { kind: 'source-busy', host, retryAfterMs: askedMs ?? BUSY_MS }
    : { kind: 'source-rejected', host, status: failure.status };
}
