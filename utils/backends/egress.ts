import { FailureError } from '../domain/failure.ts';

export type Egress = (url: URL, init: EgressInit) => Promise<Response>;
export type EgressInit = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  readonly signal: AbortSignal;
};

/** Why an address may not be asked, or `undefined` when it may: https anywhere, http only on this machine, no name or password in it. */
export function findAddressFault(url: URL): 'not-http' | 'http-elsewhere' | 'has-credentials' | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not-http';
  if (url.username !== '' || url.password !== '') return 'has-credentials';
  return url.protocol === 'http:' && !isLoopback(url) ? 'http-elsewhere' : undefined;
}

/** Is the host this machine? The URL parser has already turned every way to write 127.0.0.1 into this one. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
}

/**
 * The one way out of this room: asks `origin` and nobody else. No cookies, no referrer, no cache, no redirect: a redirect
 * would carry the ticket to an address that nobody configured.
 * Throws `FailureError`: `backend-not-allowed` before anything is sent, `backend-unreachable` when no answer comes; and the
 * signal's reason when aborted.
 */
export function createEgress(origin: string, fetch: typeof globalThis.fetch): Egress {
  return async (url, init) => {
    if (url.origin !== origin || findAddressFault(url) !== undefined) {
      throw new FailureError({ kind: 'backend-not-allowed', host: url.host });
    }
    try {
      return await fetch(url.href, {
        ...init,
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
    } catch (thrown) {
      init.signal.throwIfAborted();
      throw new FailureError({ kind: 'backend-unreachable', host: url.host }, { cause: thrown });
    }
  };
}
