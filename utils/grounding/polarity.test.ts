import { describe, expect, it } from 'vitest';
import { findNegations, isNegated } from './polarity.ts';

describe('a denial', () => {
  it.each([
    ['The limit cannot be raised.', ['cannot']],
    ["You don't need it.", ["don't"]],
    ['Il n’est pas possible.', ['pas']],
    ['No hace falta ningún reembolso.', ['ningún']],
    ['Es gibt keine Erstattung.', ['keine']],
  ])('is counted once in %j', (text, expected) => {
    expect(findNegations(text).map((one) => one.text)).toEqual(expected);
    expect(isNegated(text)).toBe(true);
  });

  it.each(['It is not only fast.', 'A non-stop service.'])('is not %j', (text) => expect(findNegations(text)).toEqual([]));
});
