import type { DraftRecord } from '../domain/draft.ts';
import type { OutcomeRow } from '../domain/outcome.ts';
import type { Person, Ticket, TicketLock } from '../domain/ticket.ts';

/** Stands in where the helpdesk's page does not say who is signed in. */
const UNKNOWN_AGENT: Person = { id: 'unknown', name: 'Unknown agent' };

type RowBase = Pick<OutcomeRow, 'opportunityId' | 'at' | 'helpdesk' | 'ticketId' | 'agent'>;
type DraftRowBase = RowBase & Pick<Extract<OutcomeRow, { step: 'offered' }>, 'draftId' | 'language' | 'writer' | 'sources'>;

/** Fields that every outcome row shares. `at` is ISO 8601. */
export function toRowBase(
  opportunityId: OutcomeRow['opportunityId'],
  lock: Pick<TicketLock, 'helpdesk' | 'ticketId'>,
  agent: Ticket['agent'],
  at: string,
): RowBase {
  return { opportunityId, at, helpdesk: lock.helpdesk, ticketId: lock.ticketId, agent: agent ?? UNKNOWN_AGENT };
}

/** Fields that every outcome row about a draft shares; `undefined` when the record holds no draft. */
export function toDraftRowBase(record: DraftRecord, agent: Ticket['agent'], at: string): DraftRowBase | undefined {
  if (record.outcome?.kind !== 'drafted') return undefined;
  const { draft } = record.outcome;
  return {
    ...toRowBase(record.opportunityId, record.lock, agent, at),
    draftId: record.id,
    language: draft.language,
    writer: draft.writer.kind === 'model' ? draft.writer.model : 'embedded',
    sources: draft.sources.map(({ passage }) => ({
      sourceId: passage.sourceId,
      articleId: passage.articleId,
      title: passage.title,
    })),
  };
}
