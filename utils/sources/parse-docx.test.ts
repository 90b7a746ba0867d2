import { expect, it } from 'vitest';
import { encode, makeDocx, paragraph } from './fixtures.test-support.ts';
import { parseDocx } from './parse-docx.ts';
import { createUnzipBudget } from './unzip-files.ts';

const parse = (body: string, core = '') => parseDocx(makeDocx(body, core), createUnzipBudget());
const numbered = (list: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const cell = (text: string): string => `<w:tc>${paragraph(text, '', '<w:color w:val="FFFFFF"/>')}</w:tc>`;

it('headings by their style whatever its language, lists, tables, title and date', () => {
  const page = parse(
    [
      paragraph('Refunds', '<w:pStyle w:val="berschrift1"/>'),
      paragraph('Within 30 days.'),
      paragraph('How', '<w:pStyle w:val="berschrift2"/>'),
      paragraph('Open Billing.', numbered(1)),
      paragraph('Only owners see it.', numbered(1, 1)),
      paragraph('Press Cancel.', numbered(1)),
      paragraph('Cards', numbered(2)),
      `<w:tbl><w:tr>${cell('Plan')}${cell('Price')}</w:tr><w:tr>${cell('Team')}${cell('12')}</w:tr></w:tbl>`,
    ].join(''),
    '<dcterms:modified>2026-02-03T10:15:00Z</dcterms:modified>',
  );
  expect(page).toEqual({
    title: 'Refunds',
    updatedAt: '2026-02-03T10:15:00.000Z',
    sections: [
      { headings: [], text: 'Within 30 days.' },
      {
        headings: ['How'],
        text: '1. Open Billing.\n  - Only owners see it.\n2. Press Cancel.\n- Cards\n\nPlan | Price\nTeam | 12',
      },
    ],
  });
});

it('deleted text is gone, inserted text is there, hidden and white text is named and not read', () => {
  const page = parse(
    [
      '<w:p><w:r><w:t>Refunds take </w:t></w:r><w:del><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins><w:r><w:t>five</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> days.</w:t></w:r></w:p>',
      paragraph('Tell nobody.', '', '<w:vanish/>'),
      paragraph('White words.', '', '<w:color w:val="FFFFFF"/>'),
      '<w:p><w:r><w:instrText>HYPERLINK evil</w:instrText></w:r></w:p>',
    ].join(''),
  );
  expect(page.sections).toEqual([{ headings: [], text: 'Refunds take five days.' }]);
  expect(page.hidden).toEqual(['Tell nobody.', 'White words.']);
});

it('a locked or old document says so', () => {
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]);
  expect(() => parseDocx(old, createUnzipBudget())).toThrow('locked with a password, or saved by an old Word');
  expect(() => parseDocx(encode('plain'), createUnzipBudget())).toThrow('damaged');
});
