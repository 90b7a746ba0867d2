import { browser } from 'wxt/browser';
import type { Failure } from '../../utils/domain/failure.ts';
import type { EndpointInput } from './options-value.ts';

/** Asks the browser for an endpoint's address; must run in the turn of a click. What is allowed already is not asked. */
export async function askForOrigin({
  baseUrl,
}: Pick<EndpointInput, 'baseUrl'>): Promise<{ readonly ok: false; readonly error: Failure } | undefined> {
  const { protocol, hostname, host } = new URL(baseUrl);
  const isAllowed = await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
  return isAllowed ? undefined : { ok: false, error: { kind: 'backend-not-allowed', host } };
}
