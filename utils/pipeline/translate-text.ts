import { FailureError } from '../domain/failure.ts';
import { NO_ANSWER } from '../drafting/prompts/reply-prompt.ts';
import { buildTranslatePrompt } from '../drafting/prompts/translate-prompt.ts';
import { estimateTokens } from '../text/estimate-tokens.ts';
import type { AssistTicketDeps } from './draft-run.ts';
import { writeWithModel } from './write-with-model.ts';

/** German or Finnish for English takes up to half as many tokens again, scripts without spaces more. */
const TOKENS_FOR_TOKEN = 2;

export type TranslateAsk = {
  readonly text: string;
  readonly language: string;
  readonly draftId: string;
  /** No live values are in it. */
  readonly isCacheable: boolean;
};

/** A text in another language, as a reading aid. Needs a model. Throws `FailureError` and the signal's reason. */
export async function translateText(
  { text, language, draftId, isCacheable }: TranslateAsk,
  deps: AssistTicketDeps,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<string> {
  const model = deps.models.chat;
  if (!model) throw new FailureError({ kind: 'model-unavailable', state: 'not-set' });
  const prompt = buildTranslatePrompt(
    { text, language, glossary: deps.glossary },
    { boundary: deps.makeBoundary(), maxTokens: deps.budget.promptTokens },
  );
  const { replyTokens, promptTokens } = deps.budget;
  // As long as what is translated, in a language that needs more tokens for it.
  const maxTokens = Math.max(replyTokens, Math.min(promptTokens, Math.ceil(TOKENS_FOR_TOKEN * estimateTokens(text))));
  const { marked } = await writeWithModel(
    { model, prompt, purpose: 'translate', language, isCacheable, maxTokens, onText },
    { deps, ask: { draftId }, signal },
  );
  if (marked === NO_ANSWER) throw new FailureError({ kind: 'model-nonsense', host: model.host, why: 'it translated nothing' });
  return marked;
}
