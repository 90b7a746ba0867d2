import { z } from 'zod';
import { toFailure, type Failure } from '../domain/failure.ts';
import type { Endpoint } from '../domain/settings.ts';
import { askServer, readText, type Server } from './ask-server.ts';
import { browserDeps, type BackendDeps } from './backend-deps.ts';
import { findAddressFault, isLoopback } from './egress.ts';
import { isHtml } from './read-said.ts';
import { streamChat } from './stream-chat.ts';

/** One line of the test: what was tried and how it went. The same shape as in `utils/messaging/contract.ts`. */
type ConnectionStep = { ok: boolean; said: string; ms: number };

/** Models named when the one asked for is not there. */
const MAX_NAMED_MODELS = 5;
const modelsSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

const addressFaults = {
  'not-http': 'The address must begin with https://, or with http:// for a server on this machine.',
  'http-elsewhere': 'http:// would send tickets and key unencrypted. Use https:// for a server that is not on this machine.',
  'has-credentials': 'The address holds a user name or a password. Take it out and put the key into the key field.',
} as const;

/**
 * Tries an endpoint as a draft would use it, without any ticket: address, list of models, first word of an answer. Stops
 * at the first step that fails, which says what is wrong and what to check. One try each. Rejects only with the
 * signal's reason.
 */
export async function testConnection(
  endpoint: Pick<Endpoint, 'baseUrl' | 'model'>,
  key: string,
  deps: BackendDeps = browserDeps,
  signal: AbortSignal = new AbortController().signal,
): Promise<ConnectionStep[]> {
  const url = URL.parse(endpoint.baseUrl);
  const fault = url ? findAddressFault(url) : 'not-http';
  if (!url || fault) return [{ ok: false, said: addressFaults[fault ?? 'not-http'], ms: 0 }];
  const server = { endpoint, key: key.trim(), deps };
  const steps: ConnectionStep[] = [];
  for (const tryOut of [tryModels, tryReply]) {
    const startedAt = deps.now();
    let step: { ok: boolean; said: string };
    try {
      step = await tryOut(server, url, signal);
    } catch (thrown) {
      signal.throwIfAborted();
      step = { ok: false, said: explain(toFailure(thrown), server, url) };
    }
    steps.push({ ...step, ms: Math.max(0, deps.now() - startedAt) });
    if (!step.ok) break;
  }
  return steps;
}

async function tryModels(server: Server, url: URL, signal: AbortSignal): Promise<{ ok: boolean; said: string }> {
  const stop = new AbortController();
  try {
    const body = await readText(await askServer(server, '/models', undefined, AbortSignal.any([signal, stop.signal])));
    if (isHtml(body)) return { ok: false, said: webPage(url) };
    const listed = modelsSchema.safeParse(parseJson(body));
    if (!listed.success) return { ok: true, said: `${url.host} answers. It does not list its models.` };
    const ids = listed.data.data.map((model) => model.id);
    if (ids.length === 0 || ids.includes(server.endpoint.model))
      return { ok: true, said: `${url.host} answers and takes the key.` };
    const named = ids.slice(0, MAX_NAMED_MODELS).join(', ');
    return { ok: false, said: `${url.host} has no model "${server.endpoint.model}". It has ${named}. Check the model's name.` };
  } catch (thrown) {
    const failure = toFailure(thrown);
    // Some servers have no list of models; the reply will tell.
    if (
      failure.kind === 'backend-rejected' &&
      [404, 405, 501].includes(failure.status) &&
      !failure.said.startsWith('A web page')
    ) {
      return { ok: true, said: `${url.host} answers. It does not list its models.` };
    }
    throw thrown;
  } finally {
    stop.abort();
  }
}

async function tryReply(server: Server, _url: URL, signal: AbortSignal): Promise<{ ok: boolean; said: string }> {
  const startedAt = server.deps.now();
  const words = streamChat(server, [{ role: 'user', content: 'Reply with the word OK.' }], signal);
  await words.next();
  const seconds = ((server.deps.now() - startedAt) / 1000).toFixed(1);
  await words.return(undefined);
  return { ok: true, said: `${server.endpoint.model} answers; the first word came after ${seconds} s.` };
}

function explain(failure: Failure, { endpoint }: Server, url: URL): string {
  switch (failure.kind) {
    case 'backend-unreachable':
      return isLoopback(url)
        ? `No connection to ${url.host}. Check that the server runs and listens on this port, and that it allows browser extensions: for Ollama start it with OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*.`
        : `No connection to ${url.host}. The browser does not say why: check the address for typing errors, the network, the certificate, and that the server does not redirect and allows requests from browser extensions.`;
    case 'backend-silent':
      return `${url.host} took the request and sent nothing for ${Math.round(failure.afterMs / 1000)} s. Check that the model is loaded, then test again.`;
    case 'backend-rejected':
      return explainStatus(failure.status, failure.said, endpoint.model, url);
    case 'backend-garbled':
      return failure.said.startsWith('A web page')
        ? webPage(url)
        : `${url.host} did not answer as an OpenAI-compatible server does: ${failure.said}`;
    case 'backend-cut-off':
      return `${url.host} ended its answer half-way. Test again; if it happens again, look into the server's log.`;
    case 'backend-not-allowed':
    case 'ticket-unreadable':
    case 'signed-out':
    case 'source-unreachable':
    case 'source-not-allowed':
    case 'source-rejected':
    case 'source-busy':
    case 'source-changed':
    case 'storage-full':
    case 'storage-broken':
    case 'extension-updated':
    case 'message-refused':
    case 'unexpected':
      return `The test did not work, on our side: ${'said' in failure ? failure.said : failure.kind}`;
  }
}

function explainStatus(status: number, said: string, model: string, url: URL): string {
  const quoted = said === '' ? '' : ` It said: ${said}`;
  if (status === 401 || status === 403)
    return `${url.host} refused the key (${status}). Check the key and what it may use.${quoted}`;
  if (status === 404)
    return said.startsWith('A web page')
      ? webPage(url)
      : `${url.host} does not know the model "${model}" or this address (404). Check both.${quoted}`;
  if (status === 429)
    return `${url.host} has had too many requests, or the account has no credit left (429). Wait a minute, then test again.${quoted}`;
  return `${url.host} answered with error ${status}.${quoted}`;
}

function webPage(url: URL): string {
  const hint = /\/v\d+\/?$/.test(url.pathname)
    ? 'Check the path of the address.'
    : `Most servers want /v1 at the end: ${url.origin}${url.pathname.replace(/\/+$/, '')}/v1`;
  return `${url.host} sent a web page, not an answer of a model server. ${hint}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
