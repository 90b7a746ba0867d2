import { expect, it, vi } from 'vitest';
import { readTime } from './read-time.ts';

const FIVE_PAST_EIGHT = '2026-11-17T08:05:00.000Z';

it.each([
  ['ISO', '2026-11-17T08:05:00Z'],
  ['ISO with a zone', '2026-11-17T09:05:00+01:00'],
  ['ISO with a bare offset', '2026-11-17T10:05:00.000+0200'],
  ['ISO with a space', '2026-11-17 08:05:00Z'],
  ['RFC 2822', 'Tue, 17 Nov 2026 09:05:00 +0100'],
  ['HTTP', 'Tue, 17 Nov 2026 08:05:00 GMT'],
  ['a script’s own words', 'Tue Nov 17 2026 09:05:00 GMT+0100 (Central European Standard Time)'],
  ['seconds', 1_794_902_700],
  ['milliseconds', '1794902700000'],
])('reads a time written as %s', (_how, raw) => {
  expect(readTime(raw)).toBe(FIVE_PAST_EIGHT);
});

it.each([
  '3 days ago',
  '08:05',
  'soon 2026 or later',
  '06/07/2026 8:05',
  '06/07/2026 08:05 GMT',
  '7.6.2026',
  'June 7, 2026 8:05 PM',
  'vor 2 Stunden',
  '13h ago',
  '2026',
  '',
])('does not guess what %j means', (raw) => {
  expect(readTime(raw)).toBeUndefined();
});

it('hands the browser no offset without its colon: not every one reads it', () => {
  const parse = vi.spyOn(Date, 'parse');
  readTime('2026-11-17T10:05:00.250+0200');
  expect(parse).toHaveBeenCalledWith('2026-11-17T10:05:00.250+02:00');
  parse.mockRestore();
});
