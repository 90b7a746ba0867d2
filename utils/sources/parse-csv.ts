import Papa from 'papaparse';
import type { Source } from '../domain/passage.ts';
import { readRow, type ParsedRow } from './read-row.ts';
import { toReason, UnreadableError } from './unreadable-error.ts';

/** More rows than this are a database, not knowledge that people wrote. */
export const MAX_ROWS = 100_000;

/** Rows as articles, and what could not be read of the table, by the place in it ("row 7"). */
export type ParsedTable = { readonly rows: readonly ParsedRow[]; readonly unreadable: Source['unreadable'] };

/**
 * A table with a first row of names: comma, semicolon, tab or bar between cells, quotes as in RFC 4180. Each further row is an
 * article. A row that can't be read is listed and stops nothing; empty rows are left out.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function parseCsv(text: string): ParsedTable {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [names, ...rows] = data;
  if (!names || rows.length === 0) throw new UnreadableError('the table has no rows beneath its first one');
  if (rows.length > MAX_ROWS) throw new UnreadableError('the table has more than 100,000 rows; divide it');
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const found: ParsedRow[] = [];
  const unreadable: Source['unreadable'] = [];
  for (const [index, cells] of rows.entries()) {
    const place = `row ${index + 2}`;
    try {
      if (broken.has(index + 1)) throw new UnreadableError('a quotation mark in it is not closed');
      const row = readRow(cells.map((cell, column) => [names[column] || `column ${column + 1}`, cell] as const));
      found.push({ ...row, key: row.key || place });
    } catch (thrown) {
      unreadable.push({ name: place, reason: toReason(thrown) });
    }
  }
  return { rows: found, unreadable };
}
