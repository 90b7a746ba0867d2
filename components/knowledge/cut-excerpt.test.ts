import { expect, it } from 'vitest';
import { cutExcerpt, tidySpans } from './cut-excerpt.ts';

const filler = 'lorem ipsum dolor sit amet '.repeat(20);
const text = `${filler}the refund window is thirty days ${filler}`;
const span = (word: string): { start: number; end: number } => {
  const start = text.indexOf(word);
  return { start, end: start + word.length };
};

it('a short text is shown whole', () => {
  expect(cutExcerpt('Thirty days.', [{ start: 0, end: 6 }], 200)).toEqual({
    text: 'Thirty days.',
    highlights: [{ start: 0, end: 6 }],
    cutBefore: false,
    cutAfter: false,
  });
});

it('a long text is cut around the words that were found, and their offsets move with it', () => {
  const excerpt = cutExcerpt(text, [span('refund'), span('thirty')], 160);
  expect(excerpt.highlights.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['refund', 'thirty']);
  expect([excerpt.cutBefore, excerpt.cutAfter]).toEqual([true, true]);
  expect(excerpt.text.length).toBeLessThanOrEqual(160);
});

it('where several places were found, the one that holds most of them is shown', () => {
  const alone = { start: 0, end: 5 };
  const excerpt = cutExcerpt(text, [alone, span('refund'), span('window')], 160);
  expect(excerpt.text).toContain('refund window');
});

it('no word is cut in two', () => {
  const { text: cut } = cutExcerpt(text, [span('refund')], 160);
  const words = new Set(text.split(/\s+/));
  expect(
    cut
      .trim()
      .split(/\s+/)
      .filter((word) => !words.has(word)),
  ).toEqual([]);
});

it('without highlights the beginning is shown', () => {
  expect(cutExcerpt(text, [], 100)).toMatchObject({ cutBefore: false, cutAfter: true });
});

it('a text without a space is still cut', () => {
  expect(cutExcerpt('あ'.repeat(900), [{ start: 500, end: 503 }], 100).text.length).toBeLessThanOrEqual(100);
});

it('spans outside the text, empty ones and those over another are left out', () => {
  expect(
    tidySpans('abcdef', [
      { start: 3, end: 5 },
      { start: 0, end: 2 },
      { start: 1, end: 4 },
      { start: 4, end: 9 },
      { start: 2, end: 2 },
    ]),
  ).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 5 },
  ]);
});
