import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsSchema } from '../../../utils/domain/settings.ts';
import { parseGlossaryCsv, writeGlossaryCsv } from './glossary-csv.ts';
import { mergeGlossary, parseGlossaryLines, writeGlossaryLine, type Glossary } from './glossary-text.ts';

const glossary: Glossary = [
  { term: 'Northwind Cloud', translations: {} },
  { term: '=SUM(A1)', translations: { de: '-Konto, "neu"', fr: 'ligne' } },
  { term: 'workspace', translations: { de: 'Arbeitsbereich' } },
];

describe('lines', () => {
  it('come back as they were written', () => {
    const plain = glossary.filter(({ term }) => !term.startsWith('='));
    expect(parseGlossaryLines(plain.map(writeGlossaryLine).join('\n'))).toEqual({ entries: plain, problems: [] });
  });

  it('may name languages in words, and need no spaces', () => {
    expect(parseGlossaryLines('seat=German:Platz;fr : licence').entries).toEqual([
      { term: 'seat', translations: { de: 'Platz', fr: 'licence' } },
    ]);
  });

  it('that can’t be read are named and keep no other from being read', () => {
    const { entries, problems } = parseGlossaryLines(`good\n= de: Konto\ninvoice = Rechnung\n${'x'.repeat(81)}\n\nalso good`);
    expect(entries.map(({ term }) => term)).toEqual(['good', 'also good']);
    expect(problems.map((problem) => problem.slice(0, 6))).toEqual(['Line 2', 'Line 3', 'Line 4']);
  });
});

describe('files', () => {
  it('come back as they were written, commas, quotes and formulas too', () => {
    expect(parseGlossaryCsv(writeGlossaryCsv(glossary))).toEqual({ entries: glossary, problems: [] });
  });

  it('hold no cell that a spreadsheet would run', () => {
    expect(
      writeGlossaryCsv(glossary)
        .split(/[\r\n,]+/)
        .filter((cell) => /^"?[=+\-@]/.test(cell)),
    ).toEqual([]);
  });

  it('of one column, with semicolons, or with a byte order mark are read', () => {
    expect(parseGlossaryCsv('Northwind\nSAML\n').entries.map(({ term }) => term)).toEqual(['Northwind', 'SAML']);
    expect(parseGlossaryCsv('\uFEFFterm;German\nseat;Platz\n').entries).toEqual([
      { term: 'seat', translations: { de: 'Platz' } },
    ]);
  });

  it('name the row that is wrong', () => {
    expect(parseGlossaryCsv('term,Klingonisch\nseat,x\n').problems[0]).toMatch(/^Row 2: “Klingonisch” is no language/);
    expect(parseGlossaryCsv('').problems).toHaveLength(1);
  });
});

describe('merging', () => {
  it('adds what is new and gives known terms their new words', () => {
    const merged = mergeGlossary(glossary, [
      { term: 'Workspace', translations: { fr: 'espace' } },
      { term: 'seat', translations: {} },
      { term: 'Northwind Cloud', translations: {} },
    ]);
    expect(merged).toMatchObject({ added: 1, changed: 1, left: 0 });
    expect(merged.glossary).toContainEqual({ term: 'Workspace', translations: { de: 'Arbeitsbereich', fr: 'espace' } });
    expect(merged.glossary).toHaveLength(4);
  });

  it('a term that is changed loses the words that were taken out, and its old name', () => {
    const { glossary: next } = mergeGlossary(glossary, [{ term: 'work area', translations: {} }], 'workspace');
    expect(next.map(({ term }) => term)).toEqual(['=SUM(A1)', 'Northwind Cloud', 'work area']);
  });

  it('never makes a glossary that settings refuse', () => {
    const many = Array.from({ length: 600 }, (_, at) => ({ term: `term ${at}`, translations: {} }));
    const { glossary: full, left } = mergeGlossary(glossary, many);
    expect(left).toBe(103);
    expect(settingsSchema.safeParse({ ...defaultSettings, glossary: full }).success).toBe(true);
  });
});
