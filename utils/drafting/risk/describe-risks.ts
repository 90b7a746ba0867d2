import type { RiskKind } from '../../domain/triage.ts';

/** What the ticket does, and what a person decides about it. */
const words: Readonly<Record<RiskKind, { readonly does: string; readonly decides: string }>> = {
  legal: { does: 'threatens legal action', decides: 'legal threats' },
  safety: { does: 'tells of danger to a person', decides: 'safety' },
  privacy: { does: 'asks for personal data or reports a leak of it', decides: 'privacy' },
  abuse: { does: 'insults or threatens your team', decides: 'abuse' },
  churn: { does: 'announces that the requester is leaving', decides: 'cancellations' },
  refund: { does: 'asks for money back', decides: 'refunds' },
};
const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** "The ticket threatens legal action and asks for money back." */
export function describeRisks(kinds: readonly RiskKind[]): string {
  return `The ticket ${list.format(kinds.map((kind) => words[kind].does))}.`;
}

/** "A person decides refunds and cancellations." */
export function describeDecision(kinds: readonly RiskKind[]): string {
  return `A person decides ${list.format(kinds.map((kind) => words[kind].decides))}`;
}
