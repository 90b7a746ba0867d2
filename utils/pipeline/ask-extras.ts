import { z } from 'zod';
import type { Draft } from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import type { Ticket } from '../domain/ticket.ts';
import { buildExtrasPrompt, extrasSchema } from '../drafting/prompts/extras-prompt.ts';
import { askJson } from './ask-json.ts';
import type { AssistTicketDeps } from './draft-run.ts';

export type ExtrasAsk = { readonly ticket: Ticket; readonly language: string; readonly draftId: string };

/** Intent, urgency, tags and summary as a model sees them, validated. Throws `FailureError` and the signal's reason. */
export async function askExtras(
  { ticket, language, draftId }: ExtrasAsk,
  deps: AssistTicketDeps,
  signal: AbortSignal,
): Promise<Pick<Draft, 'triage' | 'summary'>> {
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
  const { intent, urgency, sentiment, tags, summary } = read.data;
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
  };
}
