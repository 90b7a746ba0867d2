import { FailureError, toFailure } from '../domain/failure.ts';
import { toMoney, type Spent, type TokenUse } from '../domain/spending.ts';
import type { Prompt } from '../drafting/prompts/prompt.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { estimateTokens } from '../text/estimate-tokens.ts';
import type { AskDeps } from './draft-run.ts';

/** One request to a model, before it is made. */
export type Expense = {
  readonly model: LanguageModel;
  readonly prompt: Pick<Prompt, 'tokens'>;
  readonly purpose: Spent['purpose'];
  readonly draftId: string;
  /** Longest answer, without what the model thinks. */
  readonly maxTokens: number;
};

export type Meter = {
  /** The answer so far. */
  readonly onText: (text: string) => void;
  /** What the server says it was. */
  readonly onUsed: (tokens: Omit<TokenUse, 'isEstimated'>) => void;
};

export type SpentOn = Pick<Spent, 'tokens' | 'money'>;

/**
 * Makes a request within the budget and counts it. While it runs it counts as the most that it may cost, so that one whose
 * worker ends half-way is counted; after it as what it cost, whatever came of it. Throws `FailureError` (`over-budget` before anything is
 * sent), and what `work` throws.
 */
export async function spendWithin<T>(
  { model, prompt, purpose, draftId, maxTokens }: Expense,
  deps: Pick<AskDeps, 'spending' | 'makeBoundary'>,
  signal: AbortSignal,
  work: (meter: Meter) => Promise<T>,
): Promise<{ readonly value: T; readonly spent: SpentOn }> {
  const { price, host } = model;
  const most = { input: prompt.tokens, output: maxTokens + (model.maxThinkingTokens ?? 0) };
  const refused = await deps.spending.refuse({ draftId, tokens: most, price });
  if (refused) throw new FailureError(refused);
  signal.throwIfAborted();
  const id = deps.makeBoundary();
  const note = async (tokens: TokenUse): Promise<SpentOn> => {
    const spent = { tokens, ...(price ? { money: toMoney(tokens, price) } : {}) };
    await deps.spending.note({ id, draftId, purpose, host, model: model.model, ...spent });
    return spent;
  };
  let text = '';
  let used: Omit<TokenUse, 'isEstimated'> | undefined;
  const meter: Meter = { onText: (soFar) => void (text = soFar), onUsed: (tokens) => void (used = tokens) };
  const count = (input: number): TokenUse =>
    used ? { ...used, isEstimated: false } : { input, output: estimateTokens(text), isEstimated: true };
  await note({ ...most, isEstimated: true });
  try {
    const value = await work(meter);
    return { value, spent: await note(count(prompt.tokens)) };
  } catch (thrown) {
    // A count that can't be kept must not hide why the request failed.
    await note(count(text === '' && wasTurnedAway(thrown) ? 0 : prompt.tokens)).catch(() => undefined);
    throw thrown;
  }
}

/** The request was not taken on: nothing is charged for it. */
function wasTurnedAway(thrown: unknown): boolean {
  return ['backend-unreachable', 'backend-not-allowed', 'backend-rejected', 'model-unavailable'].includes(toFailure(thrown).kind);
}
