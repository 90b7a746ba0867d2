import { budgetSchema, type SpendingBudget } from '../../../utils/domain/spending.ts';
import { readAmount } from '../backend/price-fields.ts';

/** Limits as typed; empty: no limit. */
export type BudgetFields = Readonly<
  Record<'currency' | 'promptTokens' | 'replyTokens' | 'draftMoney' | 'dayTokens' | 'dayMoney' | 'teamMoney' | 'agents', string>
>;

export function toBudgetFields({
  currency,
  promptTokens,
  replyTokens,
  draftMoney,
  dayTokens,
  dayMoney,
  team,
}: SpendingBudget): BudgetFields {
  const toText = (value: number | undefined): string => value?.toString() ?? '';
  return {
    currency,
    promptTokens: toText(promptTokens),
    replyTokens: toText(replyTokens),
    draftMoney: toText(draftMoney),
    dayTokens: toText(dayTokens),
    dayMoney: toText(dayMoney),
    teamMoney: toText(team?.monthMoney),
    agents: toText(team?.agents),
  };
}

export type BudgetCheck = {
  readonly budget?: SpendingBudget;
  readonly problems: Readonly<Partial<Record<keyof BudgetFields, string>>>;
};

/** The budget that was typed, or what is wrong with which field. */
export function checkBudget(fields: BudgetFields): BudgetCheck {
  const problems: Partial<Record<keyof BudgetFields, string>> = {};
  const amount = (name: keyof BudgetFields, least: number, most: number, isWhole: boolean): number | undefined => {
    const value = readAmount(fields[name]);
    if (value === undefined) return undefined;
    const isFine = value !== 'wrong' && value >= least && value <= most && (!isWhole || Number.isInteger(value));
    if (isFine) return value;
    problems[name] = isWhole
      ? `Give a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`
      : 'Give an amount above 0, or leave it empty.';
    return undefined;
  };
  const money = (name: keyof BudgetFields): number | undefined => amount(name, Number.MIN_VALUE, 1e9, false);
  const currency = fields.currency.trim().toUpperCase();
  if (!budgetSchema.shape.currency.safeParse(currency).success) problems.currency = 'Give three letters, for example USD.';
  const promptTokens = amount('promptTokens', 500, 1_000_000, true);
  const replyTokens = amount('replyTokens', 50, 32_000, true);
  if (fields.promptTokens.trim() === '') problems.promptTokens = 'Give a number; 6000 suits most models.';
  if (fields.replyTokens.trim() === '') problems.replyTokens = 'Give a number; 900 suits most replies.';
  const [draftMoney, dayMoney, teamMoney] = [money('draftMoney'), money('dayMoney'), money('teamMoney')];
  const dayTokens = amount('dayTokens', 1, 1e12, true);
  const agents = amount('agents', 1, 100_000, true);
  if (teamMoney !== undefined && fields.agents.trim() === '')
    problems.agents = 'Give the number of agents, so that each browser knows its share.';
  if (Object.keys(problems).length > 0 || promptTokens === undefined || replyTokens === undefined) return { problems };
  return {
    problems,
    budget: {
      currency,
      promptTokens,
      replyTokens,
      ...(draftMoney === undefined ? {} : { draftMoney }),
      ...(dayTokens === undefined ? {} : { dayTokens }),
      ...(dayMoney === undefined ? {} : { dayMoney }),
      ...(teamMoney === undefined || agents === undefined ? {} : { team: { monthMoney: teamMoney, agents } }),
    },
  };
}
