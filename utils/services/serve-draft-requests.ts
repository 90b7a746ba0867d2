import { FailureError, toFailure, type Failure } from '../domain/failure.ts';
import type { StrategyId } from '../domain/strategy.ts';
import type { TabState } from '../domain/tab-state.ts';
import { toOpportunityId, toTicketLock, type Ticket } from '../domain/ticket.ts';
import type { DraftStreamDown, DraftStreamUp } from '../messaging/contract.ts';
import type { ServeDraft } from '../messaging/draft-channel.ts';
import { assistTicket } from '../pipeline/assist-ticket.ts';
import { plainAsk, type AssistTicketDeps } from '../pipeline/draft-run.ts';
import { changeDraft, type ChangeDraftDeps } from './change-draft.ts';
import { startDraft, type StartDraftDeps } from './serve-drafts.ts';
import { createShareWork } from './share-work.ts';

export type ServeDraftRequestsDeps = Omit<StartDraftDeps & ChangeDraftDeps, 'readAssistDeps' | 'drafts'> &
  Pick<StartDraftDeps, 'drafts'> & {
    readonly readTab: (tabId: number) => Promise<TabState | undefined>;
    readonly readAssistDeps: (wanted?: StrategyId) => Promise<AssistTicketDeps>;
  };

/** Serves every request on the draft stream. What changes a draft is saved before its end is told; what fails leaves it as it is. */
export function createDraftServer(deps: ServeDraftRequestsDeps): ServeDraft {
  const share = createShareWork<DraftStreamDown>();
  return async (request, emit, signal) => {
    try {
      const state = await deps.readTab(request.tabId);
      if (state?.report.kind !== 'ticket') {
        throw new FailureError({ kind: 'ticket-unreadable', helpdesk: '', missing: 'the open ticket' });
      }
      const { ticket } = state.report;
      await share(toKey(request, ticket), emit, signal, (emitToAll, shared) => serve(deps, request, ticket, emitToAll, shared));
    } catch (thrown) {
      if (!signal.aborted) emit(toFailed(request, toFailure(thrown)));
    }
  };
}

/** Two panels at one ticket, or one that asks again, are one request to a model. */
function toKey(request: DraftStreamUp, ticket: Ticket): string {
  const { tabId: _tab, ...asked } = request;
  // A first draft is the ticket's, whichever panel's id it gets; one that was asked for anew is that panel's.
  const own = asked.kind === 'draft-start' && !asked.again ? { ...asked, draftId: '' } : asked;
  return JSON.stringify([toOpportunityId(ticket), toTicketLock(ticket), own]);
}

function toFailed(request: DraftStreamUp, failure: Failure): DraftStreamDown {
  return request.kind === 'draft-start' || request.kind === 'draft-compare'
    ? { kind: 'draft-end', outcome: { kind: 'failed', failure } }
    : { kind: 'draft-unchanged', draftId: request.draftId, failure };
}

async function serve(
  deps: ServeDraftRequestsDeps,
  request: DraftStreamUp,
  ticket: Ticket,
  emit: (event: DraftStreamDown) => void,
  signal: AbortSignal,
): Promise<void> {
  if (request.kind === 'draft-start') return startDraft(deps, request, ticket, emit, signal);
  if (request.kind === 'draft-compare') return compare(deps, request.strategy, ticket, emit, signal);
  await changeDraft(deps, request, ticket, emit, signal);
  emit({ kind: 'draft-changed', draftId: request.draftId });
}

async function compare(
  deps: ServeDraftRequestsDeps,
  strategy: StrategyId,
  ticket: Ticket,
  emit: (event: DraftStreamDown) => void,
  signal: AbortSignal,
): Promise<void> {
  // Of this ticket alone: a limit for one draft is none for all that are ever compared.
  const draftId = `compare:${toOpportunityId(ticket)}:${strategy}`;
  const ask = { ...plainAsk, draftId, askedAt: deps.now().toISOString() };
  const outcome = await assistTicket(ticket, await deps.readAssistDeps(strategy), ask, signal, (progress) =>
    emit({ kind: 'draft-delta', progress }),
  );
  emit({ kind: 'draft-end', outcome });
}
