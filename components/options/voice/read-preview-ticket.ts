import type { DraftRecord } from '../../../utils/domain/draft.ts';
import type { TabState } from '../../../utils/domain/tab-state.ts';
import type { RankedPassage } from '../../../utils/domain/passage.ts';
import { toOpportunityId, type OpportunityId, type Ticket } from '../../../utils/domain/ticket.ts';
import { understandTicket } from '../../../utils/drafting/understand-ticket.ts';
import type { PreviewTicket } from './preview-samples.ts';

/** What the section shows beside the voices themselves. */
export type VoiceBackground = { readonly knownQueues: readonly string[]; readonly previewTicket?: PreviewTicket | undefined };

export type VoiceBackgroundDeps = {
  readonly readTabs: () => Promise<readonly TabState[]>;
  readonly newestDraftOf: (id: OpportunityId) => Promise<DraftRecord | undefined>;
};

/**
 * The newest open ticket that can be answered from the sources of its own draft, and the queues of all open tickets. Nothing is
 * searched or sent for it.
 */
export async function readVoiceBackground({ readTabs, newestDraftOf }: VoiceBackgroundDeps): Promise<VoiceBackground> {
  const tabs = (await readTabs()).toSorted((a, b) => b.at.localeCompare(a.at));
  const tickets = tabs.flatMap(({ report }) => (report.kind === 'ticket' ? [report.ticket] : []));
  const knownQueues = [...new Set(tickets.map(({ queue }) => queue).filter((queue) => queue !== ''))].toSorted();
  for (const ticket of tickets) {
    // One after the other: most often the first one will do.
    const draft = await newestDraftOf(toOpportunityId(ticket));
    const previewTicket = toPreviewTicket(ticket, draft);
    if (previewTicket) return { knownQueues, previewTicket };
  }
  return { knownQueues };
}

/** A ticket whose draft cites public sources; others would show an empty frame. */
function toPreviewTicket(ticket: Ticket, record: DraftRecord | undefined): PreviewTicket | undefined {
  const outcome = record?.outcome;
  const understood = understandTicket(ticket);
  if (outcome?.kind !== 'drafted' || understood.kind !== 'asks') return undefined;
  const passages = outcome.draft.sources
    .filter(({ passage, removed }) => passage.audience !== 'internal' && !removed)
    .map(({ passage }): RankedPassage => ({ passage, score: 1, coverage: 1, matchedTerms: 1, terms: 1 }));
  if (passages.length === 0) return undefined;
  return { ticket, questions: understood.questions, language: outcome.draft.language, passages };
}
