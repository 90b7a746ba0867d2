import type { DraftRecord } from '../domain/draft.ts';
import { RETAINED_FROM_SHARE, toOutcomeId, type OutcomeRow } from '../domain/outcome.ts';
import type { PageReport } from '../domain/page-report.ts';
import { toTicketPrefix, type Message, type Ticket } from '../domain/ticket.ts';
import { editShare } from '../insights/edit-share.ts';
import { retainedShare } from '../insights/retained-share.ts';
import type { DraftStore } from '../storage/draft-store.ts';
import type { OutcomeLog } from '../storage/outcome-log.ts';
import { toDraftRowBase } from './opportunity.ts';

export type ReconcileSentDeps = {
  readonly outcomes: Pick<OutcomeLog, 'append' | 'ofTicket'>;
  readonly drafts: Pick<DraftStore, 'ofTicket'>;
  readonly now: () => Date;
};

/**
 * Finds the reply that was really sent for each opportunity of the open ticket and logs it: `sent` (and `retained`) when
 * its draft had been inserted, `own-reply` when the agent wrote without it. What was sent is read from the helpdesk.
 */
export function createSentReconciler(
  deps: ReconcileSentDeps,
): (report: Extract<PageReport, { kind: 'ticket' }>) => Promise<void> {
  return async ({ ticket }) => {
    const prefix = toTicketPrefix(ticket);
    const rows = await deps.outcomes.ofTicket(prefix);
    const records = await deps.drafts.ofTicket(prefix);
    const at = deps.now().toISOString();
    const found = rows
      .filter((row) => row.step === 'eligible')
      .flatMap((eligible) => {
        const steps = rows.filter((row) => row.opportunityId === eligible.opportunityId);
        if (steps.some((row) => row.step === 'sent' || row.step === 'own-reply')) return [];
        const sent = findReplyAfter(ticket, decodeURIComponent(eligible.opportunityId.split('/').at(-1) ?? ''));
        if (!sent) return [];
        const record = records.findLast((one) => one.opportunityId === eligible.opportunityId && one.receipt);
        const logged = record ? toSentRows(record, sent, at) : [];
        return logged.length > 0 ? logged : [toOwnReplyRow(eligible, sent, at)];
      });
    await deps.outcomes.append(found);
  };
}

/**
 * The first public reply after the one with this id (after the beginning, when the id is empty); `undefined` while there
 * is none, or when that earlier reply is not in sight.
 */
function findReplyAfter(ticket: Ticket, replyId: string): Message | undefined {
  const index = ticket.messages.findIndex((message) => message.id === replyId);
  if (replyId !== '' && index < 0) return undefined;
  return ticket.messages.slice(index + 1).find((message) => message.role === 'agent' && message.visibility === 'public');
}

function toOwnReplyRow(eligible: OutcomeRow, sent: Message, at: string): OutcomeRow {
  const { opportunityId, helpdesk, ticketId } = eligible;
  return {
    opportunityId,
    helpdesk,
    ticketId,
    at,
    agent: sent.author,
    id: toOutcomeId('own-reply', opportunityId),
    step: 'own-reply',
  };
}

function toSentRows(record: DraftRecord, sent: Message, at: string): OutcomeRow[] {
  const base = toDraftRowBase(record, sent.author, at);
  const draftText = record.versions[0]?.text ?? '';
  if (!base) return [];
  const share = retainedShare(draftText, sent.text);
  const row: OutcomeRow = {
    ...base,
    id: toOutcomeId('sent', record.opportunityId),
    step: 'sent',
    editShare: editShare(draftText, sent.text),
    retainedShare: share,
    draftText,
    sentText: sent.text,
  };
  if (share < RETAINED_FROM_SHARE) return [row];
  // A moment after `sent`, so that rows in order of time are in order of the ladder.
  const after = new Date(Date.parse(at) + 1).toISOString();
  return [row, { ...base, at: after, id: toOutcomeId('retained', record.opportunityId), step: 'retained', retainedShare: share }];
}
