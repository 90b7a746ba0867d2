import { expect, it } from 'vitest';
import { defaultBudget, type SpendingBudget, type Spent } from '../domain/spending.ts';
import { createSpending } from './spending.ts';

const price = { inputPerMillion: 1, outputPerMillion: 10 };
const asked = { draftId: 'd1', tokens: { input: 1000, output: 900 }, price };
/** The request above at that price. */
const COST = 0.01;

function makeSpending(limits: Partial<SpendingBudget>, before: readonly Partial<Spent>[] = []) {
  const now = new Date(2026, 10, 21, 12);
  const rows: Spent[] = before.map((row, index) => ({
    id: String(index),
    at: now.toISOString(),
    draftId: 'other',
    purpose: 'draft',
    host: 'model.example',
    model: 'm',
    tokens: { input: 1000, output: 900, isEstimated: false },
    money: COST,
    ...row,
  }));
  const log = {
    add: async (row: Spent) => void rows.push(row),
    since: async (at: string) => rows.filter((row) => row.at >= at),
    removeBefore: async () => undefined,
    removeAll: async () => undefined,
  };
  return createSpending({ log, readBudget: async () => ({ ...defaultBudget, ...limits }), now: () => now });
}

it('without limits every request that fits may be made', async () => {
  await expect(makeSpending({}).refuse(asked)).resolves.toBeUndefined();
});

it('a request larger than one request may be is refused, whatever it costs', async () => {
  const refusal = makeSpending({ promptTokens: 999 }).refuse(asked);
  await expect(refusal).resolves.toEqual({ kind: 'over-budget', limit: 'prompt', unit: 'tokens' });
});

it.each([
  ['draft', { draftMoney: 1.5 * COST }, [{ draftId: 'd1' }]],
  ['day', { dayMoney: 1.5 * COST }, [{}]],
  ['team', { team: { monthMoney: 4.5 * COST, agents: 3 } }, [{ at: new Date(2026, 10, 2).toISOString() }]],
] as const)(
  'the money of a %s: the request that would go over it is refused, the one before is not',
  async (limit, limits, before) => {
    await expect(makeSpending(limits, before).refuse(asked)).resolves.toEqual({ kind: 'over-budget', limit, unit: 'money' });
    await expect(makeSpending(limits).refuse(asked)).resolves.toBeUndefined();
  },
);

it('tokens of a day count for models without a price as well', async () => {
  const { price: _none, ...free } = asked;
  const spending = makeSpending({ dayTokens: 3000 }, [{ money: 0 }]);
  await expect(spending.refuse(free)).resolves.toEqual({ kind: 'over-budget', limit: 'day', unit: 'tokens' });
});

it('yesterday’s requests and last month’s do not count for today', async () => {
  const spending = makeSpending({ dayMoney: 1.5 * COST, dayTokens: 3000 }, [
    { at: new Date(2026, 10, 20, 23, 59).toISOString() },
  ]);
  await expect(spending.refuse(asked)).resolves.toBeUndefined();
  const monthly = makeSpending({ team: { monthMoney: 1.5 * COST, agents: 1 } }, [{ at: new Date(2026, 9, 31).toISOString() }]);
  await expect(monthly.refuse(asked)).resolves.toBeUndefined();
});

it('a model without a price is never over a limit of money', async () => {
  const { price: _none, ...free } = asked;
  await expect(makeSpending({ dayMoney: 0.001 }, [{}]).refuse(free)).resolves.toBeUndefined();
});

it('what was noted is counted in day and month', async () => {
  const spending = makeSpending({}, [{ at: new Date(2026, 10, 2).toISOString() }]);
  await spending.note({
    draftId: 'd1',
    purpose: 'draft',
    host: 'model.example',
    model: 'm',
    tokens: { input: 5, output: 7, isEstimated: true },
    money: 2,
  });
  const { day, month } = await spending.totals();
  expect(day).toEqual({ requests: 1, tokens: 12, money: 2 });
  expect(month.requests).toBe(2);
});
