import type { Failure } from '../domain/failure.ts';
import type { PresetId } from '../domain/settings.ts';
import type { Server } from './ask-server.ts';
import { isLoopback, probeAddress } from './egress.ts';
import { presetOf } from './quirks.ts';

/** Servers that people run themselves: what starts them, and what lets extensions in. Looked up as in `presets.ts`. */
const ownServers: Partial<Record<PresetId, { readonly name: string; readonly start: string; readonly allow: string }>> = {
  ollama: {
    name: 'Ollama',
    start: 'ollama serve',
    allow:
      'Set OLLAMA_ORIGINS to chrome-extension://*,moz-extension://* and start Ollama again. On a Mac: launchctl setenv OLLAMA_ORIGINS "chrome-extension://*,moz-extension://*"; on Windows: in the environment variables; on Linux: systemctl edit ollama.',
  },
  'lm-studio': {
    name: 'LM Studio',
    start: 'lms server start',
    allow: 'In LM Studio switch on "Enable CORS" in the server settings of the Developer tab, or run: lms server start --cors',
  },
  vllm: { name: 'vLLM', start: 'vllm serve MODEL', allow: `Start vLLM with --allowed-origins '["*"]'` },
  'llama-cpp': { name: 'llama.cpp', start: 'llama-server -m MODEL.gguf', allow: 'Start llama-server with --cors-origins "*"' },
  litellm: {
    name: 'LiteLLM',
    start: 'litellm --config FILE',
    allow: 'Set LITELLM_CORS_ORIGINS to "*" for the proxy and start it again',
  },
};
const ANY_SERVER = 'Set the server so that it takes requests from the origins chrome-extension://* and moz-extension://*';

/**
 * What is wrong with a backend that failed its test, and what to do. An unreachable one is looked at once more, without the key, as
 * far as the browser tells: see `probeAddress`. Rejects only with the signal's reason.
 */
export async function explainFailure(failure: Failure, server: Server, signal: AbortSignal): Promise<string> {
  const url = new URL(server.endpoint.baseUrl);
  switch (failure.kind) {
    case 'backend-unreachable':
      return explainUnreachable(server, url, signal);
    case 'backend-silent':
      return `${url.host} took the request and sent nothing for ${Math.round(failure.afterMs / 1000)} s. Check that the model is loaded, then test again.`;
    case 'backend-rejected':
      return explainStatus(failure.status, failure.said, server, url);
    case 'backend-garbled':
      return failure.said.startsWith('A web page')
        ? explainWebPage(url)
        : `${url.host} did not answer as an OpenAI-compatible server does: ${failure.said}`;
    case 'backend-cut-off':
      return `${url.host} ended its answer half-way. Test again; if it happens again, look into the server's log.`;
    case 'model-nonsense':
      return `${server.endpoint.model} answered with something else than was asked for: ${failure.why}`;
    case 'backend-not-allowed':
      return `The browser permission for ${url.host} is missing. Save the backend and allow access when the browser asks.`;
    case 'model-unavailable':
    case 'over-budget':
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

const familyOf = ({ endpoint }: Server): PresetId => endpoint.preset ?? presetOf(endpoint.baseUrl);
const toAllow = (server: Server): string => ownServers[familyOf(server)]?.allow ?? ANY_SERVER;
const endSentence = (text: string): string => (/[.:]$/.test(text) ? text : `${text}.`);

async function explainUnreachable(server: Server, url: URL, signal: AbortSignal): Promise<string> {
  const own = ownServers[familyOf(server)];
  if (!isLoopback(url) && server.deps.isOnline?.() === false) {
    return `This computer has no network, so ${url.host} cannot be reached. Connect it, then test again.`;
  }
  const probe = new URL(`${url.pathname.replace(/\/+$/, '')}/models`, url.origin);
  switch (await probeAddress(probe, server.deps.fetch, signal)) {
    case 'redirects':
      return `${url.host} sends on to another address. That is not followed, because the key and the ticket would go there too. Give the address that it leads to; open ${url.origin} in a tab to see it.`;
    case 'withheld':
      return `${url.host} answers, and the browser keeps the answer from this extension. Allow access to ${url.host} when the browser asks, or let the server allow it: ${endSentence(toAllow(server))}`;
    case 'answers':
      return `${url.host} answers, but broke off the connection for this request. Test again; if it happens again, look into the server's log.`;
    case 'nothing':
      return isLoopback(url) && url.protocol === 'http:'
        ? `Nothing answers at ${url.host}. Start ${own ? `${own.name} (${own.start})` : 'the server'} and check that it listens on this port.`
        : `No connection to ${url.host}. The browser does not say why: the name may be misspelt, the server may be down or out of reach from this network, or its certificate may not hold. Open ${url.origin} in a tab; the browser shows the reason there.`;
  }
}

function explainStatus(status: number, said: string, server: Server, url: URL): string {
  const { endpoint } = server;
  const quoted = said === '' ? '' : ` It said: ${said}`;
  const family = familyOf(server);
  if (said.endsWith('Nothing was sent.')) return said;
  if (status === 403 && (ownServers[family] !== undefined || isLoopback(url)) && !/key|token|auth/i.test(said)) {
    return `${url.host} refuses requests from browser extensions (403). ${endSentence(toAllow(server))}${quoted}`;
  }
  if (/CORS requests are not allowed/i.test(said)) {
    return `${url.host} does not take requests from a browser for this organisation. Its administrator can allow them, or give a key of another organisation.${quoted}`;
  }
  if (status === 401 || status === 403 || (status === 400 && /api[ _-]?key/i.test(said))) {
    return server.key.trim() === ''
      ? `${url.host} wants a key (${status}). Paste one from your account there.${quoted}`
      : `${url.host} refused the key (${status}). Check the key and what it may use.${quoted}`;
  }
  if (status === 404 || status === 405) {
    if (said.startsWith('A web page')) return explainWebPage(url);
    const name = family === 'azure-openai' ? 'the deployment' : 'the model';
    const path = hasVersion(url) ? '' : ` ${toVersionHint(url)}`;
    return `${url.host} does not know ${name} "${endpoint.model}" or this address (${status}). Check both.${path}${quoted}`;
  }
  if (status === 402) return `The account at ${url.host} has no credit left (402). Add some, or use another backend.${quoted}`;
  if (status === 429)
    return `${url.host} has had too many requests, or the account has no credit left (429). Wait a minute, then test again.${quoted}`;
  return `${url.host} answered with error ${status}.${quoted}`;
}

const hasVersion = (url: URL): boolean => /\/v\d+(?:beta\d*)?(?:\/|$)|\/openai\//.test(url.pathname);
const toVersionHint = (url: URL): string =>
  `Most servers want /v1 at the end: ${url.origin}${url.pathname.replace(/\/+$/, '')}/v1`;

export function explainWebPage(url: URL): string {
  const hint = hasVersion(url) ? 'Check the path of the address.' : toVersionHint(url);
  return `${url.host} sent a web page, not an answer of a model server. ${hint}`;
}
