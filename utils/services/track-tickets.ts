import { toOutcomeId } from '../domain/outcome.ts';
import type { PageReport } from '../domain/page-report.ts';
import type { TabState } from '../domain/tab-state.ts';
import { isAwaitingReply, toOpportunityId, toTicketLock } from '../domain/ticket.ts';
import type { OutcomeSink } from '../ports/outcome-sink.ts';
import { toRowBase } from './opportunity.ts';

export type TrackTicketsDeps = {
  readonly readTab: (tabId: number) => Promise<TabState | undefined>;
  readonly writeTab: (state: TabState) => Promise<void>;
  readonly outcomes: OutcomeSink;
  /** Compares replies that were sent with the drafts they came from. */
  readonly reconcile: (report: Extract<PageReport, { kind: 'ticket' }>) => Promise<void>;
  /** Goes on with an insert that was waiting for this page. */
  readonly resumeInsert: (tabId: number, report: Extract<PageReport, { kind: 'ticket' }>) => Promise<void>;
  readonly now: () => Date;
};

/**
 * Takes in what a content script sees: remembers it for the panel, counts the ticket as eligible when it is the agent's
 * turn, looks for replies that were sent, and goes on with a waiting insert. Safe to run twice with one report.
 */
export function createTicketTracker(deps: TrackTicketsDeps): (tabId: number, report: PageReport) => Promise<void> {
  return async (tabId, report) => {
    const before = await deps.readTab(tabId);
    const at = deps.now().toISOString();
    if (report.kind !== 'ticket') return deps.writeTab({ tabId, report, at });

    const opportunityId = toOpportunityId(report.ticket);
    const isSameTicket = before?.report.kind === 'ticket' && before.report.ticket.id === report.ticket.id;
    await deps.writeTab({
      tabId,
      report,
      at,
      opportunityId,
      ...(isSameTicket && before.lastInsert ? { lastInsert: before.lastInsert } : {}),
    });
    if (isAwaitingReply(report.ticket)) {
      await deps.outcomes.append([
        {
          ...toRowBase(opportunityId, toTicketLock(report.ticket), report.ticket.agent, at),
          id: toOutcomeId('eligible', opportunityId),
          step: 'eligible',
        },
      ]);
    }
    await deps.reconcile(report);
    await deps.resumeInsert(tabId, report);
  };
}
