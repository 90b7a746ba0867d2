import type { Endpoint } from '../domain/settings.ts';
import { buildReplyPrompt } from '../drafting/prompt.ts';
import type { ModelBackend } from '../ports/model-backend.ts';
import type { BackendDeps } from './backend-deps.ts';
import { toRetryDelay } from './retry.ts';
import { streamChat, type ChatMessage } from './stream-chat.ts';

/**
 * A model behind any server that speaks OpenAI's chat completions. At most three tries, and none after the first piece
 * of text: what the agent has begun to read does not start anew. When the sources hold no answer the whole reply is
 * `NO_ANSWER`, see `utils/drafting/prompt.ts`.
 */
export function createOpenAiCompatibleBackend(endpoint: Endpoint, key: string, deps: BackendDeps): ModelBackend {
  const server = { endpoint, key: key.trim(), deps };
  return {
    id: 'openai-compatible',
    writer: { kind: 'model', host: new URL(endpoint.baseUrl).host, model: endpoint.model },
    async *streamReply(request, signal) {
      const { system, user } = buildReplyPrompt(request, deps.makeBoundary());
      const messages: readonly ChatMessage[] = [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ];
      for (let tries = 1; ; tries += 1) {
        let shown = false;
        try {
          for await (const piece of streamChat(server, messages, signal)) {
            shown = true;
            yield piece;
          }
          return;
        } catch (thrown) {
          signal.throwIfAborted();
          const delayMs = shown ? undefined : toRetryDelay(thrown, tries, deps.random);
          if (delayMs === undefined) throw thrown;
          await deps.sleep(delayMs, signal);
        }
      }
    },
  };
}
