import { FailureError } from '../domain/failure.ts';
import { NO_ANSWER } from '../drafting/prompts/reply-prompt.ts';
import { buildTranslatePrompt } from '../drafting/prompts/translate-prompt.ts';
import type { AssistTicketDeps } from './draft-run.ts';
import { writeWithModel } from './write-with-model.ts';

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
  const { marked } = await writeWithModel(
    { model, prompt, purpose: 'translate', language, isCacheable, onText },
    { deps, ask: { draftId }, signal },
  );
  if (marked === NO_ANSWER) throw new FailureError({ kind: 'model-nonsense', host: model.host, why: 'it translated nothing' });
  return marked;
}
