import { z } from 'zod';
import type { DraftRecord } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { CaseField, CaseNote } from '../domain/triage.ts';
import { checkCaseNote } from '../drafting/case-note/check-case-note.ts';
import { fillCaseNote } from '../drafting/case-note/fill-case-note.ts';
import { toCaseSchema } from '../drafting/case-note/to-case-schema.ts';
import { buildCaseNotePrompt } from '../drafting/prompts/case-note-prompt.ts';
import { summarizeThread } from '../drafting/summary/summarize-thread.ts';
import { understandTicket } from '../drafting/understand-ticket.ts';
import { askJson } from './ask-json.ts';
import type { AssistTicketDeps } from './draft-run.ts';

export type CaseNoteAsk = { readonly ticket: Ticket; readonly record: DraftRecord; readonly fields: readonly CaseField[] };

/** The note for the CRM in the team's fields, each value checked; without a model, filled with what is known. */
export async function writeCaseNote(
  { ticket, record, fields }: CaseNoteAsk,
  deps: AssistTicketDeps,
  signal: AbortSignal,
): Promise<CaseNote> {
  const { outcome } = record;
  const known = outcome?.kind === 'drafted' ? outcome.draft : outcome?.kind === 'handed-over' ? outcome : undefined;
  const triage = known?.triage ?? deps.triage(ticket);
  const summary = known?.summary ?? summarizeThread(ticket, understandTicket(ticket).language);
  const model = deps.models.chat;
  if (!model) return fillCaseNote(ticket, summary, triage, fields);
  const prompt = buildCaseNotePrompt(
    { ticket, summary, fields },
    { boundary: deps.makeBoundary(), maxTokens: deps.budget.promptTokens },
  );
  const schema = z.toJSONSchema(toCaseSchema(fields));
  const value = await askJson(
    { model, prompt, purpose: 'case-note', draftId: record.id, name: 'case_note', schema },
    deps,
    signal,
  );
  return { ...checkCaseNote(value, fields), by: 'model' };
}
