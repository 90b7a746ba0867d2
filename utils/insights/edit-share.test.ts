import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editShare } from './edit-share.ts';

it.each([
  ['sent as drafted', 'A link is valid', 'A link is valid', 0],
  ['one of four words replaced', 'A link is valid', 'A link was valid', 1 / 4],
  ['one word added to four: divided by the longer text', 'A link is valid', 'A link is still valid', 1 / 5],
  ['punctuation and case count', 'a link.', 'A link', 1],
  ['nothing kept', 'one two', 'three four', 1],
  ['everything deleted', 'one two', '', 1],
  ['written from nothing', '', 'one two', 1],
  ['two empty texts are equal', '', ' \n', 0],
  ['layout does not count', 'one\n\ntwo', 'one two', 0],
  ['composed and decomposed letters are equal', 'größer caf\u00e9', 'gro\u0308ßer cafe\u0301', 0],
])('%s', (_rule, suggested, sent, share) => {
  expect(editShare(suggested, sent)).toBeCloseTo(share, 12);
});

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map((words) => words.join(' '));

it('is symmetric, lies in [0, 1], and is 0 exactly for equal texts', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const share = editShare(a, b);
      expect(share).toBe(editShare(b, a));
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(share === 0).toBe(a === b);
    }),
  );
});

it('agrees with the plain recursive definition', () => {
  const distance = (a: readonly string[], b: readonly string[]): number => {
    if (a.length === 0 || b.length === 0) return a.length + b.length;
    if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
    return 1 + Math.min(distance(a.slice(1), b), distance(a, b.slice(1)), distance(a.slice(1), b.slice(1)));
  };
  const short = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(short, short, (a, b) => {
      expect(editShare(a.join(' '), b.join(' '))).toBeCloseTo(distance(a, b) / Math.max(a.length, b.length), 12);
    }),
  );
});
