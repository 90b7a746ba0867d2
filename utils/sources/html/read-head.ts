import { findAll, findFirst, textOf, type MarkupElement } from './markup-tree.ts';

/** What a page says of itself. */
export type PageHead = {
  /** Without the name of the site behind it, where the page says that name. */
  readonly title: string;
  readonly locale: string | undefined;
  /** As written: may be relative. */
  readonly canonical: string | undefined;
  /** ISO 8601. */
  readonly updatedAt: string | undefined;
  /** Asks not to be indexed. */
  readonly isNoindex: boolean;
};

export function readHead(root: MarkupElement): PageHead {
  const metas = new Map(
    findAll(root, ({ name }) => name === 'meta').map(({ attributes }) => [
      (attributes['name'] ?? attributes['property'] ?? attributes['itemprop'] ?? '').toLowerCase(),
      (attributes['content'] ?? '').trim(),
    ]),
  );
  const html = findFirst(root, ({ name }) => name === 'html');
  const titled = textOf(findFirst(root, ({ name }) => name === 'title') ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const canonical = findAll(
    root,
    ({ name, attributes }) => name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes['rel'] ?? ''),
  )[0];
  const locale = html?.attributes['lang'] ?? html?.attributes['xml:lang'] ?? metas.get('og:locale')?.replace('_', '-');
  return {
    title: cutSite(metas.get('og:title')?.replaceAll(/\s+/g, ' ') || titled, metas.get('og:site_name') ?? ''),
    locale: toLocale(locale),
    canonical: canonical?.attributes['href'],
    updatedAt: findUpdated(root, metas),
    isNoindex: ['robots', 'googlebot'].some((name) => /\b(?:noindex|none)\b/i.test(metas.get(name) ?? '')),
  };
}

/** "Refunds | Acme Help" without "Acme Help", where the page says that it is the site's name. */
function cutSite(title: string, site: string): string {
  if (site === '') return title;
  const parts = title.split(/\s+[|–—·:-]\s+/);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || !(site.includes(last) || last.includes(site))) return title;
  return title.slice(0, title.length - last.length).replace(/\s+[|–—·:-]\s+$/, '');
}

function toLocale(locale: string | undefined): string | undefined {
  try {
    return locale?.trim() ? Intl.getCanonicalLocales(locale.trim())[0] : undefined;
  } catch {
    return undefined;
  }
}

/** From its metadata, its structured data, or the date that stands on it, in this order. */
function findUpdated(root: MarkupElement, metas: ReadonlyMap<string, string>): string | undefined {
  const scripts = findAll(root, ({ name, attributes }) => name === 'script' && /ld\+json/i.test(attributes['type'] ?? ''));
  const times = findAll(
    root,
    ({ name, attributes }) =>
      name === 'time' && /modif|updat|edit/i.test(`${attributes['itemprop'] ?? ''} ${attributes['class'] ?? ''}`),
  );
  const candidates = [
    metas.get('article:modified_time'),
    metas.get('og:updated_time'),
    metas.get('datemodified'),
    metas.get('last-modified'),
    metas.get('dcterms.modified'),
    ...scripts.map((script) => /"dateModified"\s*:\s*"([^"]+)"/.exec(textOf(script))?.[1]),
    ...times.map((time) => time.attributes['datetime'] ?? textOf(time)),
  ];
  for (const candidate of candidates) {
    const time = Date.parse(candidate ?? '');
    if (!Number.isNaN(time)) return new Date(time).toISOString();
  }
  return undefined;
}
