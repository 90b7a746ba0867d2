import type { Endpoint } from '../domain/settings.ts';
import { buildReplyPrompt } from '../drafting/prompt.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { ModelBackend } from '../ports/model-backend.ts';
import type { BackendDeps } from './backend-deps.ts';
import { createLanguageModel } from './language-model.ts';

const REPLY_TOKENS = 2000;

/** A model behind any server that speaks OpenAI's chat completions, as the pipeline before strategies asked for it. */
export function createOpenAiCompatibleBackend(endpoint: Endpoint, key: string, deps: BackendDeps): ModelBackend {
  return toReplyBackend(createLanguageModel(endpoint, key, deps), deps.makeBoundary);
}

/** When the sources hold no answer the whole reply is `NO_ANSWER`, see `utils/drafting/prompt.ts`. */
export function toReplyBackend(model: LanguageModel, makeBoundary: () => string): ModelBackend {
  return {
    id: model.id,
    writer: { kind: 'model', host: model.host, model: model.model },
    async *streamReply(request, signal) {
      const { system, user } = buildReplyPrompt(request, makeBoundary());
      const messages = [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ] as const;
      for await (const event of model.stream({ messages, maxTokens: REPLY_TOKENS }, signal))
        if (event.kind === 'text') yield event.text;
    },
  };
}
