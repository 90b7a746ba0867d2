import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { sourceIdSchema } from '../domain/passage.ts';
import { readFiles, readPastedText, type ReadFilesOptions } from './read-files.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const options: ReadFilesOptions = {
  sourceId: sourceIdSchema.parse('s'),
  audience: 'public',
  fetchedAt: '2026-11-01T00:00:00.000Z',
  signal: new AbortController().signal,
};
const read = (files: Record<string, Uint8Array | string>, change: Partial<ReadFilesOptions> = {}) =>
  readFiles(
    Object.entries(files).map(([name, content]) => ({
      name,
      bytes: async () => (typeof content === 'string' ? encode(content) : content),
    })),
    { ...options, ...change },
  );

it('Markdown: front matter, headings as path, marks gone, lists kept', async () => {
  const { articles } = await read({
    'a.md':
      '---\ntitle: Refunds\nurl: https://help.example/refunds\nupdated: 2026-10-12\n---\n# Refunds\n\nWithin **30 days**.\n\n## How\n\n1. Open [Billing](https://x.example).\n2. Press `Cancel`.\n',
  });
  expect(articles[0]).toMatchObject({
    title: 'Refunds',
    url: 'https://help.example/refunds',
    updatedAt: '2026-10-12T00:00:00.000Z',
    locale: 'en',
    sections: [
      { headings: [], text: 'Within 30 days.' },
      { headings: ['How'], text: '1. Open Billing.\n2. Press Cancel.' },
    ],
  });
});

it('HTML: main content only, nothing hidden, headings and lists', async () => {
  const { articles } = await read({
    'a.html':
      '<html lang="de"><head><title>Seite</title><script>evil()</script></head><body><nav>Menü</nav><main><h1>Erstattung</h1><p>Binnen 30&nbsp;Tagen.</p><!-- note --><p style="display: none">Geheim</p><h2>So geht es</h2><ol><li>Öffnen</li><li>Kündigen</li></ol><table><tr><th>Plan</th><td>Team</td></tr></table></main><footer>Ende</footer></body></html>',
  });
  expect(articles[0]).toMatchObject({
    title: 'Erstattung',
    locale: 'de',
    sections: [
      { headings: [], text: 'Binnen 30 Tagen.' },
      { headings: ['So geht es'], text: '1. Öffnen\n2. Kündigen\n\nPlan | Team' },
    ],
  });
});

it('invisible characters are not read', async () => {
  const { articles } = await read({ 'a.txt': 'Ref\u200Bunds\u202E are \u{E0041}paid.' });
  expect(articles[0]?.sections[0]?.text).toBe('Refunds are paid.');
});

it('old encodings are read', async () => {
  const { articles } = await read({
    'a.txt': Uint8Array.from([0x4b, 0xfc, 0x6e, 0x64, 0x69, 0x67, 0x65, 0x6e]),
    'b.txt': Uint8Array.from([0xff, 0xfe, 0x48, 0, 0x69, 0]),
  });
  expect(articles.map((article) => article.sections[0]?.text)).toEqual(['Kündigen', 'Hi']);
});

it('an unreadable file among the imported ones is listed with its reason, and the others are read', async () => {
  const zip = zipSync({ 'help/a.md': encode('# A\n\nText a.'), 'help/logo.png': Uint8Array.from([0x89, 0x50, 0, 1]) });
  const { articles, unreadable } = await read({
    'good.md': '# Good\n\nText.',
    'empty.md': '',
    'fake.txt': Uint8Array.from([1, 0, 2, 0]),
    'doc.pdf': '%PDF',
    'help.zip': zip,
    'broken.zip': zip.slice(0, 40),
  });
  expect(articles.map((article) => article.id)).toEqual(['good.md', 'help.zip/help/a.md']);
  expect(unreadable.map(({ name }) => name)).toEqual(['empty.md', 'fake.txt', 'doc.pdf', 'help.zip/help/logo.png', 'broken.zip']);
  expect(unreadable.every(({ reason }) => reason.length > 10)).toBe(true);
});

it('a file may be more private than its source, never less', async () => {
  const { articles } = await read({ 'a.md': '---\naudience: internal\n---\nSecret text.' });
  expect(articles[0]?.audience).toBe('internal');
  const stricter = await read({ 'a.md': '---\naudience: public\n---\nOpen text.' }, { audience: 'internal' });
  expect(stricter.articles[0]?.audience).toBe('internal');
});

it('a cancelled import ends with the signal’s reason', async () => {
  await expect(read({ 'a.md': 'x' }, { signal: AbortSignal.abort(new Error('cancelled')) })).rejects.toThrow('cancelled');
});

it('a zip that claims to unpack to gigabytes is not unpacked', async () => {
  const zip = zipSync({ 'big.txt': new Uint8Array(21 * 1024 * 1024).fill(97) });
  const { articles, unreadable } = await read({ 'big.zip': zip });
  expect(articles).toEqual([]);
  expect(unreadable[0]?.reason).toContain('larger');
});

it('a pasted text is one article under its title', () => {
  expect(readPastedText('House rules', 'Never promise a discount.', options)).toMatchObject({
    id: 'pasted/House rules',
    title: 'House rules',
    locale: 'en',
  });
});
