import { describe, expect, it } from 'vitest';
import { measureIntents, type JudgedText } from './intent-metrics.ts';

const text = (intent: string | undefined, label: string, outOfScope = 0, probability = 1): JudgedText => ({
  intent,
  label,
  outOfScope,
  probability,
});

describe('measureIntents', () => {
  it('counts the right intents, and weighs every intent the same in F1', () => {
    const measured = measureIntents([text('a', 'a'), text('a', 'a'), text('a', 'a'), text('b', 'a')]);
    expect(measured.accuracy).toBe(0.75);
    // a: 2·3 ÷ (4 + 3); b: never found.
    expect(measured.macroF1).toBeCloseTo((6 / 7 + 0) / 2);
  });

  it('takes "none" for an answer where the set has texts that are none of the intents', () => {
    const measured = measureIntents([
      text('a', 'a', 0.1),
      text('a', 'a', 0.9),
      text(undefined, 'a', 0.8),
      text(undefined, 'a', 0.2),
    ]);
    expect(measured).toMatchObject({ accuracy: 0.5, inScopeAccuracy: 1, inScopeKept: 0.5, outOfScopeRecall: 0.5 });
    expect(measured.outOfScopeAuroc).toBe(0.5);
  });

  it('leaves the out-of-scope score aside where every text has an intent', () => {
    const measured = measureIntents([text('a', 'a', 0.9), text('b', 'b', 0.1)]);
    expect(measured).toMatchObject({ accuracy: 1, outOfScopeRecall: undefined, outOfScopeAuroc: undefined });
  });

  it('knows a probability that promises too much', () => {
    expect(measureIntents([text('a', 'a', 0, 0.9), text('a', 'b', 0, 0.9)]).ece).toBeCloseTo(0.4);
  });
});
