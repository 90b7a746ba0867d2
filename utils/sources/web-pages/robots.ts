import parseRobots from 'robots-parser';
import { decodeText } from '../decode-text.ts';
import { rejected } from '../paged/source-failure.ts';
import type { PageClient } from './page-client.ts';

/** The name that sites may give rules to. */
const AGENT = 'Deskside';
/** What a crawler has to read at least, and all that any site needs. */
const MAX_BYTES = 500 * 1024;
/** Longer than this a worker can't wait between two pages without ending. */
const MAX_DELAY_MS = 20_000;

export type SiteRules = {
  readonly isAllowed: (url: URL) => boolean;
  /** Between two requests, as the site wants it; 0 where it says nothing, at most 20 s. */
  readonly delayMs: number;
};

/**
 * The rules of a site's robots.txt. A site without one allows everything; of one that can't be asked nothing may be read:
 * throws `FailureError` (`source-rejected`, `source-unreachable`, `source-busy`).
 * @see https://www.rfc-editor.org/rfc/rfc9309 sections 2.3.1.3 and 2.3.1.4
 */
export async function readRobots(origin: string, client: PageClient): Promise<SiteRules> {
  const url = new URL('/robots.txt', origin);
  const { status, bytes } = await client.get(url, { maxBytes: MAX_BYTES });
  if (status >= 500) throw rejected(url.host, status);
  const isText = status === 200 && !/^\s*</.test(decodeText(bytes.subarray(0, 200)) ?? '<');
  const rules = parseRobots(url.href, isText ? (decodeText(bytes) ?? '') : '');
  const delay = rules.getCrawlDelay(AGENT) ?? 0;
  return {
    isAllowed: ({ href }) => rules.isAllowed(href, AGENT) ?? true,
    delayMs: Number.isFinite(delay) ? Math.min(Math.max(0, delay * 1000), MAX_DELAY_MS) : 0,
  };
}
