import { FailureError } from '../domain/failure.ts';
import { toMoney, type Spent, type TokenUse } from '../domain/spending.ts';
import type { Prompt } from '../drafting/prompts/prompt.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { estimateTokens } from '../text/estimate-tokens.ts';
import type { AskDeps } from './draft-run.ts';
import type { StageNote } from './stage.ts';

export type ModelAsk = {
  readonly model: LanguageModel;
  readonly prompt: Prompt;
  readonly purpose: Spent['purpose'];
  readonly draftId: string;
  /** May an answer to the same request serve, and may this one be kept for the next? */
  readonly isCacheable: boolean;
  readonly signal: AbortSignal;
  /** The answer so far, each time it grows. */
  readonly onText?: (text: string) => void;
};

export type ModelAnswer = {
  readonly text: string;
  readonly note: Pick<StageNote, 'input' | 'output' | 'asked' | 'tokens' | 'money'>;
};

/**
 * One request to a model: held to the budget before, counted after, whatever came of it. An identical request is answered from
 * the cache and costs nothing. Throws `FailureError` (`over-budget` before anything is sent, what the model throws after).
 */
export async function askModel(ask: ModelAsk, deps: AskDeps): Promise<ModelAnswer> {
  const { model, prompt, signal, onText } = ask;
  const maxTokens = deps.budget.replyTokens;
  const asked = { host: model.host, model: model.model };
  const fingerprint = [model.host, model.model, maxTokens, prompt.fingerprint].join('\n');
  const known = ask.isCacheable ? await deps.cache.get(fingerprint) : undefined;
  if (known !== undefined) {
    onText?.(known);
    return {
      text: known,
      note: { input: [...prompt.parts], output: known, asked, tokens: { input: 0, output: 0, isEstimated: false } },
    };
  }
  const refused = await deps.spending.refuse({
    draftId: ask.draftId,
    tokens: { input: prompt.tokens, output: maxTokens },
    price: model.price,
  });
  if (refused) throw new FailureError(refused);
  signal.throwIfAborted();
  let text = '';
  let used: Omit<TokenUse, 'isEstimated'> | undefined;
  const count = async (): Promise<Pick<Spent, 'tokens' | 'money'>> => {
    const tokens: TokenUse = used
      ? { ...used, isEstimated: false }
      : { input: prompt.tokens, output: estimateTokens(text), isEstimated: true };
    const money = model.price ? { money: toMoney(tokens, model.price) } : {};
    await deps.spending.note({ draftId: ask.draftId, purpose: ask.purpose, ...asked, tokens, ...money });
    return { tokens, ...money };
  };
  try {
    for await (const event of model.stream({ messages: prompt.messages, maxTokens }, signal)) {
      if (event.kind === 'used') used = event.tokens;
      else {
        text += event.text;
        onText?.(text);
      }
    }
    signal.throwIfAborted();
  } catch (thrown) {
    // A count that can't be kept must not hide why the request failed.
    if (text !== '') await count().catch(() => undefined);
    throw thrown;
  }
  const spent = await count();
  if (ask.isCacheable) await deps.cache.put(fingerprint, text);
  return { text, note: { input: [...prompt.parts], output: text, asked, ...spent } };
}
