import type { ServerResponse } from 'node:http';

/** What a route answers with. */
export type Answer = { readonly status: number; readonly type: string; readonly body: string; readonly location?: string };

export const page = (body: string, status = 200): Answer => ({ status, type: 'text/html; charset=utf-8', body });
export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
export const redirect = (location: string): Answer => ({ status: 303, type: 'text/plain; charset=utf-8', body: '', location });

/** No inline script, nothing from elsewhere, forms go home only. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(answer.location === undefined ? {} : { location: answer.location }),
  });
  response.end(answer.body);
}
