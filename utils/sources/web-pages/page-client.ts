import { FailureError } from '../../domain/failure.ts';
import type { SourceDeps } from '../../ports/knowledge-source.ts';
import { readWait } from '../paged/read-wait.ts';
import { UnreadableError } from '../unreadable-error.ts';

/** Between two requests, also to different hosts: four pages a second are less than a reader's browser asks for. */
const GAP_MS = 250;
/** A worker without events ends after 30 s; who asks for a longer wait is asked again by the next reading. */
const MAX_WAIT_MS = 20_000;
const MAX_TRIES = 4;

export type PageAnswer = {
  readonly status: number;
  readonly headers: Headers;
  /** Where it came from, after redirects on the same site. */
  readonly url: URL;
  /** Empty unless the status is 200. */
  readonly bytes: Uint8Array;
};

export type PageClient = {
  /**
   * One request after the other, at least 250 ms and `delayMs` apart, without cookies; waits where the server asks for it (429,
   * 503). Statuses are answers. Throws `FailureError` (`source-unreachable`, `source-not-allowed`, `source-busy`), `UnreadableError`
   * for more than `maxBytes`, the signal's reason.
   */
  readonly get: (
    url: URL,
    options: { readonly maxBytes: number; readonly delayMs?: number; readonly headers?: Readonly<Record<string, string>> },
  ) => Promise<PageAnswer>;
};

export function createPageClient(deps: SourceDeps, signal: AbortSignal): PageClient {
  let isFirst = true;
  return {
    async get(url, { maxBytes, delayMs = 0, headers = {} }) {
      for (let tries = 1; ; tries += 1) {
        if (!isFirst) await deps.sleep(Math.max(GAP_MS, delayMs), signal);
        isFirst = false;
        signal.throwIfAborted();
        try {
          const response = await deps.fetch(url, {
            headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8', ...headers },
            credentials: 'omit',
            redirect: 'follow',
            cache: 'no-store',
            signal,
          });
          const isBusy = response.status === 429 || response.status === 503;
          if (!isBusy) return await toAnswer(response, url, maxBytes);
          drop(response);
          const waitMs = readWait(response.headers, tries, deps.now().getTime());
          if (tries === MAX_TRIES || waitMs > MAX_WAIT_MS)
            throw new FailureError({ kind: 'source-busy', host: url.host, retryAfterMs: waitMs });
          await deps.sleep(waitMs, signal);
        } catch (thrown) {
          signal.throwIfAborted();
          if (thrown instanceof FailureError || thrown instanceof UnreadableError) throw thrown;
          throw new FailureError({ kind: 'source-unreachable', host: url.host }, { cause: thrown });
        }
      }
    },
  };
}

async function toAnswer(response: Response, asked: URL, maxBytes: number): Promise<PageAnswer> {
  const { status, headers } = response;
  const url = URL.parse(response.url) ?? asked;
  if (status !== 200) drop(response);
  return { status, headers, url, bytes: status === 200 ? await readBytes(response.body, maxBytes) : new Uint8Array() };
}

/** Nobody waits for what is not read. */
function drop(response: Response): void {
  void response.body?.cancel().catch(() => undefined);
}

/** All of a stream, or `UnreadableError` as soon as it is more than `maxBytes`. */
export async function readBytes(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      void reader.cancel().catch(() => undefined);
      throw new UnreadableError(`it is larger than ${Math.round(maxBytes / 1024 / 1024)} MB`);
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
