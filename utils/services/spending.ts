import { toMoney, type SpendingBudget, type Spent } from '../domain/spending.ts';
import type { Spending } from '../ports/spending.ts';
import type { SpendingLog } from '../storage/spending-log.ts';

export type SpendingDeps = {
  readonly log: SpendingLog;
  readonly readBudget: () => Promise<SpendingBudget>;
  readonly now: () => Date;
};

/** Tokens and money of some requests; requests without a price add no money. */
export type SpendingTotal = { readonly requests: number; readonly tokens: number; readonly money: number };

export type SpendingService = Spending & {
  /** Since midnight and since the first of the month, both here. */
  readonly totals: () => Promise<{ readonly day: SpendingTotal; readonly month: SpendingTotal }>;
};

/**
 * Counts what requests cost and refuses those that would go over a limit: money of the draft, tokens and money of the day,
 * this browser's share of the team's month. What is refused was never sent; a limit reached half-way lets the running
 * request end.
 */
export function createSpending({ log, readBudget, now }: SpendingDeps): SpendingService {
  const monthStart = (): Date => new Date(now().getFullYear(), now().getMonth(), 1);
  const dayStart = (): string => new Date(now().getFullYear(), now().getMonth(), now().getDate()).toISOString();
  return {
    async refuse({ draftId, tokens, price }) {
      const budget = await readBudget();
      if (tokens.input > budget.promptTokens) return { kind: 'over-budget', limit: 'prompt', unit: 'tokens' };
      const { draftMoney, dayTokens, dayMoney, team } = budget;
      if (draftMoney === undefined && dayTokens === undefined && dayMoney === undefined && team === undefined) return undefined;
      const rows = await log.since(monthStart().toISOString());
      const today = rows.filter((row) => row.at >= dayStart());
      const money = price ? toMoney(tokens, price) : 0;
      const size = tokens.input + tokens.output;
      const isOver = (spent: readonly Spent[], limit: number | undefined): boolean =>
        limit !== undefined && money > 0 && toTotal(spent).money + money > limit;
      if (dayTokens !== undefined && toTotal(today).tokens + size > dayTokens) {
        return { kind: 'over-budget', limit: 'day', unit: 'tokens' };
      }
      const ofDraft = rows.filter((row) => row.draftId === draftId);
      if (isOver(ofDraft, draftMoney)) return { kind: 'over-budget', limit: 'draft', unit: 'money' };
      if (isOver(today, dayMoney)) return { kind: 'over-budget', limit: 'day', unit: 'money' };
      if (isOver(rows, team && team.monthMoney / team.agents)) return { kind: 'over-budget', limit: 'team', unit: 'money' };
      return undefined;
    },
    async note(spent) {
      await log.add({ id: crypto.randomUUID(), ...spent, at: now().toISOString() });
    },
    async totals() {
      const month = await log.since(monthStart().toISOString());
      return { day: toTotal(month.filter((row) => row.at >= dayStart())), month: toTotal(month) };
    },
  };
}

function toTotal(rows: readonly Spent[]): SpendingTotal {
  return rows.reduce(
    (total, { tokens, money = 0 }) => ({
      requests: total.requests + 1,
      tokens: total.tokens + tokens.input + tokens.output,
      money: total.money + money,
    }),
    { requests: 0, tokens: 0, money: 0 },
  );
}
