import { describe, expect, it } from 'vitest';
import { measureAnswer, summariseAnswers } from './drafting-metrics.ts';
import { findKeyFacts, shareOfFacts, toRarity } from './key-facts.ts';

const gold =
  'A refund for Team arrives within 10 business days. Open Billing > Payments and press “Ask for a refund”. It costs $1,500 at most.';
const rarity = toRarity([gold, 'Links are valid for 60 minutes.', 'Team workspaces have business hours.'], 'en');
const find = (reference: string, question = 'When does my refund arrive?') =>
  findKeyFacts({ reference, gold: [gold], question }, 'en', rarity);
const termsOf = (reference: string, question?: string) =>
  find(reference, question).map(({ kind, terms }) => [kind, terms.join(' ')]);

describe('key facts', () => {
  it('are figures, names, quoted words and content words of the reference', () => {
    expect(termsOf('Press “Ask for a refund” in Team; $1500, 10 days.')).toEqual([
      ['quoted', 'ask refund'],
      ['name', 'team'],
      ['term', 'press'],
      ['figure', '1500'],
      ['figure', '10'],
      ['term', 'dai'],
    ]);
  });

  it('stand in a gold passage and go beyond the question', () => {
    expect(termsOf('The refund arrives in 10 weeks.')).toEqual([['figure', '10']]);
  });

  it('weigh more the rarer they are', () => {
    const [team, ten] = find('In Team 10');
    expect(ten?.weight).toBeGreaterThan(team?.weight ?? 0);
  });

  it('are held whole or not at all, in any form of their words', () => {
    const facts = find('“Ask for a refund”');
    expect(shareOfFacts('He asked for refunds.', facts, 'en')).toBe(1);
    expect(shareOfFacts('He had a refund.', facts, 'en')).toBe(0);
    expect(shareOfFacts('anything', [], 'en')).toBe(0);
  });

  it('count by their weight', () => {
    const facts = find('In Team 10');
    const [team, ten] = facts.map(({ weight }) => weight);
    expect(shareOfFacts('10', facts, 'en')).toBeCloseTo((ten ?? 0) / ((team ?? 0) + (ten ?? 0)));
  });
});

describe('the quality of an answer', () => {
  const reference = { text: 'In 10 business days.', facts: find('In 10 business days.'), language: 'en' };

  it('is balanced between what is missing and what is too much', () => {
    const exact = measureAnswer('10 business days', reference);
    const whole = measureAnswer(gold, reference);
    expect([exact.keyFacts, exact.f1, exact.words]).toEqual([1, 1, 3]);
    expect(whole.keyFacts).toBe(1);
    expect(whole.f1).toBeLessThan(0.5);
    expect(measureAnswer('', reference)).toEqual({ keyFacts: 0, words: 0, f1: 0 });
  });

  it('is the mean over questions, and words their median', () => {
    const { keyFacts, words, f1, factsPer100Words } = summariseAnswers([
      { keyFacts: 1, words: 20, f1: 0.5 },
      { keyFacts: 0.5, words: 30, f1: 0.5 },
      { keyFacts: 0, words: 1000, f1: 0.2 },
    ]);
    expect([keyFacts, words]).toEqual([0.5, 30]);
    expect(f1).toBeCloseTo(0.4);
    expect(factsPer100Words).toBeCloseTo(50 / 350);
  });
});
