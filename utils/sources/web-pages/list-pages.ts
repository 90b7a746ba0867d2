import { FailureError } from '../../domain/failure.ts';
import type { Source } from '../../domain/passage.ts';
import { decodeText } from '../decode-text.ts';
import { changed, rejected } from '../paged/source-failure.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { readBytes, type PageClient } from './page-client.ts';
import { readSitemap, type Sitemap } from './read-sitemap.ts';

/** More pages than any help centre has; a shop's sitemap was given by mistake. */
export const MAX_PAGES = 10_000;
const MAX_SITEMAPS = 500;
/** What the protocol allows for one file. */
const MAX_BYTES = 50 * 1024 * 1024;

export type PageList = {
  /** Each once, in the order of their addresses: the same order whatever the sitemaps' order was. */
  readonly pages: readonly URL[];
  readonly unreadable: Source['unreadable'];
};

/** A sitemap by its address: "sitemap.xml", "pages.xml.gz", "addresses.txt", "/sitemap". Anything else is a page. */
export function isSitemapAddress({ pathname }: URL): boolean {
  return /sitemap|\.xml(?:\.gz)?$|\.txt(?:\.gz)?$/i.test(pathname);
}

/**
 * All pages of sitemaps and single addresses. What lies on other sites, leads in a circle or is too much is reported. Throws
 * `FailureError` where a sitemap can't be read: its pages would be taken for gone.
 */
export async function listPages(addresses: readonly string[], client: PageClient): Promise<PageList> {
  const given = addresses.map((address) => new URL(address));
  const origins = new Set(given.map(({ origin }) => origin));
  const unreadable: Source['unreadable'] = [];
  const elsewhere = new Map<string, number>();
  const pages = new Map<string, URL>();
  const visited = new Set<string>();
  let isTooMuch = false;

  const addPage = (url: URL): void => {
    if (pages.size < MAX_PAGES) pages.set(url.href, url);
    else if (!pages.has(url.href)) isTooMuch = true;
  };
  const toOwn = (address: string, base: URL): URL | undefined => {
    const url = URL.parse(address, base);
    if (!url || !/^https?:$/.test(url.protocol) || url.username !== '') return undefined;
    url.hash = '';
    if (origins.has(url.origin)) return url;
    elsewhere.set(url.host, (elsewhere.get(url.host) ?? 0) + 1);
    return undefined;
  };
  const visit = async (url: URL, above: readonly string[]): Promise<void> => {
    if (above.includes(url.href)) {
      unreadable.push({ name: url.href, reason: 'this sitemap leads back to itself; it was read once' });
      return;
    }
    if (visited.has(url.href)) return;
    if (visited.size >= MAX_SITEMAPS) {
      unreadable.push({ name: url.href, reason: `there are more than ${MAX_SITEMAPS} sitemaps; this one was not read` });
      return;
    }
    visited.add(url.href);
    const sitemap = await fetchSitemap(url, client);
    if (sitemap === 'gone') {
      if (above.length === 0) throw rejected(url.host, 404);
      unreadable.push({ name: url.href, reason: 'this sitemap is named in another one, and is not there' });
      return;
    }
    for (const address of sitemap.addresses) {
      const found = toOwn(address, url);
      if (!found) continue;
      if (sitemap.kind === 'pages') addPage(found);
      else await visit(found, [...above, url.href]);
    }
  };

  for (const url of given) {
    url.hash = '';
    if (isSitemapAddress(url)) await visit(url, []);
    else addPage(url);
  }
  for (const [host, count] of elsewhere)
    unreadable.push({ name: host, reason: `${count} of the addresses are on this other site; add it as a source of its own` });
  if (isTooMuch) unreadable.push({ name: 'Sitemap', reason: 'it lists more than 10,000 pages; only the first 10,000 are read' });
  const [first] = given;
  if (pages.size === 0 && first) throw changed(first.host, 'pages of its own site in its sitemap');
  return { pages: [...pages.values()].toSorted((a, b) => (a.href < b.href ? -1 : 1)), unreadable };
}

async function fetchSitemap(url: URL, client: PageClient): Promise<Sitemap | 'gone'> {
  const { status, bytes } = await getWhole(url, client);
  if (status === 404 || status === 410) return 'gone';
  if (status !== 200) throw rejected(url.host, status);
  const text = decodeText(await unpack(bytes, url));
  const sitemap = text === undefined ? undefined : readSitemap(text);
  if (!sitemap) throw changed(url.host, 'a sitemap (something else came in its place)');
  return sitemap;
}

async function getWhole(url: URL, client: PageClient): ReturnType<PageClient['get']> {
  try {
    return await client.get(url, { maxBytes: MAX_BYTES });
  } catch (thrown) {
    throw thrown instanceof UnreadableError ? changed(url.host, 'a sitemap of at most 50 MB') : thrown;
  }
}

/** Bytes that gzip packed are unpacked, up to the same size. */
async function unpack(bytes: Uint8Array, url: URL): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await readBytes(stream, MAX_BYTES);
  } catch (thrown) {
    if (thrown instanceof FailureError) throw thrown;
    throw changed(url.host, 'a whole sitemap of at most 50 MB');
  }
}
