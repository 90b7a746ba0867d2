import { expect, it } from 'vitest';
import { defaultBudget } from '../../../utils/domain/spending.ts';
import { checkBudget, toBudgetFields } from './budget-fields.ts';

const fields = toBudgetFields(defaultBudget);

it('what is stored can be saved again unchanged', () => {
  const budget = { ...defaultBudget, draftMoney: 0.05, dayTokens: 100_000, dayMoney: 4, team: { monthMoney: 400, agents: 12 } };
  expect(checkBudget(toBudgetFields(budget))).toEqual({ budget, problems: {} });
});

it('an empty limit is no limit', () => {
  expect(checkBudget(fields).budget).toEqual(defaultBudget);
});

it.each([
  ['currency', 'euros', /three letters/],
  ['promptTokens', '12', /from 500/],
  ['promptTokens', '', /6000/],
  ['replyTokens', '10.5', /whole number/],
  ['dayMoney', '0', /above 0/],
  ['draftMoney', 'little', /above 0/],
  ['dayTokens', '-5', /whole number/],
] as const)('%s "%s" is refused, with what to do', (name, typed, said) => {
  const { budget, problems } = checkBudget({ ...fields, [name]: typed });
  expect(budget).toBeUndefined();
  expect(problems[name]).toMatch(said);
});

it('a team’s money needs the number of its agents', () => {
  expect(checkBudget({ ...fields, teamMoney: '400' }).problems.agents).toMatch(/share/);
});
