import { gzipSync, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { FailureError } from '../../domain/failure.ts';
import {
  article,
  html,
  index,
  makeSite,
  pagesOf,
  readSite,
  SITE,
  SITEMAP,
  toRead,
  urlset,
  type Pages,
} from './site.test-support.ts';
import { webPages } from './web-pages.ts';

it('a page becomes an article with its title, language, date and anchors', async () => {
  const { articles } = await readSite({
    [SITEMAP]: urlset(`${SITE}/refunds`),
    [`${SITE}/refunds`]: html(
      '<h1>Refunds</h1><p>Within 30 days.</p><h2 id="how">How</h2><p>Open Billing.</p>',
      '<meta property="article:modified_time" content="2026-03-01T10:00:00+01:00">',
    ),
  });
  expect(articles).toEqual([
    expect.objectContaining({
      id: `${SITE}/refunds`,
      url: `${SITE}/refunds`,
      title: 'Refunds',
      locale: 'en',
      audience: 'public',
      updatedAt: '2026-03-01T09:00:00.000Z',
      sections: [
        { headings: [], text: 'Within 30 days.' },
        { headings: ['How'], text: 'Open Billing.', anchor: 'how' },
      ],
    }),
  ]);
});

it('an index of sitemaps, packed ones, lists as plain text and single pages are read together, each page once', async () => {
  const packed = new Response(gzipSync(strToU8(urlset(`${SITE}/a`, `${SITE}/b`))), {
    headers: { 'content-type': 'application/gzip' },
  });
  const { ids, steps } = await readSite(
    {
      [SITEMAP]: index(`${SITE}/one.xml.gz`, `${SITE}/two.xml`),
      [`${SITE}/one.xml.gz`]: packed,
      [`${SITE}/two.xml`]: urlset(`${SITE}/c#part`, `${SITE}/b`),
      [`${SITE}/list.txt`]: `${SITE}/d\n${SITE}/a\n`,
      ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${SITE}/${name}`, article(name)])),
    },
    {},
    [SITEMAP, `${SITE}/list.txt`, `${SITE}/e`],
  );
  expect(ids).toEqual(['/a', '/b', '/c', '/d', '/e']);
  expect(steps[0]?.total).toBe(5);
});

it('a sitemap that leads back to itself is read once, and said', async () => {
  const { ids, reasons, asked } = await readSite({
    [SITEMAP]: index(`${SITE}/two.xml`),
    [`${SITE}/two.xml`]: index(SITEMAP, `${SITE}/three.xml`),
    [`${SITE}/three.xml`]: urlset(`${SITE}/a`),
    [`${SITE}/a`]: article('a'),
  });
  expect(ids).toEqual(['/a']);
  expect(reasons['/sitemap.xml']).toContain('leads back to itself');
  expect(asked.filter((address) => address === SITEMAP)).toHaveLength(1);
});

it('other sites are never asked', async () => {
  const { ids, reasons, asked } = await readSite({
    [SITEMAP]: urlset(
      `${SITE}/a`,
      'https://evil.example/b',
      'https://evil.example/c',
      'javascript:alert(1)',
      'http://help.example/d',
    ),
    [`${SITE}/a`]: article('a'),
  });
  expect(ids).toEqual(['/a']);
  expect(reasons['evil.example']).toContain('2 of the addresses');
  expect(asked.every((address) => address.startsWith(`${SITE}/`))).toBe(true);
});

it('robots.txt is asked first and kept to, with its delay', async () => {
  const { ids, reasons, asked, waits } = await readSite({
    [`${SITE}/robots.txt`]: 'User-agent: *\nDisallow: /private/\nCrawl-delay: 2\n',
    [SITEMAP]: urlset(`${SITE}/a`, `${SITE}/private/b`, `${SITE}/c`),
    [`${SITE}/a`]: article('a'),
    [`${SITE}/private/b`]: article('b'),
    [`${SITE}/c`]: article('c'),
  });
  expect(ids).toEqual(['/a', '/c']);
  expect(reasons['/private/b']).toContain('robots.txt');
  expect(asked).not.toContain(`${SITE}/private/b`);
  expect(waits).toEqual([250, 2000, 2000]);
});

it('a site whose robots.txt can’t be asked is not read', async () => {
  const { thrown, ids } = await readSite({
    [`${SITE}/robots.txt`]: () => new Response('', { status: 500 }),
    [SITEMAP]: urlset(`${SITE}/a`),
    [`${SITE}/a`]: article('a'),
  });
  expect(ids).toEqual([]);
  expect(thrown).toEqual(new FailureError({ kind: 'source-rejected', host: 'help.example', status: 500 }));
});

it('what is not new is not read again: by the server’s mark, else by its text', async () => {
  const pages: Pages = {
    [SITEMAP]: urlset(`${SITE}/a`, `${SITE}/b`, `${SITE}/c`),
    [`${SITE}/a`]: new Response(article('a'), { headers: { 'content-type': 'text/html', etag: '"v1"' } }),
    [`${SITE}/b`]: article('b'),
    [`${SITE}/c`]: article('c'),
  };
  const first = await readSite(pages);
  expect(first.ids).toEqual(['/a', '/b', '/c']);

  let condition: string | null = null;
  const unchanged = (init: RequestInit): Response => {
    condition = new Headers(init.headers).get('if-none-match');
    return new Response(null, { status: 304 });
  };
  const second = await readSite(
    { ...pages, [`${SITE}/a`]: unchanged, [`${SITE}/c`]: article('c, changed') },
    { known: first.articles },
  );
  expect(condition).toBe('"v1"');
  expect(second.unchanged).toEqual(['/a', '/b']);
  expect(second.ids).toEqual(['/c']);
});

it('a source for other readers reads everything again', async () => {
  const pages: Pages = {
    [SITEMAP]: urlset(`${SITE}/a`),
    [`${SITE}/a`]: new Response(article('a'), { headers: { 'content-type': 'text/html', etag: '"v1"' } }),
  };
  const first = await readSite(pages);
  const second = await readSite(pages, { known: first.articles, audience: 'internal' });
  expect(second.articles.map(({ audience }) => audience)).toEqual(['internal']);
});

it('pages that are one by their own word or their text are one article', async () => {
  const canonical = (address: string): string => `<link rel="canonical" href="${address}">`;
  const { ids, reasons } = await readSite({
    [SITEMAP]: urlset(`${SITE}/a`, `${SITE}/a-print`, `${SITE}/b?from=mail`, `${SITE}/c`, `${SITE}/d`, `${SITE}/e`),
    [`${SITE}/a`]: article('a'),
    [`${SITE}/a-print`]: html('<h1>a</h1><p>For printing.</p>', canonical('/a')),
    [`${SITE}/b?from=mail`]: html('<h1>b</h1><p>Text b.</p>', canonical(`${SITE}/b`)),
    [`${SITE}/c`]: article('the same'),
    [`${SITE}/d`]: article('the  SAME'),
    [`${SITE}/e`]: html('<h1>e</h1><p>Text e.</p>', canonical('https://evil.example/e')),
  });
  expect(ids).toEqual(['/a', '/b', '/c', '/e']);
  expect(reasons['/a-print']).toContain(`same page as ${SITE}/a`);
  expect(reasons['/d']).toContain(`same text as ${SITE}/c`);
});

it('a page that does not want to be read, asks for a sign-in, is no text or is gone says so; the rest is read', async () => {
  const { ids, reasons, removed } = await readSite({
    [SITEMAP]: urlset(...['a', 'door', 'file', 'gone', 'locked', 'noindex', 'script'].map((name) => `${SITE}/${name}`)),
    [`${SITE}/a`]: article('a'),
    [`${SITE}/door`]: html('<h1>Welcome</h1><p>Please sign in.</p><form><input type="password"></form>'),
    [`${SITE}/file`]: new Response('%PDF', { headers: { 'content-type': 'application/pdf' } }),
    [`${SITE}/locked`]: new Response('', { status: 403 }),
    [`${SITE}/noindex`]: html('<p>Hidden from search.</p>', '<meta name="robots" content="noindex, follow">'),
    [`${SITE}/script`]: '<html><body><div id="root"></div><script>start()</script></body></html>',
  });
  expect(ids).toEqual(['/a']);
  expect(reasons).toEqual({
    '/door': 'it asks for a sign-in',
    '/file': 'it is a PDF; download it and import it as a file',
    '/gone': 'it is not there (404)',
    '/locked': 'it asks for a sign-in',
    '/noindex': 'it asks not to be indexed',
    '/script': 'there is no text in it before its scripts run',
  });
  expect(removed).toEqual(['/gone']);
});

it('killed after any step it goes on where it was, losing and doubling nothing', async () => {
  const names = Array.from({ length: 35 }, (_, number) => `p${number}`);
  const pages = pagesOf(names);
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let worker = 0; worker < 4; worker += 1) {
    for await (const step of webPages.read(toRead([SITEMAP], { cursor }), makeSite(pages).deps, new AbortController().signal)) {
      ids.push(...step.articles.map(({ id }) => id));
      cursor = step.cursor;
      expect(step.total).toBe(35);
      break;
    }
  }
  expect(ids.toSorted()).toEqual(names.map((name) => `${SITE}/${name}`).toSorted());
  expect(cursor?.length).toBeLessThan(60);
});

it('a sitemap that is not there, is a page or lists nothing ends the reading: its pages are not taken for gone', async () => {
  const host = 'help.example';
  const missing = await readSite({});
  expect(missing.thrown).toEqual(new FailureError({ kind: 'source-rejected', host, status: 404 }));
  const page = await readSite({ [SITEMAP]: article('Not found') });
  expect(page.thrown).toMatchObject({ failure: { kind: 'source-changed' } });
  const empty = await readSite({ [SITEMAP]: urlset() });
  expect(empty.thrown).toMatchObject({ failure: { kind: 'source-changed' } });
});

it('a server that asks for patience gets it, and one that asks for much is left for later', async () => {
  let asked = 0;
  const patient = await readSite({
    [SITEMAP]: urlset(`${SITE}/a`),
    [`${SITE}/a`]: () =>
      (asked += 1) < 3 ? new Response('', { status: 429, headers: { 'retry-after': '3' } }) : new Response(article('a')),
  });
  expect(patient.ids).toEqual(['/a']);
  expect(patient.waits.filter((ms) => ms === 3000)).toHaveLength(2);
  const busy = await readSite({
    [SITEMAP]: urlset(`${SITE}/a`),
    [`${SITE}/a`]: () => new Response('', { status: 503, headers: { 'retry-after': '600' } }),
  });
  expect(busy.thrown).toEqual(new FailureError({ kind: 'source-busy', host: 'help.example', retryAfterMs: 600_000 }));
});

it('a page over which the server stumbles keeps its known version; five after each other are a server that is down', async () => {
  const names = Array.from({ length: 6 }, (_, number) => `p${number}`);
  const good = pagesOf(names);
  const { articles } = await readSite(good);
  const broken = (): Response => new Response('', { status: 502 });
  const one = await readSite({ ...good, [`${SITE}/p3`]: broken }, { known: articles });
  expect(one.unchanged).toEqual(names.map((name) => `/${name}`));
  expect(one.reasons['/p3']).toContain('502');
  const all = await readSite(
    { ...good, ...Object.fromEntries(names.map((name) => [`${SITE}/${name}`, broken])) },
    { known: articles },
  );
  expect(all.thrown).toEqual(new FailureError({ kind: 'source-rejected', host: 'help.example', status: 502 }));
});

it('a page that leads to another site is one page; a dead line ends the reading', async () => {
  const pages = { [SITEMAP]: urlset(`${SITE}/a`, `${SITE}/b`), [`${SITE}/b`]: article('b') };
  const away = await readSite({
    ...pages,
    [`${SITE}/a`]: () => {
      throw new FailureError({ kind: 'source-not-allowed', host: 'other.example' });
    },
  });
  expect(away.ids).toEqual(['/b']);
  expect(away.reasons['/a']).toContain('other.example');
  let isDead = false;
  const fail = (): Response => {
    isDead = true;
    throw new TypeError('Failed to fetch');
  };
  const dead = await readSite({
    ...pages,
    [`${SITE}/a`]: fail,
    [`${SITE}/robots.txt`]: () => (isDead ? fail() : new Response('', { status: 404 })),
  });
  expect(dead.thrown).toMatchObject({ failure: { kind: 'source-unreachable', host: 'help.example' } });
});

it('more than 10,000 pages are cut, and it says so', async () => {
  const list = Array.from({ length: 10_001 }, (_, number) => `${SITE}/p${number}`);
  const cancel = new AbortController();
  const { deps } = makeSite({ [SITEMAP]: urlset(...list), [`${SITE}/p0`]: article('p0') });
  for await (const step of webPages.read(toRead([SITEMAP]), deps, cancel.signal)) {
    expect(step.total).toBe(10_000);
    expect(step.unreadable).toContainEqual({ name: 'Sitemap', reason: expect.stringContaining('first 10,000') });
    break;
  }
});

it('ends with the signal’s reason', async () => {
  const { thrown } = await readSite(pagesOf(['a']), {}, [SITEMAP], AbortSignal.abort(new Error('cancelled')));
  expect(thrown).toEqual(new Error('cancelled'));
});
