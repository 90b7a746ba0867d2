import { basic, beneath } from './address.ts';
import type { PagedProduct } from './paged-product.ts';

/** Where a product's API stands and how it wants its key, the same for all that is read from it. */
type ProductApi = Pick<PagedProduct, 'product' | 'root' | 'keyHeaders' | 'headers'>;

/** A name and a password (or token) with a colon between them as Basic, anything else by itself. */
function toBasic(key: string): { authorization: string } | undefined {
  const at = key.indexOf(':');
  return at < 0 ? undefined : basic(key.slice(0, at), key.slice(at + 1));
}

/**
 * Key: an OAuth token, or "name@company.example/token:key".
 * @see https://developer.zendesk.com/api-reference/introduction/security-and-auth/
 */
export const zendeskApi: ProductApi = {
  product: 'zendesk',
  root: (baseUrl) => new URL('/api/v2/', baseUrl),
  keyHeaders: (key) => toBasic(key) ?? { authorization: `Bearer ${key}` },
};

/** @see https://developers.freshdesk.com/api/#authentication */
export const freshdeskApi: ProductApi = {
  product: 'freshdesk',
  root: (baseUrl) => new URL('/api/v2/', baseUrl),
  keyHeaders: (key) => basic(key, 'X'),
};

/**
 * `baseUrl` is the API's own of the workspace's region: https://api.intercom.io, https://api.eu.intercom.io, https://api.au.intercom.io.
 * @see https://developers.intercom.com/docs/build-an-integration/learn-more/authentication
 */
export const intercomApi: ProductApi = {
  product: 'intercom',
  root: (baseUrl) => new URL('/', baseUrl),
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  headers: { 'intercom-version': '2.16' },
};

/**
 * `baseUrl` is https://docsapi.helpscout.net.
 * @see https://developer.helpscout.com/docs-api/#authentication
 */
export const helpScoutApi: ProductApi = {
  product: 'help-scout',
  root: (baseUrl) => new URL('/v1/', baseUrl),
  keyHeaders: (key) => basic(key, 'X'),
};

/**
 * Key: an access token, or "name:password".
 * @see https://docs.zammad.org/en/latest/api/intro.html#authentication
 */
export const zammadApi: ProductApi = {
  product: 'zammad',
  root: (baseUrl) => beneath(baseUrl, 'api/v1/'),
  keyHeaders: (key) => toBasic(key) ?? { authorization: `Token token=${key}` },
};

/**
 * `baseUrl` with RT's web path, where it has one. Key: an authentication token, or "name:password".
 * @see https://docs.bestpractical.com/rt/latest/RT/REST2.html#Authentication-Methods
 */
export const requestTrackerApi: ProductApi = {
  product: 'request-tracker',
  root: (baseUrl) => beneath(baseUrl, 'REST/2.0/'),
  keyHeaders: (key) => toBasic(key) ?? { authorization: `token ${key}` },
};

/** @see https://developers.chatwoot.com/api-reference/introduction */
export const chatwootApi: ProductApi = {
  product: 'chatwoot',
  root: (baseUrl) => new URL('/', baseUrl),
  keyHeaders: (key) => ({ api_access_token: key }),
};
