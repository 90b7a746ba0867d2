import type { EndpointInput } from './options-value.ts';

export type EndpointForm = {
  readonly address: string;
  readonly model: string;
  readonly key: string;
  /** The service refuses requests without a key. */
  readonly needsKey: boolean;
  /** Address that a key is stored for; empty when none is. */
  readonly keyStoredFor: string;
};

/** What is wrong with each field, and what to do; a field that is fine has none. */
export type EndpointProblems = { readonly address?: string; readonly model?: string; readonly key?: string };

export type EndpointCheck =
  | { readonly ok: true; readonly endpoint: EndpointInput }
  | { readonly ok: false; readonly problems: EndpointProblems };

/** Is the form something that may be saved and asked? The address is tidied: no space around it, no slash at its end. */
export function checkEndpoint(form: EndpointForm): EndpointCheck {
  const baseUrl = form.address.trim().replace(/\/+$/, '');
  const model = form.model.trim();
  const address = findAddressProblem(baseUrl);
  const problems: EndpointProblems = {
    ...(address ? { address } : {}),
    ...(model === '' ? { model: 'Give the name of the model, as the service spells it.' } : {}),
    ...(form.needsKey && form.key.trim() === '' && !hasStoredKey(form.keyStoredFor, baseUrl)
      ? { key: 'This service needs a key. Paste one from your account there.' }
      : {}),
  };
  return Object.keys(problems).length === 0 ? { ok: true, endpoint: { baseUrl, model } } : { ok: false, problems };
}

/** A key is stored per origin and is sent to no other. */
export function hasStoredKey(keyStoredFor: string, address: string): boolean {
  const origin = parseUrl(address)?.origin;
  return origin !== undefined && origin === parseUrl(keyStoredFor)?.origin;
}

/** The host of an address, or `undefined` while it is none. */
export function toHost(address: string): string | undefined {
  return parseUrl(address.trim())?.host || undefined;
}

function findAddressProblem(address: string): string | undefined {
  if (address === '') return 'Give the address, for example https://api.openai.com/v1.';
  const url = parseUrl(address);
  if (!url || !url.hostname) {
    return /^[\w-]+(\.[\w-]+)+/.test(address)
      ? `Not a full address. Put https:// in front: https://${address}`
      : 'Not an address. It begins with https://, for example https://api.openai.com/v1.';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'Only https:// addresses can be used, or http:// on this machine.';
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return `Tickets would travel to ${url.host} unprotected. Use https://, or http:// on this machine only.`;
  }
  if (url.username !== '' || url.password !== '')
    return 'Leave the name and password out of the address; the key has its own field.';
  if (url.search !== '' || url.hash !== '') return 'Leave out what stands after ? or #.';
  if (/\/(chat\/)?completions$/.test(url.pathname)) return 'Give the address without /chat/completions; Deskside adds it.';
  return undefined;
}

/** This machine: `localhost` and names below it (RFC 6761), 127.0.0.0/8, ::1. */
function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
