import { expect, it } from 'vitest';
import { parseHtml } from './parse-html.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const textOf = (html: string): string =>
  parseHtml(html)
    .sections.map(({ text }) => text)
    .join('\n\n');
const long = (about: string): string => `<p>${`All that there is to say about ${about}. `.repeat(12)}</p>`;

it('headings are the path, with their id as anchor; marks that link to them are no words', () => {
  expect(
    parseHtml(
      '<h1>Refunds<a class="headerlink" href="#refunds">¶</a></h1><p>Intro.</p><h2>How <span><a href="#how" id="how">#</a></span></h2><p>Text.</p><h3><a name="card"></a>By card</h3><p>Card.</p><section id="cash"><h2>Cash</h2><p>No.</p></section>',
    ),
  ).toEqual({
    title: 'Refunds',
    sections: [
      { headings: [], text: 'Intro.' },
      { headings: ['How'], text: 'Text.', anchor: 'how' },
      { headings: ['How', 'By card'], text: 'Card.', anchor: 'card' },
      { headings: ['Cash'], text: 'No.', anchor: 'cash' },
    ],
  });
});

it('tables are rows with bars, whole, whatever stands in their cells; a page laid out with a table is no table', () => {
  expect(
    textOf(
      '<table><thead><tr><th>Plan</th><th>Price</th></tr></thead><tbody><tr><td><p>Team</p></td><td><p>12 €</p><ul><li>a month</li></ul></td></tr></tbody></table>',
    ),
  ).toBe('Plan | Price\nTeam | 12 € a month');
  expect(textOf('<table><tr><td><h2>One</h2><p>First.</p></td><td><p>Second.</p></td></tr></table>')).toBe('First.\n\nSecond.');
});

it('lists keep their signs and numbers, also around paragraphs and from another start', () => {
  expect(textOf('<ol start="3"><li><p>Open <b>Billing</b>.</p></li><li>Press<br>Cancel.</li></ol><ul><li>a</li></ul>')).toBe(
    '3. Open Billing.\n4. Press\nCancel.\n\n- a',
  );
});

it('code keeps its lines', () => {
  expect(
    textOf(
      '<p>Run:</p><pre><code>a = 1<br>  b = 2\nc = 3<span style="display:none"> and hidden</span></code><button>copy</button></pre>',
    ),
  ).toBe('Run:\n\na = 1\n  b = 2\nc = 3');
});

it.each([
  ['the main part', `<main>${long('refunds')}</main>`],
  ['the part with that role', `<div role="main">${long('refunds')}</div>`],
  ['the largest article', `<article>${long('refunds')}</article><article><p>Another story.</p></article>`],
  [
    'the densest block',
    `<div><div class="x"><div class="y">${long('refunds')}${long('cards')}</div></div><div><p>Call us today.</p></div></div>`,
  ],
])('%s is read, what surrounds it is not', (_what, body) => {
  const text = textOf(
    page(
      `<header><a href="/">Acme</a><p>We are hiring.</p></header><nav><p>Menu</p></nav>${body}<aside><p>Try it free.</p></aside><footer><p>Imprint</p></footer>`,
    ),
  );
  expect(text).toContain('All that there is to say about refunds.');
  expect(text).not.toMatch(/hiring|Menu|Try it free|Imprint|Another story|Call us/);
});

it('banners, breadcrumbs, related links and share bars inside the article are left out; notes are read', () => {
  const text = textOf(
    page(
      `<main><ol class="breadcrumb"><li>Home</li></ol><div id="cookie-banner"><p>We use cookies. ${'Much text. '.repeat(40)}</p></div><h1>Refunds</h1>${long('refunds')}<aside class="admonition note"><p>Keep the receipt.</p></aside><div class="socialShare"><p>Tell friends</p></div><section class="related-articles"><p>See also prices</p></section><div class="article-votes"><p>Was this helpful?</p></div></main>`,
    ),
  );
  expect(text).toContain('Keep the receipt.');
  expect(text).not.toMatch(/Home|cookies|friends|prices|helpful/);
});

it('a page inside one form, or in a frame that is called after its sidebar, is still read', () => {
  expect(textOf(page(`<form id="aspnetForm"><div>${long('refunds')}</div></form>`))).toContain('refunds');
  expect(textOf(page(`<div class="has-sidebar">${long('refunds')}</div>`))).toContain('refunds');
});

it('an article about cookies keeps its sections', () => {
  expect(
    textOf(page(`<main>${long('privacy')}<section id="cookies"><h2>Cookies</h2><p>We set two.</p></section></main>`)),
  ).toContain('We set two.');
});

it('title without the site’s name, language and date come from the page itself', () => {
  const head = `<title>Refunds | Acme Help</title><meta property="og:site_name" content="Acme Help"><script type="application/ld+json">{"@type":"Article","dateModified":"2026-05-04"}</script>`;
  expect(parseHtml(page('<main><p>Text.</p></main>', head))).toMatchObject({
    title: 'Refunds',
    locale: 'en',
    updatedAt: '2026-05-04T00:00:00.000Z',
  });
});

it('markup that never closes, or a million levels of it, is read as far as it goes', () => {
  expect(textOf('<p>One<p>Two<b>three')).toBe('One\n\nTwothree');
  expect(textOf(`${'<div>'.repeat(3000)}Deep down.`)).toBe('Deep down.');
  expect(textOf(`<p>Above.</p>${'<div>'.repeat(1_000_000)}Deep down.`)).toBe('Above.');
});
