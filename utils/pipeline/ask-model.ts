import type { Spent } from '../domain/spending.ts';
import type { Prompt } from '../drafting/prompts/prompt.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { AskDeps } from './draft-run.ts';
import { spendWithin } from './spend-within.ts';
import type { StageNote } from './stage.ts';

export type ModelAsk = {
  readonly model: LanguageModel;
  readonly prompt: Prompt;
  readonly purpose: Spent['purpose'];
  readonly draftId: string;
  /** May an answer to the same request serve, and may this one be kept for the next? */
  readonly isCacheable: boolean;
  /** Longest answer, where it is no reply. */
  readonly maxTokens?: number;
  readonly signal: AbortSignal;
  /** The answer so far, each time it grows. */
  readonly onText?: (text: string) => void;
};

export type ModelAnswer = {
  readonly text: string;
  readonly note: Pick<StageNote, 'input' | 'output' | 'asked' | 'tokens' | 'money'>;
  /** Has `answer` serve the next identical request; call it once the answer proved good. */
  readonly remember: (answer: string) => Promise<void>;
};

/**
 * One request to a model, held to the budget and counted; see `spendWithin`. An identical request is answered from the cache and
 * costs nothing. Throws `FailureError` and the signal's reason.
 */
export async function askModel(ask: ModelAsk, deps: AskDeps): Promise<ModelAnswer> {
  const { model, prompt, signal, isCacheable, onText } = ask;
  const maxTokens = ask.maxTokens ?? deps.budget.replyTokens;
  const asked = { host: model.host, model: model.model };
  const input = [...prompt.parts];
  const fingerprint = [model.host, model.model, maxTokens, prompt.fingerprint].join('\n');
  const known = isCacheable ? await deps.cache.get(fingerprint) : undefined;
  const remember = async (answer: string): Promise<void> => {
    if (isCacheable && answer !== known) await deps.cache.put(fingerprint, answer);
  };
  if (known !== undefined) {
    onText?.(known);
    const tokens = { input: 0, output: 0, isEstimated: false };
    return { text: known, note: { input, output: known, asked, tokens }, remember };
  }
  const { value: text, spent } = await spendWithin({ ...ask, maxTokens }, deps, signal, async (meter) => {
    let soFar = '';
    for await (const event of model.stream({ messages: prompt.messages, maxTokens }, signal)) {
      if (event.kind === 'used') meter.onUsed(event.tokens);
      else {
        soFar += event.text;
        meter.onText(soFar);
        onText?.(soFar);
      }
    }
    signal.throwIfAborted();
    return soFar;
  });
  return { text, note: { input, output: text, asked, ...spent }, remember };
}
