import type { DraftBlock } from '../../utils/domain/draft.ts';
import type { ReplyRequest } from '../../utils/domain/reply-request.ts';
import type { Ticket } from '../../utils/domain/ticket.ts';
import { understandTicket } from '../../utils/drafting/understand-ticket.ts';
import { assistTicket } from '../../utils/pipeline/assist-ticket.ts';
import { plainAsk } from '../../utils/pipeline/draft-run.ts';
import { createPlainDeps } from '../../utils/pipeline/plain-deps.ts';
import type { PassageSearch } from '../../utils/ports/passage-search.ts';

/** As many as the product looks at. */
const MAX_PASSAGES = 6;

/**
 * The checked reply to a ticket as a team has it that has set nothing, by the embedded drafter; empty when the pipeline
 * abstains. Drafts however unlikely it is that what was found is enough, and although a person should see it: that is measured elsewhere.
 */
export async function draftQuestion(ticket: Ticket, search: PassageSearch): Promise<readonly DraftBlock[]> {
  const deps = createPlainDeps({ search, minEnough: 0, clock: () => 0, makeBoundary: () => '0'.repeat(16) });
  const ask = { ...plainAsk, draftId: ticket.id, askedAt: '2026-01-01T00:00:00.000Z', anyway: true };
  const outcome = await assistTicket(ticket, deps, ask, new AbortController().signal, () => {});
  if (outcome.kind === 'failed') throw new Error(`Drafting failed: ${outcome.failure.kind}.`);
  return outcome.kind === 'drafted' ? outcome.draft.blocks : [];
}

/** What a drafter would be given with everything that was found, best first; `undefined` when nothing is asked. */
export async function toRequest(ticket: Ticket, search: PassageSearch): Promise<ReplyRequest | undefined> {
  const understood = understandTicket(ticket);
  if (understood.kind !== 'asks') return undefined;
  const { questions, context, language } = understood;
  const passages = await search.search(
    { questions, context, language, mayUse: ['public'] },
    MAX_PASSAGES,
    new AbortController().signal,
  );
  return { ticket, questions, language, passages, agentName: '' };
}
