import type { Spent } from '../domain/spending.ts';
import type { Prompt } from '../drafting/prompts/prompt.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { AskDeps } from './draft-run.ts';
import { spendWithin } from './spend-within.ts';

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
  const { model, prompt, name, schema } = ask;
  const maxTokens = deps.budget.replyTokens;
  const { value } = await spendWithin({ ...ask, maxTokens }, deps, signal, async (meter) => {
    const answer = await model.askJson({ messages: prompt.messages, maxTokens, name, schema }, signal);
    meter.onText(JSON.stringify(answer.value) ?? '');
    if (answer.tokens) meter.onUsed(answer.tokens);
    signal.throwIfAborted();
    return answer.value;
  });
  return value;
}
