import { FailureError } from '../../domain/failure.ts';
import type { SourceDeps } from '../../ports/knowledge-source.ts';
import { isSignInPage, readBody } from './read-body.ts';
import { readWait } from './read-wait.ts';
import { changed, rejected } from './source-failure.ts';

/** Between two requests: at most five a second, below every limit that the products document for one agent. */
const GAP_MS = 200;
/** A worker without events ends after 30 s; who asks for a longer wait is asked again by the next reading. */
const MAX_WAIT_MS = 20_000;
const MAX_TRIES = 4;
const MAX_SILENCE_MS = 30_000;

export type SourceAnswer = {
  /** 200, 304, or a status of `allowed`. */
  readonly status: number;
  /** Absent unless the status is 2xx. */
  readonly json: unknown;
  readonly headers: Headers;
};

type AskOptions = {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses that the caller understands; all other errors throw. */
  readonly allowed?: readonly number[];
};

export type SourceClient = {
  readonly host: string;
  readonly root: URL;
  /** JSON at an address beneath the root. Throws `FailureError` (`source-…`), and the signal's reason when aborted. */
  readonly ask: (path: string, options?: AskOptions) => Promise<SourceAnswer>;
  /** An address that the server gave, as a path for `ask`: only beneath the root on the root's own origin. */
  readonly toPath: (address: string) => string;
};

/**
 * The one way out to a product's API: requests one after the other, beneath `root` only, no redirect followed, at most 10 MB
 * of answer. Waits when the server asks for it (429, 503), up to 20 s at a time and four times, then `source-busy`.
 * With a key no cookies are sent.
 */
export function createSourceClient(
  root: URL,
  headers: Readonly<Record<string, string>>,
  hasKey: boolean,
  deps: SourceDeps,
  signal: AbortSignal,
): SourceClient {
  const { host } = root;
  let isFirst = true;

  const resolve = (address: string): URL => {
    const url = new URL(address, root);
    const isBeneath = url.origin === root.origin && url.pathname.startsWith(root.pathname) && url.username === '';
    if (!isBeneath) throw changed(host, 'a next page on its own address');
    return url;
  };

  const send = async (url: URL, options: AskOptions): Promise<Response> => {
    if (!isFirst) await deps.sleep(GAP_MS, signal);
    isFirst = false;
    signal.throwIfAborted();
    try {
      return await deps.fetch(url, {
        method: options.method ?? 'GET',
        headers: { accept: 'application/json', ...headers, ...options.headers },
        credentials: hasKey ? 'omit' : 'include',
        redirect: 'manual',
        cache: 'no-store',
        signal: AbortSignal.any([signal, AbortSignal.timeout(MAX_SILENCE_MS)]),
      });
    } catch (thrown) {
      throw toFailure(thrown);
    }
  };

  const toFailure = (thrown: unknown): unknown => {
    if (signal.aborted) return signal.reason;
    if (thrown instanceof FailureError) return thrown;
    return new FailureError({ kind: 'source-unreachable', host }, { cause: thrown });
  };

  const sendPatiently = async (url: URL, options: AskOptions): Promise<Response> => {
    for (let tries = 1; ; tries += 1) {
      const response = await send(url, options);
      if (response.status !== 429 && response.status !== 503) return response;
      await response.body?.cancel();
      const waitMs = readWait(response.headers, tries, deps.now().getTime());
      if (tries === MAX_TRIES || waitMs > MAX_WAIT_MS) {
        throw new FailureError({ kind: 'source-busy', host, retryAfterMs: waitMs });
      }
      await deps.sleep(waitMs, signal);
    }
  };

  return {
    host,
    root,
    toPath: (address) => {
      const url = resolve(address);
      return url.pathname.slice(root.pathname.length) + url.search;
    },
    async ask(path, options = {}) {
      const url = resolve(path);
      const response = await sendPatiently(url, options);
      refuseRedirect(response, root);
      const { status } = response;
      if (status === 304 || options.allowed?.includes(status)) {
        await response.body?.cancel();
        return { status, json: undefined, headers: response.headers };
      }
      let body: string;
      try {
        body = await readBody(response, host);
      } catch (thrown) {
        throw toFailure(thrown);
      }
      signal.throwIfAborted();
      if (!response.ok) throw rejected(host, status);
      return { status: 200, json: parseJson(body, host), headers: response.headers };
    },
  };
}

/** APIs don't redirect; what does is a sign-in page, or another host that must not get the request. */
function refuseRedirect(response: Response, root: URL): void {
  const isRedirect =
    response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304);
  const location = response.headers.get('location');
  const to = response.redirected ? new URL(response.url) : isRedirect && location ? URL.parse(location, root) : undefined;
  if (to && to.origin !== root.origin) throw rejected(root.host, isRedirect ? response.status : 302);
  if (isRedirect) throw rejected(root.host, 401);
}

function parseJson(body: string, host: string): unknown {
  try {
    return JSON.parse(body);
  } catch (thrown) {
    if (isSignInPage(body)) throw rejected(host, 401);
    const isPage = /^\s*</.test(body);
    throw changed(host, isPage ? 'data (a page came in its place)' : 'whole JSON', { cause: thrown });
  }
}
