import type { DraftRun, DraftState } from '../draft-run.ts';
import { next, type Stage, type StageEnd } from '../stage.ts';
import { writeClarifyingQuestion } from '../../drafting/clarifying-question.ts';
import { findRisks } from '../../drafting/risk/find-risks.ts';
import { summarizeThread } from '../../drafting/summary/summarize-thread.ts';
import { understandTicket } from '../../drafting/understand-ticket.ts';

/** What is asked, in which language, whether a person has to take it; nothing is looked up yet. */
export const understandStage: Stage = { name: 'understand', run: understand };

function understand(state: DraftState, { ticket, deps, ask, show }: DraftRun): StageEnd {
  const understood = understandTicket(ticket);
  const { language } = understood;
  show({ language });
  // "Thanks for nothing, see you in court" asks nothing, and a person has to see it all the same.
  const risks = findRisks(ticket, deps.escalation);
  const { triage } = state;
  const isTurn = understood.kind === 'asks' || understood.kind === 'nothing-to-answer';
  if (isTurn && !ask.anyway && risks.some((risk) => risk.level === 'hand-over')) {
    const summary = summarizeThread(ticket, language);
    return { kind: 'end', outcome: { kind: 'handed-over', risks, summary, triage, language } };
  }
  if (understood.kind !== 'asks') {
    return { kind: 'end', outcome: { kind: 'abstained', reason: understood.kind, nearest: [], question: '', language } };
  }
  const isHelped = ask.anyway || ask.facts.length > 0 || ask.pinned.length > 0;
  if (understood.hints.thin !== undefined && !isHelped) {
    const question = writeClarifyingQuestion(understood, []);
    return { kind: 'end', outcome: { kind: 'abstained', reason: 'too-thin', nearest: [], question, language } };
  }
  const { questions, context } = understood;
  const voice = deps.chooseVoice(ticket, language);
  const output = [
    `Language: ${language}`,
    ...questions.map((question) => `Question: ${question}`),
    ...(triage.intent ? [`Intent: ${triage.intent.label}`] : []),
    `Urgency: ${triage.urgency}`,
    ...risks.map((risk) => `Risk: ${risk.kind}`),
  ].join('\n');
  return next(
    { ...state, language, questions, context, risks, triage, voice },
    { note: `Read ${ticket.messages.length} messages`, output },
  );
}
