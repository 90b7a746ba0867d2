export type CsvCell = string | number | boolean | undefined;

/** A spreadsheet takes a cell that begins so for a formula, and may run what a ticket's author wrote. */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * Comma-separated text after RFC 4180: lines end in CRLF, cells with comma, quote or line break are quoted, quotes are
 * doubled. Text that begins like a formula gets an apostrophe in front; numbers are written as they are, with a point.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');
}

function toCell(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  const text = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
