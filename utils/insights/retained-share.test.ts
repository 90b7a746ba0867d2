import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffWords } from './word-diff.ts';
import { retainedShare } from './retained-share.ts';
import { toWords } from './to-words.ts';

it.each([
  ['all words kept', 'one two three four', 'one two three four', 1],
  ['greeting and signature of the agent cost nothing', 'one two', 'Hi Tom, one two Best, Ana', 1],
  ['one of four words replaced', 'one two three four', 'one two 3 four', 3 / 4],
  ['words that changed places are kept once', 'one two', 'two one', 1 / 2],
  ['nothing kept', 'one two', 'three four', 0],
  ['an empty draft has nothing to keep', '', 'one two', 0],
  ['an empty reply keeps nothing', 'one two', '', 0],
  ['a word said twice is kept as often as it was sent', 'a a a', 'a', 1 / 3],
])('%s', (_rule, draft, sent, share) => {
  expect(retainedShare(draft, sent)).toBeCloseTo(share, 12);
});

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 }).map((words) => words.join(' '));
const wordsOf = (pieces: ReturnType<typeof diffWords>, without: string): string =>
  pieces.flatMap((piece) => (piece.kind === without ? [] : [piece.text])).join(' ');

it('the word diff gives back both texts, and keeps exactly the retained words', () => {
  fc.assert(
    fc.property(text, text, (draft, sent) => {
      const pieces = diffWords(draft, sent);
      expect(wordsOf(pieces, 'added')).toBe(draft);
      expect(wordsOf(pieces, 'removed')).toBe(sent);
      const kept = pieces.flatMap((piece) => (piece.kind === 'kept' ? toWords(piece.text) : []));
      expect(kept.length).toBeCloseTo(retainedShare(draft, sent) * toWords(draft).length, 9);
    }),
  );
});
