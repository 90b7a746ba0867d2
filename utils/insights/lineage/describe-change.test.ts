import { expect, it } from 'vitest';
import { describeChange } from './describe-change.ts';
import { makePassage } from './test-support.ts';

const passage = makePassage('Valid for 60 minutes.');
const source = { number: 1, passage };
const day = (iso: string): string => iso.slice(0, 10);
const changedAt = '2026-11-12T00:00:00.000Z';

it('a changed article: when it changed, which version the draft used, and both texts', () => {
  const now = makePassage('Valid for 15 minutes.');
  expect(describeChange(source, { kind: 'changed', now, changedAt }, day)).toEqual({
    title: 'The article changed on 2026-11-12',
    body: 'This draft used the version of 2026-10-03.',
    compare: { before: 'Valid for 60 minutes.', after: 'Valid for 15 minutes.' },
  });
});

it('a version without a date of its own goes by the day it was read', () => {
  const { updatedAt: _none, ...undated } = passage;
  const note = describeChange({ number: 1, passage: undated }, { kind: 'article-gone' }, day);
  expect(note).toEqual({
    title: 'The article is no longer in its source',
    body: 'This draft used the version of 2026-10-04. This copy is kept.',
  });
});

it('a passage that nothing took the place of has nothing to compare with', () => {
  const note = describeChange(source, { kind: 'changed', now: undefined, changedAt }, day);
  expect(note?.body).toContain('no longer in it');
  expect(note).not.toHaveProperty('compare');
});

it('nothing is said while the article says the same, or was not looked at', () => {
  expect(describeChange(source, { kind: 'same' }, day)).toBeUndefined();
  expect(describeChange(source, undefined, day)).toBeUndefined();
});

it.each([
  [false, 'This draft used the version of 2026-10-03. This copy is kept.'],
  [true, 'Its text was removed from this draft as well.'],
])('a removed source is told from the draft itself (forgotten: %s)', (forgotten, body) => {
  const note = describeChange({ ...source, removed: { at: changedAt, forgotten } }, { kind: 'source-gone' }, day);
  expect(note).toEqual({ title: 'The source was removed on 2026-11-12', body });
});
