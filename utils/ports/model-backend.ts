import type { DraftWriter } from '../domain/draft.ts';
import type { ReplyRequest } from '../domain/reply-request.ts';

/**
 * Something that writes a reply. Yields pieces of text; together they are the reply in marked form: paragraphs divided
 * by a blank line, lists with "1. " or "- ", and `[n]` after each sentence that rests on source n.
 * Throws `FailureError` when it cannot; an aborted signal ends the iteration by throwing the signal's reason.
 */
export type ModelBackend = {
  readonly id: string;
  readonly writer: DraftWriter;
  readonly streamReply: (request: ReplyRequest, signal: AbortSignal) => AsyncIterable<string>;
};
