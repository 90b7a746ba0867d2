import { composeReply } from '../drafting/compose-reply.ts';
import type { ModelBackend } from '../ports/model-backend.ts';

/**
 * The drafter that needs nothing: no model, no key, no network. Orders the sentences of the passages that answer the
 * questions. Same request, same text. Yields a few words at a time and lets other work run between paragraphs.
 */
export function createEmbeddedBackend(): ModelBackend {
  return {
    id: 'embedded',
    writer: { kind: 'embedded' },
    async *streamReply(request, signal) {
      signal.throwIfAborted();
      const { marked } = composeReply(request);
      for (const piece of marked.match(/(?:\S+\s*){1,4}/gu) ?? []) {
        signal.throwIfAborted();
        yield piece;
        if (piece.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 0));
      }
    },
  };
}
