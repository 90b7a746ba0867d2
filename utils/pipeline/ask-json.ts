import { FailureError } from '../domain/failure.ts';
import { toMoney, type Spent, type TokenUse } from '../domain/spending.ts';
import type { Prompt } from '../drafting/prompts/prompt.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { estimateTokens } from '../text/estimate-tokens.ts';
import type { AskDeps } from './draft-run.ts';

export type JsonAsk = {
  readonly model: LanguageModel;
  readonly prompt: Prompt;
  readonly purpose: Spent['purpose'];
  readonly draftId: string;
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
};

/** One JSON value from a model, held to the budget and counted; unchecked. Throws `FailureError` and the signal's reason. */
export async function askJson(ask: JsonAsk, deps: AskDeps, signal: AbortSignal): Promise<unknown> {
  const { model, prompt, draftId, purpose, name, schema } = ask;
  const maxTokens = deps.budget.replyTokens;
  const refused = await deps.spending.refuse({
    draftId,
    tokens: { input: prompt.tokens, output: maxTokens },
    price: model.price,
  });
  if (refused) throw new FailureError(refused);
  signal.throwIfAborted();
  const answer = await model.askJson({ messages: prompt.messages, maxTokens, name, schema }, signal);
  const tokens: TokenUse = answer.tokens
    ? { ...answer.tokens, isEstimated: false }
    : { input: prompt.tokens, output: estimateTokens(JSON.stringify(answer.value) ?? ''), isEstimated: true };
  await deps.spending.note({
    draftId,
    purpose,
    host: model.host,
    model: model.model,
    tokens,
    ...(model.price ? { money: toMoney(tokens, model.price) } : {}),
  });
  return answer.value;
}
