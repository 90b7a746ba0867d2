import { FailureError } from '../../domain/failure.ts';
import type { SourceOrigin } from '../../domain/passage.ts';
import type { SourceDeps } from '../../ports/knowledge-source.ts';

const MAX_REQUEST_MS = 30_000;

/** Origins that a source names, and no others are asked for it. */
export function listOrigins(origin: SourceOrigin): string[] {
  const addresses = origin.kind === 'web-pages' ? origin.addresses : [origin.baseUrl];
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}

/** The same as the browser's match patterns, which know no ports. */
export function toMatchPatterns(origin: SourceOrigin): string[] {
  const urls = listOrigins(origin).map((each) => new URL(each));
  return [...new Set(urls.map(({ protocol, hostname }) => `${protocol}//${hostname}/*`))];
}

/** The host that is named where one has to be. */
export function toHost(origin: SourceOrigin): string {
  return new URL(listOrigins(origin)[0] ?? 'https://-').host;
}

/**
 * The one way from a source to the network. Asks only the origins that the source names; sends the browser's cookies only to
 * a helpdesk's own origin, when asked to; sends no referrer; ends after 30 s. A redirect is an error, or handed back
 * unfollowed where `manual` is asked for; web pages may be followed, and an answer from elsewhere is thrown away.
 * Throws `FailureError` (`source-unreachable`, `source-not-allowed`), and the signal's reason when it is aborted.
 */
export function createSourceFetch(
  origin: SourceOrigin,
  fetch: SourceDeps['fetch'],
  limit: (ms: number) => AbortSignal = (ms) => AbortSignal.timeout(ms),
): SourceDeps['fetch'] {
  const allowed = new Set(listOrigins(origin));
  const isHelpdesk = origin.kind === 'help-centre' || origin.kind === 'macros' || origin.kind === 'solved-tickets';
  const refuse = ({ host }: URL): FailureError => new FailureError({ kind: 'source-not-allowed', host });

  return async (input, init = {}) => {
    const url = new URL(input);
    if (!allowed.has(url.origin)) throw refuse(url);
    const { signal } = init;
    let response: Response;
    try {
      response = await fetch(url, {
        ...init,
        credentials: isHelpdesk && init.credentials === 'include' ? 'include' : 'omit',
        redirect: chooseRedirect(init.redirect, origin),
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.any([...(signal ? [signal] : []), limit(MAX_REQUEST_MS)]),
      });
    } catch (thrown) {
      signal?.throwIfAborted();
      throw new FailureError({ kind: 'source-unreachable', host: url.host }, { cause: thrown });
    }
    const answered = URL.parse(response.url);
    if (!answered || allowed.has(answered.origin)) return response;
    await response.body?.cancel();
    throw refuse(answered);
  };
}

/** Only what goes without cookies and keys may be followed. */
function chooseRedirect(asked: RequestRedirect | undefined, { kind }: SourceOrigin): RequestRedirect {
  return asked === 'manual' || (asked === 'follow' && kind === 'web-pages') ? asked : 'error';
}
