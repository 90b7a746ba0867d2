import { sourceSchema, type Article, type Audience } from '../../domain/passage.ts';
import type { SourceDeps, SourceRead, SourceStep } from '../../ports/knowledge-source.ts';
import { webPages } from './web-pages.ts';

export const SITE = 'https://help.example';
export const SITEMAP = `${SITE}/sitemap.xml`;
const NOW = new Date('2026-11-21T10:00:00Z');
/** More than any reading here needs. */
const MAX_ASKED = 500;

export type Answer = string | Response | ((init: RequestInit) => Response);
export type Pages = Readonly<Record<string, Answer>>;
export type World = { readonly deps: SourceDeps; readonly asked: string[]; readonly waits: number[] };

/** A site: what each address answers, everything else is a 404. Its clock stands still; waits are noted and over at once. */
export function makeSite(pages: Pages): World {
  const asked: string[] = [];
  const waits: number[] = [];
  const deps: SourceDeps = {
    fetch: async (input, init = {}) => {
      const { href } = new URL(input);
      init.signal?.throwIfAborted();
      asked.push(href);
      if (asked.length > MAX_ASKED) throw new Error('This reading never ends.');
      const answer = pages[href];
      if (answer === undefined) return new Response('', { status: 404 });
      if (typeof answer === 'function') return answer(init);
      if (answer instanceof Response) return answer.clone();
      const type = href.endsWith('.xml') ? 'application/xml' : href.endsWith('.txt') ? 'text/plain' : 'text/html; charset=utf-8';
      return new Response(answer, { headers: { 'content-type': type } });
    },
    readKey: async () => '',
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
    },
    now: () => NOW,
  };
  return { deps, asked, waits };
}

export type More = { readonly cursor?: string | undefined; readonly known?: readonly Article[]; readonly audience?: Audience };

export function toRead(addresses: string[], { cursor, known, audience = 'public' }: More = {}): SourceRead {
  const origin = { kind: 'web-pages' as const, addresses };
  const importedAt = NOW.toISOString();
  const about = { id: 'web', kind: 'web-pages', name: 'Help', audience, importedAt, articles: 0, passages: 0, unreadable: [] };
  const source = sourceSchema.parse({ ...about, origin });
  return { source: { ...source, origin }, cursor, known: async (id) => known?.find((each) => each.id === id) };
}

/** All that a reading of these pages brings, up to its end or to what is thrown; addresses without the site's own part. */
export async function readSite(pages: Pages, more: More = {}, addresses = [SITEMAP], signal = new AbortController().signal) {
  const world = makeSite(pages);
  const steps: SourceStep[] = [];
  let thrown: unknown;
  try {
    for await (const step of webPages.read(toRead(addresses, more), world.deps, signal)) steps.push(step);
  } catch (reason) {
    thrown = reason;
  }
  const short = (address: string): string => address.replace(SITE, '');
  return {
    ...world,
    steps,
    thrown,
    articles: steps.flatMap((step) => step.articles),
    ids: steps.flatMap((step) => step.articles.map(({ id }) => short(id))),
    unchanged: steps.flatMap((step) => step.unchanged.map(short)),
    removed: steps.flatMap((step) => step.removed.map(short)),
    reasons: Object.fromEntries(steps.flatMap((step) => step.unreadable.map(({ name, reason }) => [short(name), reason]))),
  };
}

export const urlset = (...addresses: string[]): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.map((each) => `<url><loc> ${each} </loc><image:image><image:loc>https://cdn.example/a.png</image:loc></image:image></url>`).join('')}</urlset>`;
export const index = (...addresses: string[]): string =>
  `<sitemapindex>${addresses.map((each) => `<sitemap><loc>${each}</loc></sitemap>`).join('')}</sitemapindex>`;
export const html = (body: string, head = ''): string =>
  `<html lang="en"><head><title>Page</title>${head}</head><body><main>${body}</main></body></html>`;
export const article = (name: string): string => html(`<h1>${name}</h1><p>All that there is to say about ${name}.</p>`);
/** A sitemap and a page for each name. */
export const pagesOf = (names: readonly string[]): Record<string, Answer> => ({
  [SITEMAP]: urlset(...names.map((name) => `${SITE}/${name}`)),
  ...Object.fromEntries(names.map((name) => [`${SITE}/${name}`, article(name)])),
});
