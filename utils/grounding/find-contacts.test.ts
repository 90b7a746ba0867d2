import { expect, it } from 'vitest';
import { findContacts, isKnownContact } from './find-contacts.ts';

it.each([
  ['See https://Help.example.com/reset.', ['help.example.com/reset']],
  ['See www.example.com and example.org/a!', ['example.com', 'example.org/a']],
  ['hxxps://evil[.]example/a', ['evil.example/a']],
  ['Visit evil dot com, or evil (dot) net', ['evil.net', 'evil.com']],
  ['evil.\u200Bcom and ｅｖｉｌ．org', ['evil.com', 'evil.org']],
  ['Write to Help@Example.com or a (at) b (dot) org.', ['help@example.com', 'a@b.org']],
  ['Open javascript:alert(1) or ftp://a.example/b', ['javascript:alert(1', 'ftp://a.example/b']],
  ['Ask @evil_desk', ['@evil_desk']],
  ['Call +1 (202) 555-0143 or 0301 234 567', ['12025550143', '0301234567']],
  ['Pay to DE89 3704 0044 0532 0130 00.', ['de89370400440532013000']],
])('finds the contacts in "%s"', (text, contacts) => {
  expect(findContacts(text).toSorted()).toEqual([...contacts].toSorted());
});

it.each([
  'It takes 5.5 days, e.g. on 2026-11-20 or 20.11.2026, and costs 1.299.000 yen.',
  'Your order 100456789 from 2025–2026 is done.Then wait.',
  'z. B. am 3. November, d.h. bald',
])('"%s" has none', (text) => {
  expect(findContacts(text)).toEqual([]);
});

it('a page above a known one is known; a host that begins like one is not', () => {
  const known = findContacts('See https://help.example.com/reset/form.');
  expect(isKnownContact('help.example.com', known)).toBe(true);
  expect(isKnownContact('help.example.co', known)).toBe(false);
});
