import { z } from 'zod';

/** Tokens of one request. `isEstimated`: the server did not say, they were estimated from the text. */
export const tokenUseSchema = z.object({
  input: z.number().int().nonnegative(),
  output: z.number().int().nonnegative(),
  isEstimated: z.boolean(),
});
export type TokenUse = z.infer<typeof tokenUseSchema>;

/** The team's own figures, in its own currency. */
export const priceSchema = z.object({
  inputPerMillion: z.number().nonnegative(),
  outputPerMillion: z.number().nonnegative(),
});
export type Price = z.infer<typeof priceSchema>;

/** What may be spent. Absent: no limit. Money is in `currency`, and counts only for models with a price. */
export const budgetSchema = z.object({
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Largest request, in tokens; context is packed to fit. */
  promptTokens: z.number().int().min(500).max(1_000_000),
  /** Longest reply, in tokens. */
  replyTokens: z.number().int().min(50).max(32_000),
  /** All requests of one draft together. */
  draftMoney: z.number().positive().optional(),
  dayTokens: z.number().int().positive().optional(),
  dayMoney: z.number().positive().optional(),
  /** A calendar month of the whole team; this browser stops at its share, `money / agents`. */
  team: z.object({ monthMoney: z.number().positive(), agents: z.number().int().positive() }).optional(),
});
export type SpendingBudget = z.infer<typeof budgetSchema>;

export const defaultBudget: SpendingBudget = { currency: 'USD', promptTokens: 6000, replyTokens: 900 };

/** What one request cost; the row that totals are counted from. */
export const spentSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  draftId: z.string(),
  purpose: z.enum(['draft', 'retry', 'restyle', 'ground', 'refine', 'translate', 'extras', 'case-note']),
  host: z.string(),
  model: z.string(),
  tokens: tokenUseSchema,
  /** Absent without a price. */
  money: z.number().nonnegative().optional(),
});
export type Spent = z.infer<typeof spentSchema>;

/** Money for so many tokens, in the currency of the price. */
export function toMoney(tokens: Pick<TokenUse, 'input' | 'output'>, price: Price): number {
  return (tokens.input * price.inputPerMillion + tokens.output * price.outputPerMillion) / 1_000_000;
}
