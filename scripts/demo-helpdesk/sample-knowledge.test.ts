import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const FOLDER = 'public/sample-knowledge';
const names = z.array(z.string()).parse(JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8')));
const read = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8');
const numbersIn = (name: string): string[] =>
  [
    ...read(name)
      .split('---')
      .slice(2)
      .join('')
      .matchAll(/\d[\d,.]*\d|\d/g),
  ].map(([number]) => number);

it('lists every article in the index', () => {
  expect(names.toSorted()).toEqual(globSync('**/*.md', { cwd: FOLDER }).toSorted());
});

it('stays below 150 kB', () => {
  const bytes = names.reduce((sum, name) => sum + Buffer.byteLength(read(name)), 0);
  expect(bytes).toBeLessThan(150_000);
});

it.each(names)('%s says who may read it, in which language, and where it stands', (name) => {
  const [locale] = name.split('/');
  expect(read(name)).toMatch(
    /^---\ntitle: .+\nurl: https:\/\/help\.northwind\.example\/.+\nlocale: .+\naudience: .+\nupdated: \d{4}-\d\d-\d\d\n---\n/,
  );
  expect(read(name)).toContain(
    locale === 'internal' ? '\nlocale: en\naudience: internal\n' : `\nlocale: ${locale}\naudience: public\n`,
  );
});

it.each(names.filter((name) => /^(?:de|es|fr)\//.test(name)))('%s has no figure that the English article has not', (name) => {
  const english = new Set(numbersIn(name.replace(/^\w+/, 'en')));
  // "the 1st of each month" and the numbers of list items are not facts of their own.
  expect(numbersIn(name).filter((number) => !english.has(number) && number !== '1')).toEqual([]);
});
