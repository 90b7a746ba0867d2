import { expect, it } from 'vitest';
import { readPages, type ListPage } from './read-pages.ts';
import { unreadable } from './read-json.ts';

const pages: Readonly<Record<string, ListPage<number>>> = {
  '': { items: [1, 2], next: 'b' },
  b: { items: [], next: 'c' },
  c: { items: [3] },
};
const read = async (next: string) => ({ ok: true, value: pages[next] ?? { items: [] } }) as const;

it('reads to the last page, past an empty one', async () => {
  expect(await readPages(10, read)).toEqual({ ok: true, value: { items: [1, 2, 3], isCut: false } });
});

it('reads no more pages than it may, and says that there were more', async () => {
  expect(await readPages(2, read)).toEqual({ ok: true, value: { items: [1, 2], isCut: true } });
  expect(await readPages(3, read)).toMatchObject({ value: { isCut: false } });
});

it('has no half list', async () => {
  const failed = unreadable('Desk', 'page two');
  expect(await readPages(10, async (next) => (next === '' ? read(next) : failed))).toEqual(failed);
});
