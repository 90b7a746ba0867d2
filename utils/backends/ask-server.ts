import { FailureError } from '../domain/failure.ts';
import type { Endpoint } from '../domain/settings.ts';
import { within, type BackendDeps } from './backend-deps.ts';
import { createEgress } from './egress.ts';
import { quirksOf, toKeyHeaders } from './quirks.ts';
import { readSaid } from './read-said.ts';
import { isRetryableStatus, readRetryAfter, RetryableError } from './retry.ts';
import { findKeyFault, tidyKey } from './tidy-key.ts';

/** An answer longer than this is no reply to a ticket; a server that never ends one would fill the memory. */
const MAX_ANSWER_BYTES = 4_000_000;

/** `key` as it was pasted, empty for none; how it is sent depends on the server's family, told from the address without `preset`. */
export type Server = {
  readonly endpoint: Pick<Endpoint, 'baseUrl' | 'model' | 'preset'>;
  readonly key: string;
  readonly deps: BackendDeps;
};

/** An answer with a good status. `start` is its first piece, undefined when there is none; `rest` yields what follows. */
export type Answer = {
  readonly host: string;
  readonly start: Uint8Array | undefined;
  readonly rest: () => Promise<Uint8Array | undefined>;
};

/**
 * Sends one request to `path` below the endpoint's base address and waits for the first byte of the answer. `path` may have a
 * query; a form is sent as a form, any other `body` as JSON. Without `method`: GET without a body, POST with one.
 * Throws `FailureError`s as `createEgress` does, `backend-silent`, and `backend-rejected` for a status of 400 and more.
 */
export async function askServer(
  { endpoint, key: pasted, deps }: Server,
  path: string,
  body: unknown,
  signal: AbortSignal,
  method: 'GET' | 'POST' | 'DELETE' = body === undefined ? 'GET' : 'POST',
): Promise<Answer> {
  const url = new URL(endpoint.baseUrl);
  const [below = '', query = ''] = path.split('?');
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${below}`;
  if (query !== '') url.search = url.search === '' ? query : `${url.search}&${query}`;
  const host = url.host;
  const isForm = body instanceof FormData;
  const key = tidyKey(pasted);
  refuseKeyFault(key, host);
  const keyHeaders = toKeyHeaders(quirksOf(endpoint), key, below);
  const egress = createEgress([{ origin: new URL(endpoint.baseUrl).origin, keyHeaders }], deps.fetch);
  const silentAfter = async <T>(work: Promise<T>, afterMs: number): Promise<T> => {
    const done = await within(
      work.then((value) => ({ value })),
      afterMs,
      deps.sleep,
      signal,
    );
    if (done === undefined) throw new FailureError({ kind: 'backend-silent', host, afterMs });
    return done.value;
  };
  const open = async (): Promise<Answer> => {
    const response = await egress(url, {
      method,
      headers: body === undefined || isForm ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      signal,
    });
    const reader = response.body?.getReader();
    const read = async (): Promise<Uint8Array | undefined> => (await reader?.read())?.value;
    let bytes = 0;
    const rest = async (): Promise<Uint8Array | undefined> => {
      const piece = await silentAfter(read(), deps.stallMs);
      bytes += piece?.length ?? 0;
      if (bytes > MAX_ANSWER_BYTES) throw new FailureError({ kind: 'backend-garbled', host, said: 'The answer does not end.' });
      return piece;
    };
    if (response.ok) return { host, start: await read().catch(() => failCutOff(host)), rest };
    const said = readSaid(await readText({ host, start: undefined, rest }).catch(() => ''), key);
    const rejected = { kind: 'backend-rejected', host, status: response.status, said } as const;
    throw isRetryableStatus(response.status)
      ? new RetryableError(rejected, readRetryAfter(response.headers, deps.now()))
      : new FailureError(rejected);
  };
  try {
    return await silentAfter(open(), deps.firstByteMs);
  } catch (thrown) {
    signal.throwIfAborted();
    const lost = thrown instanceof FailureError && thrown.failure.kind === 'backend-unreachable';
    throw lost ? new RetryableError(thrown.failure, undefined, { cause: thrown }) : thrown;
  }
}

/** The whole answer as text. */
export async function readText(answer: Answer): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (let piece = answer.start ?? (await answer.rest()); piece !== undefined; piece = await answer.rest()) {
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function failCutOff(host: string): never {
  throw new RetryableError({ kind: 'backend-cut-off', host, received: 0 });
}

function refuseKeyFault(key: string, host: string): void {
  const said = findKeyFault(key);
  if (said !== undefined) throw new FailureError({ kind: 'backend-rejected', host, status: 401, said });
}
