import Papa from 'papaparse';
import { z } from 'zod';
import { MAX_TERMS, readAll, type Glossary, type GlossaryRead } from './glossary-text.ts';

const MAX_CHARS = 2_000_000;
const rowsSchema = z.array(z.array(z.string()));

/** A table with the terms in its first column and one column for each language: `term,de,fr`. */
export function writeGlossaryCsv(glossary: Glossary): string {
  const languages = [...new Set(glossary.flatMap(({ translations }) => Object.keys(translations)))].toSorted();
  const rows = glossary.map(({ term, translations }) => [term, ...languages.map((language) => translations[language] ?? '')]);
  // A spreadsheet would run a cell that begins like a formula.
  return `${Papa.unparse([['term', ...languages], ...rows], { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

/** Reads what `writeGlossaryCsv` wrote, or any table whose first column holds terms and whose head names languages. */
export function parseGlossaryCsv(text: string): GlossaryRead {
  if (text.length > MAX_CHARS)
    return { entries: [], problems: [`This file is too large for ${MAX_TERMS} terms. Choose another one.`] };
  const { data } = Papa.parse(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const rows = rowsSchema.safeParse(data).data ?? [];
  const [first = [], ...rest] = rows;
  const hasHead = /^(?:term|begriff|terme|término|source)$/i.test((first[0] ?? '').trim());
  const languages = hasHead ? first.slice(1) : [];
  const body = hasHead ? rest : rows;
  if (body.length === 0) return { entries: [], problems: ['There is no term in this file. Its first line must be: term,de,fr'] };
  return readAll(
    body.map((cells, index) => ({
      where: `Row ${index + (hasHead ? 2 : 1)}`,
      term: toText(cells[0] ?? ''),
      translations: languages
        .map((language, at) => [language, toText(cells[at + 1] ?? '')] as const)
        .filter(([, cell]) => cell.trim() !== ''),
    })),
  );
}

/** Takes away the mark that keeps a spreadsheet from running the cell. */
const toText = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');
