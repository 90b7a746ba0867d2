import { Parser } from 'htmlparser2';

export type Sitemap = {
  /** Of other sitemaps, or of pages. */
  readonly kind: 'index' | 'pages';
  /** As written there. */
  readonly addresses: readonly string[];
};

/** More than this one file may not list. */
const MAX_ADDRESSES = 50_000;
/** A sitemap has three levels, its extensions some more; what is far deeper is none. */
const MAX_DEPTH = 1000;
const PIECE = 64 * 1024;

/**
 * A sitemap, an index of them, or a list with an address a line; `undefined` for anything else (a page, a feed).
 * @see https://www.sitemaps.org/protocol.html
 */
export function readSitemap(text: string): Sitemap | undefined {
  const start = text.slice(0, 2000);
  if (/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/.test(start)) return readXml(text);
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const isList = lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/i.test(line));
  return isList ? { kind: 'pages', addresses: lines.slice(0, MAX_ADDRESSES) } : undefined;
}

function readXml(text: string): Sitemap {
  const addresses: string[] = [];
  const open: string[] = [];
  let isIndex = false;
  let address = '';
  const parser = new Parser(
    {
      onopentag(name) {
        const local = name.replace(/^\w+:/, '');
        if (local === 'sitemapindex') isIndex = true;
        // Addresses of pictures and videos are called "image:loc" inside an "image:image".
        open.push(local);
        address = '';
      },
      ontext: (part) => void (address += part),
      onclosetag() {
        const isAddress = open.at(-1) === 'loc' && /^(?:url|sitemap)$/.test(open.at(-2) ?? '');
        if (isAddress && address.trim() !== '' && addresses.length < MAX_ADDRESSES) addresses.push(address.trim());
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < text.length && open.length < MAX_DEPTH; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.end();
  return { kind: isIndex ? 'index' : 'pages', addresses };
}
