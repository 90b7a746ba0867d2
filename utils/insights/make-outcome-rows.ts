import { outcomeRowSchema, toOutcomeId, type OutcomeRow, type OutcomeStep } from '../domain/outcome.ts';

/** What a made-up opportunity consists of; see `makeOutcomeRows`. */
export type OpportunityPlan = {
  /** Ticket number; also makes the opportunity's id. */
  readonly ticket: number;
  /** ISO 8601 of the first row; every further row is a minute later. */
  readonly at: string;
  readonly steps: readonly OutcomeStep[];
  readonly agent?: { readonly id: string; readonly name: string };
  readonly language?: string;
  readonly helpdesk?: OutcomeRow['helpdesk'];
  readonly sources?: readonly { readonly sourceId: string; readonly articleId: string; readonly title: string }[];
  readonly draftText?: string;
  readonly sentText?: string;
  readonly retainedShare?: number;
  readonly reason?: string;
};

/** Valid outcome rows of one invented opportunity, for tests, the demo and galleries. */
export function makeOutcomeRows(plan: OpportunityPlan): OutcomeRow[] {
  const { helpdesk = 'demo', agent = { id: 'ana', name: 'Ana Ruiz' }, language = 'en', retainedShare = 0.9 } = plan;
  const opportunityId = `${helpdesk}/desk/${plan.ticket}/`;
  return plan.steps.map((step, index) =>
    outcomeRowSchema.parse({
      id: toOutcomeId(step, opportunityId),
      opportunityId,
      at: new Date(Date.parse(plan.at) + index * 60_000).toISOString(),
      helpdesk,
      ticketId: String(plan.ticket),
      agent,
      step,
      draftId: `draft-${plan.ticket}`,
      language,
      writer: 'embedded',
      sources: plan.sources ?? [],
      draftMs: 120,
      reason: plan.reason ?? (step === 'abstained' ? 'nothing-relevant' : 'fact-wrong'),
      note: '',
      edited: false,
      editShare: 1 - retainedShare,
      retainedShare,
      draftText: plan.draftText ?? 'A reset link is valid for 60 minutes.',
      sentText: plan.sentText ?? 'A reset link is valid for 60 minutes.',
    }),
  );
}
