import { expect, it } from 'vitest';
import { LOCKED, makePdf } from './fixtures.test-support.ts';
import { parsePdf } from './parse-pdf.ts';

const { signal } = new AbortController();

it('larger lines are headings, wrapped lines one paragraph, columns that line up a table', async () => {
  const page = await parsePdf(
    makePdf(
      [
        [
          [24, 60, 780, 'Refunds'],
          [11, 60, 740, 'A refund is paid within thirty days to the card that was used, and it may be can-'],
          [11, 60, 726, 'celled until it is paid.'],
          [11, 60, 700, '1. Open Billing.'],
          [11, 60, 686, '2. Press Cancel.'],
          [16, 60, 650, 'Prices (2026)'],
          [11, 60, 620, 'Plan'],
          [11, 200, 620, 'Price'],
          [11, 60, 606, 'Team'],
          [11, 200, 606, '12 EUR'],
        ],
      ],
      '/ModDate (D:20260203101500Z)',
    ),
    signal,
  );
  expect(page).toEqual({
    title: 'Refunds',
    updatedAt: '2026-02-03T00:00:00.000Z',
    sections: [
      {
        headings: [],
        text: 'A refund is paid within thirty days to the card that was used, and it may be cancelled until it is paid.\n1. Open Billing.\n2. Press Cancel.',
      },
      { headings: ['Prices (2026)'], text: 'Plan | Price\nTeam | 12 EUR' },
    ],
  });
});

it('what is repeated at the edge of pages is left out', async () => {
  const pages = [1, 2, 3, 4].map(
    (number) =>
      [
        [9, 60, 810, 'Northwind handbook'],
        [11, 60, 740, `The text of part ${'abcd'[number]} is here and goes on for some time.`],
        [11, 60, 700, 'More words in the middle of it, to have a body.'],
        [11, 60, 660, 'And a third line for the page.'],
        [9, 300, 30, `Page ${number} of 4`],
      ] as const,
  );
  const { sections } = await parsePdf(makePdf(pages), signal);
  const text = sections.map((section) => section.text).join('\n');
  expect(text).toContain('The text of part b');
  expect(text).not.toContain('handbook');
  expect(text).not.toMatch(/Page \d/);
});

it('pictures without text, a password and damage are told apart', async () => {
  await expect(parsePdf(makePdf([[], []]), signal)).rejects.toThrow('text recognition first');
  await expect(parsePdf(makePdf([[[11, 60, 700, 'Secret']]], '', LOCKED), signal)).rejects.toThrow('locked with a password');
  await expect(parsePdf(new TextEncoder().encode('%PDF-1.7 and nothing more'), signal)).rejects.toThrow('damaged');
});

it('a page without text among others is said, and the others are read', async () => {
  const page = await parsePdf(makePdf([[[11, 60, 700, 'The first page.']], []]), signal);
  expect(page.sections[0]?.text).toBe('The first page.');
  expect(page.gaps).toEqual([expect.stringContaining('page 2 of it hold')]);
});

it('ends with the signal’s reason', async () => {
  const aborted = AbortSignal.abort(new Error('cancelled'));
  await expect(parsePdf(makePdf([[[11, 60, 700, 'x']]]), aborted)).rejects.toThrow('cancelled');
});
