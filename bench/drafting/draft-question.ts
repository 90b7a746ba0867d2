import type { DraftBlock } from '../../utils/domain/draft.ts';
import type { Passage, RankedPassage } from '../../utils/domain/passage.ts';
import type { Ticket } from '../../utils/domain/ticket.ts';
import { composeReply } from '../../utils/drafting/compose-reply.ts';
import { assistTicket } from '../../utils/pipeline/assist-ticket.ts';
import type { ModelBackend, ReplyRequest } from '../../utils/ports/model-backend.ts';
import type { PassageSearch } from '../../utils/ports/passage-search.ts';
import { buildSegment } from '../../utils/retrieval/index/build-segment.ts';
import { openSegment } from '../../utils/retrieval/index/segment-reader.ts';
import { searchCorpus } from '../../utils/retrieval/ranking/search-corpus.ts';

export type DraftedQuestion = {
  /** Of the draft, checked; empty when the pipeline abstained. */
  readonly blocks: readonly DraftBlock[];
  /** What the drafter was given; absent when the pipeline abstained before it was asked. */
  readonly request?: ReplyRequest;
};

/** The shipped index over these passages. */
export function createSearch(passages: readonly Passage[]): PassageSearch {
  const segments = [openSegment(buildSegment(passages))];
  const byId = new Map<string, Passage>(passages.map((passage) => [passage.id, passage]));
  return {
    async search(query, limit) {
      const found = await searchCorpus(segments, query, limit);
      return found.flatMap(({ passageId, evidence: _evidence, why, ...ranking }): RankedPassage[] => {
        const passage = byId.get(passageId);
        return passage ? [{ passage, ...ranking, why: [...why] }] : [];
      });
    },
    count: async () => passages.length,
  };
}

/** From a ticket to a checked draft as the product does it, with the embedded drafter. Drafts whatever the probability that it is enough: abstaining is measured elsewhere. */
export async function draftQuestion(ticket: Ticket, search: PassageSearch): Promise<DraftedQuestion> {
  let request: ReplyRequest | undefined;
  const backend: ModelBackend = {
    id: 'embedded',
    writer: { kind: 'embedded' },
    async *streamReply(asked) {
      request = asked;
      yield composeReply(asked).marked;
    },
  };
  const deps = {
    search,
    lookUps: { lookUp: async () => [] },
    backend,
    standIn: backend,
    minEnough: 0,
    sentReplies: 0,
    clock: () => 0,
  };
  const outcome = await assistTicket(ticket, deps, new Set(), new AbortController().signal, () => {});
  if (outcome.kind === 'failed') throw new Error(`Drafting failed: ${outcome.failure.kind}.`);
  return { blocks: outcome.kind === 'drafted' ? outcome.draft.blocks : [], ...(request ? { request } : {}) };
}
