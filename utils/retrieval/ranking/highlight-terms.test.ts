import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlightTerms } from './highlight-terms.ts';

/** The marked words of an English text. */
const mark = (text: string, question: string, locale = 'en', language = locale): string[] =>
  highlightTerms({ text, locale }, { text: question, language }).map(({ start, end }) => text.slice(start, end));

it('words are marked in every form, and function words never', () => {
  expect(mark('Invoices are sent when an order is cancelled.', 'is my invoice sent on cancelling?')).toEqual([
    'Invoices',
    'sent',
    'cancelled',
  ]);
});

it('neighbours are one span; a sentence or a line between them keeps them apart', () => {
  expect(mark('The refund window. Refund\nwindow', 'refund window')).toEqual(['refund window', 'Refund', 'window']);
});

it('accents and case don’t matter', () => {
  expect(mark('Die Kündigung gilt.', 'KUNDIGUNG', 'de')).toEqual(['Kündigung']);
});

it('a function word of the question’s language is no word of the passage', () => {
  expect(mark('Dice and die cutters', 'die Rechnung', 'en', 'de')).toEqual([]);
});

it('scripts without spaces are marked by pairs of characters', () => {
  expect(mark('請求書の再発行', '再発行', 'ja')).toEqual(['再発行']);
  expect(mark('𠮷野家の牛丼', '家の', 'ja')).toEqual(['家の']);
});

it('nothing is marked where nothing is asked', () => {
  expect(mark('Refunds take five days.', 'and the?')).toEqual([]);
});

const words = fc
  .array(
    fc.constantFrom(
      'refund',
      'refunds',
      'the',
      'Kündigung',
      '請求書',
      '再',
      '𠮷野',
      'NW-2026',
      ' ',
      '\n',
      '-',
      '’',
      '😀',
      'e\u0301',
    ),
  )
  .map((parts) => parts.join(''));

it('offsets lie in the text, ascend and never overlap, for any text and question', () => {
  fc.assert(
    fc.property(
      fc.oneof(words, fc.string({ unit: 'grapheme' })),
      words,
      fc.constantFrom('en', 'de', 'ja'),
      (text, question, locale) => {
        let last = -1;
        for (const { start, end } of highlightTerms({ text, locale }, { text: question, language: 'en' })) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          last = end;
        }
      },
    ),
  );
});
