import { expect, it } from 'vitest';
import { findKeyFault, tidyKey } from './tidy-key.ts';

it.each([
  ['sk-abc', 'sk-abc'],
  ['  sk-abc\r\n', 'sk-abc'],
  ['\u00A0\u200Bsk-abc\uFEFF', 'sk-abc'],
  ['Bearer sk-abc', 'sk-abc'],
  ['bearer  sk-abc ', 'sk-abc'],
  ['Authorization: Bearer sk-abc', 'sk-abc'],
  ['"sk-abc"', 'sk-abc'],
  ["' sk-abc '", 'sk-abc'],
  ['', ''],
  ['bearer-of-news', 'bearer-of-news'],
])('%j is the key %j', (pasted, key) => {
  expect(tidyKey(pasted)).toBe(key);
  expect(findKeyFault(tidyKey(pasted))).toBeUndefined();
});

it.each([
  ['sk-abc def', /space or a line break in the middle/],
  ['sk-abc\nsk-def', /space or a line break in the middle/],
  ['sk-äbc', /letter that no key has/],
  ['sk-abc\u200Bdef', /letter that no key has/],
  ['••••••••', /letter that no key has/],
])('%j cannot be sent', (pasted, said) => {
  expect(findKeyFault(tidyKey(pasted))).toMatch(said);
});
