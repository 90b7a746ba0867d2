import type { AbstentionReason, DraftOutcome } from '../domain/draft.ts';
import type { RankedPassage } from '../domain/passage.ts';
import { writeClarifyingQuestion } from '../drafting/clarifying-question.ts';
import { understandTicket, type Understanding } from '../drafting/understand-ticket.ts';
import type { DraftRun, DraftState } from './draft-run.ts';

/** Looked at when an abstention is explained. */
const MAX_NEAREST = 3;

type Abstained = Extract<DraftOutcome, { kind: 'abstained' }>;

export function noKnowledge(language: string): Abstained {
  return { kind: 'abstained', reason: 'no-knowledge', nearest: [], question: '', language };
}

/** Nothing that was looked at answers this; one question to the requester where a question would help. */
export function abstainFor(state: DraftState, { ticket }: DraftRun, looked: readonly RankedPassage[]): Abstained {
  const { language, searchHosts, writer } = state;
  const nearest = looked.slice(0, MAX_NEAREST);
  const understood = understandTicket(ticket);
  const asked = [...new Set([...searchHosts, ...(writer.kind === 'model' ? [writer.host] : [])])].filter((host) => host !== '');
  return {
    kind: 'abstained',
    reason: toReason(understood),
    nearest,
    question: understood.kind === 'asks' ? writeClarifyingQuestion(understood, nearest) : '',
    language,
    ...(asked.length > 0 ? { askedHost: asked.join(', ') } : {}),
  };
}

/** Passages that cover what is asked outweigh a hint; without them it says why there is no draft. */
function toReason(understood: Understanding): AbstentionReason {
  if (understood.kind !== 'asks') return understood.kind;
  const { thin, offTopic, onlyFuture } = understood.hints;
  if (thin !== undefined) return 'too-thin';
  if (offTopic !== undefined) return 'off-topic';
  return onlyFuture ? 'about-the-future' : 'nothing-relevant';
}
