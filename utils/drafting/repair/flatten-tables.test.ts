import { expect, it } from 'vitest';
import { flattenTables } from './flatten-tables.ts';

it('a table becomes a list, its citations with it', () => {
  const table = 'Plans:\n\n| Plan | Seats | Price |\n|---|:---:|---|\n| Team | 10 | $5 [1] |\n| Business | 50 | $9 [1] |\n\nBest';
  expect(flattenTables(table)).toBe('Plans:\n\n- Team: Seats 10, Price $5 [1]\n- Business: Seats 50, Price $9 [1]\n\nBest');
});

it('two columns are a name and what is said of it', () => {
  expect(flattenTables('| a | b |\n|---|---|\n| Refund | 5 days |')).toBe('- Refund: 5 days');
});

it('empty cells and a single column leave no stray marks', () => {
  expect(flattenTables('| Step |\n|---|\n| Open it |\n|  |')).toBe('- Open it\n- ');
  expect(flattenTables('| a | b |\n|---|---|\n| x |  |')).toBe('- x');
});

it.each(['a | b', '| not a table |', '--- | ---', 'Use a || b.\n---', '| a |\ntext'])('%j stays as it is', (text) => {
  expect(flattenTables(text)).toBe(text);
});
