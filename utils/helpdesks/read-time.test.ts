import { expect, it, vi } from 'vitest';
import { readTime } from './read-time.ts';

it.each([
  ['2026-11-17T08:05:00Z', '2026-11-17T08:05:00.000Z'],
  ['2026-11-17T10:05:00.250+0200', '2026-11-17T08:05:00.250Z'],
  ['2026-11-17T06:05:00-02:00', '2026-11-17T08:05:00.000Z'],
  ['Tue, 17 Nov 2026 08:05:00 GMT', '2026-11-17T08:05:00.000Z'],
  [1_794_902_700, '2026-11-17T08:05:00.000Z'],
  ['1794902700000', '2026-11-17T08:05:00.000Z'],
])('reads %s', (raw, iso) => {
  expect(readTime(raw)).toBe(iso);
});

it.each(['', '3 days ago', '08:05', 'soon 2026 or later'])('makes no time up for "%s"', (raw) => {
  expect(readTime(raw)).toBeUndefined();
});

it('hands the browser no offset without its colon: not every one reads it', () => {
  const parse = vi.spyOn(Date, 'parse');
  readTime('2026-11-17T10:05:00.250+0200');
  expect(parse).toHaveBeenCalledWith('2026-11-17T10:05:00.250+02:00');
  parse.mockRestore();
});
