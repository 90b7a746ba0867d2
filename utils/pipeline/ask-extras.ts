import { z } from 'zod';
import type { Draft } from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { RiskFinding, RiskKind } from '../domain/triage.ts';
import { findRisks } from '../drafting/risk/find-risks.ts';
import { buildExtrasPrompt, extrasSchema } from '../drafting/prompts/extras-prompt.ts';
import { askJson } from './ask-json.ts';
import type { AssistTicketDeps } from './draft-run.ts';

export type ExtrasAsk = { readonly ticket: Ticket; readonly language: string; readonly draftId: string };

/** Intent, urgency, tags and summary as a model sees them, validated. Throws `FailureError` and the signal's reason. */
export async function askExtras(
  { ticket, language, draftId }: ExtrasAsk,
  deps: AssistTicketDeps,
  signal: AbortSignal,
): Promise<Pick<Draft, 'triage' | 'summary' | 'risks'>> {
  const model = deps.models.chat;
  if (!model) throw new FailureError({ kind: 'model-unavailable', state: 'not-set' });
  const prompt = buildExtrasPrompt({ ticket, language }, { boundary: deps.makeBoundary(), maxTokens: deps.budget.promptTokens });
  const schema = z.toJSONSchema(extrasSchema);
  const value = await askJson({ model, prompt, purpose: 'extras', draftId, name: 'ticket_facts', schema }, deps, signal);
  const read = extrasSchema.safeParse(value);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? '';
    throw new FailureError({ kind: 'model-nonsense', host: model.host, why: `"${field}" does not fit` });
  }
  const { intent, urgency, sentiment, risks, tags, summary } = read.data;
  const ours = deps.triage(ticket);
  return {
    triage: {
      ...ours,
      ...(intent === ''
        ? {}
        : { intent: { label: intent, probability: ours.intent?.label === intent ? ours.intent.probability : 0 } }),
      urgency,
      sentiment,
      tags: tags.slice(0, 5),
      by: 'model',
    },
    summary: { ...summary, language, by: 'model' },
    risks: mergeRisks(findRisks(ticket, deps.escalation), risks, ticket, deps.escalation),
  };
}

/** What the model found beside the rules, where its quote really stands in what the requester wrote. The draft is there: it is a warning. */
function mergeRisks(
  known: readonly RiskFinding[],
  said: readonly { readonly kind: RiskKind; readonly quote: string }[],
  { messages }: Ticket,
  levels: AssistTicketDeps['escalation'],
): RiskFinding[] {
  const open = messages.filter((message) => message.role === 'requester' && message.visibility === 'public').toReversed();
  const added = said.flatMap(({ kind, quote }): RiskFinding[] => {
    const isNew = levels[kind] !== 'off' && !known.some((risk) => risk.kind === kind);
    const message = isNew && quote.trim() !== '' ? open.find(({ text }) => text.includes(quote)) : undefined;
    if (!message) return [];
    const start = message.text.indexOf(quote);
    return [{ kind, level: 'warn', quotes: [{ messageId: message.id, start, end: start + quote.length, text: quote }] }];
  });
  return [...known, ...added];
}
