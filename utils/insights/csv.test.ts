import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const cellOf = (cell: string): string =>
  toCsv([], [[cell]])
    .split('\r\n')
    .slice(1)
    .join('\r\n')
    .slice(0, -2);

it('lines end in CRLF, undefined is an empty cell, numbers have a point', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['x', 0.5],
        [undefined, -1],
      ],
    ),
  ).toBe('a,b\r\nx,0.5\r\n,-1\r\n');
});

it.each([
  ['commas', 'a,b', '"a,b"'],
  ['quotes, doubled', 'say "hi"', '"say ""hi"""'],
  ['line breaks', 'a\nb', '"a\nb"'],
])('%s are quoted', (_what, cell, written) => {
  expect(cellOf(cell)).toBe(written);
});

it.each(['=1+1', '+49 30', '-2', '@SUM(A1)', '\tx', '=HYPERLINK("http://x")'])('%j is no formula', (cell) => {
  expect(cellOf(cell).replace(/^"/, '')).toMatch(/^'/);
});

/** Reads RFC 4180 strictly: the whole text must be cells, divided by commas, in lines that end in CRLF. */
function readCsv(csv: string): string[][] {
  const lines: string[][] = [[]];
  let rest = csv;
  while (rest !== '') {
    const [match = '', quoted, plain, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    expect(match).not.toBe('');
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
    rest = rest.slice(match.length);
  }
  return lines.slice(0, -1);
}

it('any text comes back from a strict reader, at most with an apostrophe in front', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 })), (rows) => {
      const back = readCsv(toCsv(['a', 'b'], rows)).slice(1);
      expect(back.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
        rows.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))),
      );
    }),
  );
});
