import type { Ticket } from '../domain/ticket.ts';
import type { Triage } from '../domain/triage.ts';
import type { TriageModel } from './triage-model.ts';
import { triageTicket } from './triage-ticket.ts';

/** What a run keeps of {@link triageTicket}: the judgement, without the requester's words that led to it. */
export function judgeTicket(ticket: Ticket, model: TriageModel | undefined): Triage {
  const { intent, isOutOfScope, urgency, sentiment, tags } = triageTicket(ticket, model);
  return { ...(intent ? { intent } : {}), isOutOfScope, urgency, sentiment, tags, by: 'rules' };
}
