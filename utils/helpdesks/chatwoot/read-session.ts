import { z } from 'zod/mini';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { idField } from '../api-fields.ts';

const COOKIE = /(?:^|;\s*)cw_d_session_info=([^;]+)/;
const sessionSchema = z.object({
  'access-token': z.string(),
  'token-type': z.string(),
  client: z.string(),
  expiry: idField,
  uid: z.string(),
});

/**
 * The page with the agent's session in its requests, as Chatwoot's own pages send it: from a cookie into headers, and nowhere but to where the cookie is from
 * (`APIHelper.js`). It is kept nowhere. `undefined` where the page's scripts can't read the cookie.
 */
export function withSession(page: HelpdeskPage): HelpdeskPage | undefined {
  const session = sessionSchema.safeParse(readCookie(COOKIE.exec(page.document.cookie)?.[1] ?? ''));
  if (!session.success) return undefined;
  return {
    document: page.document,
    url: page.url,
    fetch: (path, { signal, headers }) => page.fetch(path, { signal, headers: { ...headers, ...session.data } }),
  };
}

function readCookie(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}
