import { FailureError } from '../domain/failure.ts';

/** An origin that may be asked, and the headers that carry the key which is stored for it. */
export type AllowedOrigin = { readonly origin: string; readonly keyHeaders: Readonly<Record<string, string>> };

export type Egress = (url: URL, init: EgressInit) => Promise<Response>;
export type EgressInit = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Without the key: it is added for its own origin, and only there. */
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

/**
 * Is the host this machine? The URL parser has already turned every way to write 127.0.0.1 into this one; `localhost` and names
 * below it never leave the machine (RFC 6761, section 6.3: browsers keep to it).
 */
export function isLoopback(url: URL): boolean {
  return /^(?:(?:.+\.)?localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(url.hostname);
}

/** No cookies, no referrer, no cache; and no redirect: it would carry the ticket to an address that nobody configured. */
const closed = { redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

/**
 * The one way out of this room: asks the origins it is given, each with its own key, and nobody else. Throws `FailureError`:
 * `backend-not-allowed` before anything is sent, `backend-unreachable` when no answer comes; and the signal's reason when aborted.
 */
export function createEgress(allowed: readonly AllowedOrigin[], fetch: typeof globalThis.fetch): Egress {
  return async (url, init) => {
    const way = allowed.find(({ origin }) => origin === url.origin);
    if (way === undefined || findAddressFault(url) !== undefined) {
      throw new FailureError({ kind: 'backend-not-allowed', host: url.host });
    }
    try {
      return await fetch(url.href, { ...init, headers: { ...init.headers, ...way.keyHeaders }, ...closed });
    } catch (thrown) {
      init.signal.throwIfAborted();
      throw new FailureError({ kind: 'backend-unreachable', host: url.host }, { cause: thrown });
    }
  };
}

/**
 * What stands behind an address that gave no answer, as far as a browser tells; carries no key and nothing of a ticket.
 * `redirects`: it answers, and sends elsewhere. `answers`: it answers now. `withheld`: something answers, and the browser keeps the
 * answer from us (no permission, or cross-origin rules). `nothing`: no name, nobody listens, no certificate that holds, or no
 * network: tried in Chromium 156, these differ in neither error, timing nor resource timing.
 */
export async function probeAddress(
  url: URL,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<'redirects' | 'answers' | 'withheld' | 'nothing'> {
  if (findAddressFault(url) !== undefined) return 'nothing';
  const ask = (init: RequestInit): Promise<Response | undefined> =>
    fetch(url.href, { ...closed, ...init, signal }).catch(() => undefined);
  const seen = await ask({ redirect: 'manual' });
  if (seen) return seen.type === 'opaqueredirect' || (seen.status >= 300 && seen.status < 400) ? 'redirects' : 'answers';
  signal.throwIfAborted();
  // Browsers take `no-cors` with `follow` only; what it leads to learns nothing but that somebody asked.
  return (await ask({ redirect: 'follow', mode: 'no-cors' })) ? 'withheld' : 'nothing';
}
