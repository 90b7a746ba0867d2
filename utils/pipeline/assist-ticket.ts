import type { Draft, DraftOutcome, DraftProgress } from '../domain/draft.ts';
import { toFailure } from '../domain/failure.ts';
import type { Ticket } from '../domain/ticket.ts';
import { findForbidden } from '../drafting/voice/find-forbidden.ts';
import { toReplyText } from '../domain/draft.ts';
import { refersToFuture } from '../drafting/risk/refers-to-future.ts';
import { summarizeThread } from '../drafting/summary/summarize-thread.ts';
import { findDraftConflicts } from '../grounding/find-draft-conflicts.ts';
import { findLostTerms } from '../grounding/find-lost-terms.ts';
import type { AssistTicketDeps, DraftAsk, DraftRun, DraftState } from './draft-run.ts';
import { compareSources } from './compare-sources.ts';
import { createStageRecorder } from './stage-recorder.ts';
import { toStages } from './to-stages.ts';

/**
 * The straight line from a ticket to one outcome, stage by stage as the strategy has them. One early return per way out.
 * Rejects only with the signal's reason; every other trouble is a `failed` outcome.
 */
export async function assistTicket(
  ticket: Ticket,
  deps: AssistTicketDeps,
  ask: DraftAsk,
  signal: AbortSignal,
  onProgress: (progress: DraftProgress) => void,
): Promise<DraftOutcome> {
  const recorder = createStageRecorder(deps.clock, onProgress);
  const run: DraftRun = { ticket, deps, ask, signal, show: recorder.show };
  try {
    let state = toFirstState(run);
    for (const stage of toStages(deps.strategy, ask)) {
      const before = state;
      const end = await recorder.run(stage.name, () => stage.run(before, run));
      signal.throwIfAborted();
      if (end.kind === 'end') return end.outcome;
      state = end.state;
    }
    return { kind: 'drafted', draft: { ...toDraft(state, run), trace: recorder.trace() } };
  } catch (thrown) {
    signal.throwIfAborted();
    return { kind: 'failed', failure: toFailure(thrown) };
  }
}

/** Before anything is known. */
export function toFirstState({ ticket, deps }: Pick<DraftRun, 'ticket' | 'deps'>): DraftState {
  return {
    language: 'en',
    questions: [],
    context: '',
    voice: deps.chooseVoice(ticket, 'en'),
    risks: [],
    triage: deps.triage(ticket),
    found: [],
    passages: [],
    required: 0,
    searchHosts: [],
    marked: '',
    writer: { kind: 'embedded' },
    unanswered: [],
    blocks: [],
    sources: [],
  };
}

function toDraft(state: DraftState, { ticket, deps }: DraftRun): Omit<Draft, 'trace'> {
  const { language, writer, voice, risks, triage, unanswered, searchHosts } = state;
  const { blocks, sources, conflicts } = compareSources(state, ticket);
  const text = toReplyText(blocks);
  return {
    language,
    blocks,
    sources,
    conflicts,
    draftConflicts: findDraftConflicts(blocks, sources, ticket),
    lostTerms: findLostTerms(text, sources, deps.glossary, language),
    forbidden: [...new Set(findForbidden(text, voice.profile).map(({ word }) => word))],
    speculation: findSpeculation(blocks, language),
    confidence: { kind: 'uncalibrated', outcomes: deps.sentReplies },
    writer,
    strategy: deps.strategy.id,
    voice: voice.used,
    risks: [...risks],
    unanswered: [...unanswered],
    triage,
    summary: summarizeThread(ticket, language),
    ...(searchHosts.length > 0 ? { searchHosts: [...searchHosts] } : {}),
  };
}

/** What will be is said only where a passage says so. */
function findSpeculation(blocks: Draft['blocks'], language: string): string[] {
  return blocks
    .flatMap((block) => block.lines.flat())
    .filter(({ support, text }) => support === 'unsupported' && refersToFuture(text, language) !== undefined)
    .map(({ text }) => text);
}
