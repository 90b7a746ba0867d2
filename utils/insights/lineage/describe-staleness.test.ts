import { describe, expect, it } from 'vitest';
import type { ArticleNow } from './article-now.ts';
import { describeStaleness } from './describe-staleness.ts';
import { matchPassage } from './match-passage.ts';
import { makePassage } from './test-support.ts';

const now = new Date('2026-11-21T12:00:00.000Z');
const passage = makePassage('Links are valid for 60 minutes.');

describe('age', () => {
  it.each([
    ['2026-11-21T13:00:00.000Z', 'fresh', 0],
    ['2026-10-03T00:00:00.000Z', 'fresh', 49],
    ['2025-11-21T12:00:00.000Z', 'fresh', 365],
    ['2025-11-20T11:00:00.000Z', 'old', 366],
  ])('updated %s: %s', (updatedAt, age, ageDays) => {
    expect(describeStaleness({ ...passage, updatedAt }, now)).toMatchObject({ age, ageDays, versionOf: updatedAt });
  });
  it('is unknown where the source does not say, however lately it was read', () => {
    const { updatedAt: _none, ...undated } = passage;
    expect(describeStaleness(undated, now)).toEqual({
      age: 'unknown',
      versionOf: passage.fetchedAt,
      change: { kind: 'not-checked' },
    });
  });
});

it.each<[string, ArticleNow, object]>([
  ['the same', { kind: 'present', passages: [passage], changedAt: '2026-11-12T00:00:00.000Z' }, { kind: 'same' }],
  [
    'changed',
    { kind: 'present', passages: [makePassage('Links are valid for 15 minutes.')], changedAt: '2026-11-12T00:00:00.000Z' },
    { kind: 'changed', changedAt: '2026-11-12T00:00:00.000Z', now: { text: 'Links are valid for 15 minutes.' } },
  ],
  ['gone', { kind: 'article-gone' }, { kind: 'article-gone' }],
  ['gone with its source', { kind: 'source-gone' }, { kind: 'source-gone' }],
])('an article that is %s since the draft was made is told', (_what, article, change) => {
  expect(describeStaleness(passage, now, article).change).toMatchObject(change);
});

describe('what took a passage’s place', () => {
  const old = makePassage('Annual plans are refunded within 30 days.', { position: 3 });
  it('has most words in common, case and accents aside', () => {
    const near = makePassage('ÁNNUAL plans are refunded within 14 days.', { position: 9 });
    expect(matchPassage(old, [makePassage('Plans are sold.'), near])).toBe(near);
  });
  it('stands under the same headings, then nearest, when words don’t decide', () => {
    const elsewhere = makePassage(old.text, { headings: ['Other'], position: 3 });
    const far = makePassage(old.text, { position: 9 });
    const near = makePassage(old.text, { position: 4 });
    expect(matchPassage(old, [elsewhere, far, near])).toBe(near);
  });
  it('is nothing when only function words agree', () => {
    expect(matchPassage(old, [makePassage('Parcels are sent to Norway by ship in a week or two.')])).toBeUndefined();
  });
});
