import type { LookUpTrouble } from '../../domain/look-up.ts';

/** An answer about one order is small; one that is larger than this, in bytes, is not read to its end. */
const MAX_ANSWER_BYTES = 512_000;

/** What went wrong in a way that the protocol client cannot tell. */
export class LookUpError extends Error {
  readonly trouble: LookUpTrouble;
  readonly status: number | undefined;
  constructor(trouble: LookUpTrouble, said: string, status?: number, options?: ErrorOptions) {
    super(said, options);
    this.name = 'LookUpError';
    this.trouble = trouble;
    this.status = status;
  }
}

/** May this address be asked: https anywhere, http only on this machine, no name or password in it. */
export function mayAsk(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return true;
  const isLoopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
  return url.protocol === 'http:' && isLoopback;
}

/** Mark of a request that the guard answered itself. */
const notSent = (): Response => new Response(null, { status: 405 });

/**
 * The one way out to an MCP server: POSTs to `server` itself and to nothing else. No cookies, no referrer, no cache, no redirect,
 * no listening stream, at most 512 kB of answer. `onTrouble` hears what ends the look-up; the last HTTP error comes as `onStatus`.
 */
export function guardFetch(
  server: URL,
  headers: Readonly<Record<string, string>>,
  fetch: typeof globalThis.fetch,
  onTrouble: (error: LookUpError) => void,
  onStatus: (status: number) => void,
): (input: string | URL, init?: RequestInit) => Promise<Response> {
  const stop = (error: LookUpError): never => {
    onTrouble(error);
    throw error;
  };
  return async (input, init = {}) => {
    const url = new URL(input);
    if (url.href !== server.href || !mayAsk(url)) stop(new LookUpError('not-allowed', `${url.host} may not be asked.`));
    // A server may not speak to us on its own account, so neither its stream is opened nor one resumed.
    if (init.method !== 'POST') return notSent();
    const sent = new Headers(init.headers);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    let response: Response;
    try {
      response = await fetch(url.href, {
        ...init,
        headers: sent,
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
    } catch (thrown) {
      init.signal?.throwIfAborted();
      return stop(new LookUpError('unreachable', `No connection to ${url.host}.`, undefined, { cause: thrown }));
    }
    onStatus(response.status);
    const tooLarge = (): LookUpError => new LookUpError('too-large', `The answer is larger than ${MAX_ANSWER_BYTES / 1000} kB.`);
    return new Response(response.body && response.body.pipeThrough(countBytes(() => stop(tooLarge()))), {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  };
}

function countBytes(onTooMany: () => never): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(piece, controller) {
      bytes += piece.length;
      if (bytes > MAX_ANSWER_BYTES) onTooMany();
      controller.enqueue(piece);
    },
  });
}
