import { expect, it } from 'vitest';
import { articleSchema, type Article } from '../domain/passage.ts';
import { cutPassages, measurePassage } from './cut-passages.ts';

/** A stand-in for SHA-256 that is as good for telling texts apart here. */
const digest = async (text: string): Promise<string> => `#${text}`;
const article = (sections: Article['sections'], change: Partial<Article> = {}): Article =>
  articleSchema.parse({
    id: 'a.md',
    sourceId: 's',
    title: 'Billing',
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    sections,
    ...change,
  });
const words = (count: number, word = 'invoice'): string =>
  Array.from({ length: count }, (_, index) => `${word}${index}.`).join(' ');

it('a short article is one passage, its later headings lines in it', async () => {
  const passages = await cutPassages(
    article([
      { headings: [], text: 'We bill monthly.' },
      { headings: ['Refunds'], text: 'Within 30 days.' },
    ]),
    digest,
  );
  expect(passages).toHaveLength(1);
  expect(passages[0]?.text).toBe('We bill monthly.\n\nRefunds\n\nWithin 30 days.');
});

it.each([
  ['needed', 'internal'],
  ['kept-internal', 'internal'],
  ['passed', 'public'],
] as const)('passages of a flagged public article whose review is %s are %s', async (state, audience) => {
  const flagged = article([{ headings: [], text: 'We bill monthly.' }], { review: { state, reasons: ['hidden text'] } });
  expect((await cutPassages(flagged, digest)).map((passage) => passage.audience)).toEqual([audience]);
});

it('a long article gives passages of at most 500 tokens, in order, with nothing lost', async () => {
  const text = Array.from({ length: 12 }, (_, index) => words(40, `p${index}w`)).join('\n\n');
  const passages = await cutPassages(article([{ headings: ['All'], text }]), digest);
  expect(passages.length).toBeGreaterThan(1);
  for (const passage of passages) expect(measurePassage(passage.text)).toBeLessThanOrEqual(500);
  expect(passages.map(({ text: part }) => part).join('\n\n')).toBe(text);
  expect(passages.map(({ position }) => position)).toEqual(passages.map((_, index) => index));
});

it('a paragraph longer than a passage is cut at sentences, never inside one', async () => {
  const passages = await cutPassages(article([{ headings: [], text: words(600, 'The invoice ') }]), digest);
  expect(passages.length).toBeGreaterThan(1);
  for (const passage of passages) expect(passage.text.endsWith('.')).toBe(true);
});

it('text without any sentence end is cut between words', async () => {
  const passages = await cutPassages(article([{ headings: [], text: 'x'.repeat(9).concat(' ').repeat(900).trim() }]), digest);
  for (const passage of passages) expect(measurePassage(passage.text)).toBeLessThanOrEqual(500);
});

it('passages carry heading path, audience, locale, dates and address', async () => {
  const [passage] = await cutPassages(
    article([{ headings: ['Plans', 'Team'], text: 'EUR 12.' }], {
      audience: 'internal',
      locale: 'de',
      url: 'https://h.example/a',
      updatedAt: '2026-10-01T00:00:00.000Z',
    }),
    digest,
  );
  expect(passage).toMatchObject({
    headings: ['Plans', 'Team'],
    audience: 'internal',
    locale: 'de',
    url: 'https://h.example/a',
    updatedAt: '2026-10-01T00:00:00.000Z',
    title: 'Billing',
  });
});

it('an unchanged passage keeps its id, a changed text or audience gets a new one', async () => {
  const idOf = async (text: string, change: Partial<Article> = {}) =>
    (await cutPassages(article([{ headings: [], text }], change), digest))[0]?.id;
  expect(await idOf('EUR 12.')).toBe(await idOf('EUR 12.', { fetchedAt: '2026-12-01T00:00:00.000Z' }));
  expect(await idOf('EUR 12.')).not.toBe(await idOf('EUR 13.'));
  expect(await idOf('EUR 12.')).not.toBe(await idOf('EUR 12.', { audience: 'internal' }));
});

it('an article without text gives no passage', async () => {
  expect(await cutPassages(article([{ headings: [], text: '  ' }]), digest)).toEqual([]);
});

it('a list or a table that is longer than a passage is cut between its lines, none lost', async () => {
  const lines = Array.from({ length: 120 }, (_, index) => `- Step ${index}: press the button and wait for a moment.`);
  const passages = await cutPassages(article([{ headings: [], text: lines.join('\n') }]), digest);
  expect(passages.length).toBeGreaterThan(1);
  expect(passages.flatMap(({ text }) => text.split('\n'))).toEqual(lines);
});

it('the address of a passage leads to its heading', async () => {
  const long = words(300);
  const sections = [
    { headings: [], text: long },
    { headings: ['Refunds'], text: long, anchor: 'refunds' },
  ];
  const passages = await cutPassages(article(sections, { url: 'https://h.example/a#top' }), digest);
  expect(passages.at(0)?.url).toBe('https://h.example/a#top');
  expect(passages.at(-1)?.url).toBe('https://h.example/a#refunds');
});

it('a text that is meant for other customers is another passage', async () => {
  const idOf = async (segments: string[]) =>
    (await cutPassages(article([{ headings: [], text: 'EUR 12.' }], { segments }), digest))[0]?.id;
  expect(await idOf(['gold'])).not.toBe(await idOf(['team']));
});
