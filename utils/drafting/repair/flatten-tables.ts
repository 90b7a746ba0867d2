const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/**
 * Markdown tables as lists, since a reply has no tables: one item a row, the first cell before a colon, each other cell after
 * the heading of its column. A table of one column is a plain list. Everything else stays as it is.
 */
export function flattenTables(text: string): string {
  const lines = text.split('\n');
  const flat: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    if (!ROW.test(line) || !RULE.test(next) || !next.includes('-')) {
      flat.push(line);
      continue;
    }
    const headings = toCells(line);
    at += 2;
    for (; at < lines.length && ROW.test(lines[at] ?? ''); at += 1) flat.push(toItem(toCells(lines[at] ?? ''), headings));
    at -= 1;
  }
  return flat.join('\n');
}

function toItem(cells: readonly string[], headings: readonly string[]): string {
  const [first = '', ...rest] = cells;
  const said = rest.flatMap((cell, index) => {
    const heading = headings[index + 1] ?? '';
    if (cell === '') return [];
    return [heading === '' || rest.length === 1 ? cell : `${heading} ${cell}`];
  });
  return said.length === 0 ? `- ${first}` : `- ${first === '' ? '' : `${first}: `}${said.join(', ')}`;
}

function toCells(row: string): string[] {
  return row
    .trim()
    .replaceAll(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
