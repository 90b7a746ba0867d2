import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { cases } from './cases.ts';
import { benchedEditors, versionOf } from './families.ts';
import type { Matrix } from './run-matrix.ts';

const FILE = 'docs/editors.md';
const names = cases.map(({ name }) => name);

/** One row an editor, one column a case. */
export function toTable(matrix: Matrix): string {
  const rows = benchedEditors
    .filter(({ name }) => matrix.has(name))
    .map((editor) => {
      const row = matrix.get(editor.name);
      return [
        `${editor.title} ${versionOf(editor)}`.trim(),
        `\`${editor.family}\``,
        ...names.map((name) => row?.get(name) ?? 'not run'),
      ];
    });
  const head = ['editor', 'family', ...names];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Fails when the committed table is not what this run gave; with `WRITE_EDITORS=1` writes it instead. */
export function checkTable(browser: 'Chromium' | 'Firefox', matrix: Matrix): void {
  const table = toTable(matrix);
  if (process.env['EDITORS'] !== undefined)
    return console.log(
      [...matrix].map(([name, row]) => [name, ...[...row].map((cell) => cell.join(' => '))].join('\n   ')).join('\n'),
    );
  const text = readFileSync(FILE, 'utf8');
  const begin = `<!-- ${browser}: made by the test run -->\n\n`;
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf('\n\n', from);
  if (process.env['WRITE_EDITORS'] === '1') writeFileSync(FILE, `${text.slice(0, from)}${table}${text.slice(to)}`);
  else expect(text.slice(from, to).replaceAll(/ +/g, ' ').replaceAll(/-+/g, '---')).toBe(table.replaceAll(/-+/g, '---'));
}
