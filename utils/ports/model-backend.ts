import type { DraftWriter } from '../domain/draft.ts';
import type { RankedPassage } from '../domain/passage.ts';
import type { Ticket } from '../domain/ticket.ts';

export type ReplyRequest = {
  readonly ticket: Ticket;
  /** What the requester asks, one question each, in the requester's words; never empty. */
  readonly questions: readonly string[];
  /** BCP 47 language of the reply. */
  readonly language: string;
  /** Sources in the order of their numbers: the first is cited as `[1]`. The recipient may see all of them. */
  readonly passages: readonly RankedPassage[];
  /** Looked at and found not good enough: never cited or quoted, only there to tell common words from telling ones. */
  readonly others?: readonly RankedPassage[];
  /** Name to sign with; empty to leave the signature to the helpdesk. */
  readonly agentName: string;
};

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
