import { expect, it } from 'vitest';
import { checkPrice, readAmount } from './price-fields.ts';

it.each([
  ['0.25', 0.25],
  ['0,25', 0.25],
  [' 3 ', 3],
  ['.5', 0.5],
  ['', undefined],
  ['cheap', 'wrong'],
  ['-1', 'wrong'],
  ['1.000,5', 'wrong'],
])('"%s" is %s', (typed, amount) => {
  expect(readAmount(typed)).toBe(amount);
});

it('both prices or none', () => {
  expect(checkPrice({ input: '', output: '' })).toEqual({ problems: {} });
  expect(checkPrice({ input: '0,25', output: '2' }).price).toEqual({ inputPerMillion: 0.25, outputPerMillion: 2 });
  expect(checkPrice({ input: '1', output: '' }).problems.output).toMatch(/too/);
  expect(checkPrice({ input: '', output: '1' }).problems.input).toMatch(/too/);
});

it('a price that is no number is named, and none is set', () => {
  const { price, problems } = checkPrice({ input: 'a', output: '1' });
  expect(price).toBeUndefined();
  expect(problems.input).toMatch(/number/);
});
