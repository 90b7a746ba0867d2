import { isLookUpPassage } from '../../domain/look-up.ts';
import type { ReplyRequest } from '../../domain/reply-request.ts';
import { isLookingUp } from '../../domain/strategy.ts';
import { FailureError, toFailure } from '../../domain/failure.ts';
import { composeReply } from '../../drafting/compose-reply.ts';
import { buildReplyPrompt, NO_ANSWER } from '../../drafting/prompts/reply-prompt.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import { abstainFor } from '../abstain.ts';
import { checkMarked } from '../check-marked.ts';
import type { DraftRun, DraftState } from '../draft-run.ts';
import { next, type Stage, type StageEnd } from '../stage.ts';
import { writeWithModel } from '../write-with-model.ts';
import { toRetrieveStage } from './retrieve.ts';

/**
 * Writes the reply: with the model, or with the embedded drafter where there is none or it fails. The panel is never blank:
 * what stood in, and why, is in the writer.
 */
export const toDraftStage = (role: 'chat' | 'styling'): Stage => ({
  name: 'draft',
  run: (state, run) => {
    const { chat, styling } = run.deps.models;
    const model = role === 'styling' ? (styling ?? chat) : chat;
    return model ? draftWithModel(state, run, model) : draftEmbedded(state, run);
  },
});

async function draftWithModel(state: DraftState, run: DraftRun, model: LanguageModel): Promise<StageEnd> {
  const { deps, signal, show } = run;
  let received = '';
  show(toAskedHost(state, model));
  try {
    const prompt = buildReplyPrompt(toRequest(state, run), {
      boundary: deps.makeBoundary(),
      maxTokens: deps.budget.promptTokens,
    });
    const written = await writeWithModel(
      {
        model,
        prompt,
        purpose: 'draft',
        language: state.language,
        isCacheable: isCacheable(state, run),
        refuse: (marked) => refuseUncited(marked, state, run),
        onText: (text) => {
          received = text;
          show({ text });
        },
      },
      run,
    );
    const writer = { kind: 'model', host: model.host, model: model.model } as const;
    const drafted = { ...state, marked: written.marked, writer };
    if (written.marked === NO_ANSWER) return { kind: 'end', outcome: abstainFor(drafted, run, state.passages) };
    return next(drafted, { note: `Written by ${model.model}${written.repairs}`, ...written.note });
  } catch (thrown) {
    signal.throwIfAborted();
    return standIn(state, run, toFailure(thrown), received);
  }
}

/** The embedded drafter needs passages: a strategy that drafts without any looks for some now. */
export async function standIn(
  state: DraftState,
  run: DraftRun,
  because: ReturnType<typeof toFailure>,
  received: string,
): Promise<StageEnd> {
  const found: StageEnd =
    state.passages.length > 0 && isLookingUp(run.deps.strategy.layers)
      ? next(state, { note: '' })
      : await toRetrieveStage('knowledge').run(state, run);
  // Without passages either, what failed is what the agent has to hear of.
  if (found.kind === 'end') throw new FailureError(because);
  const end = draftEmbedded(found.state, run);
  if (end.kind === 'end') return end;
  const writer = { kind: 'embedded', because, ...(received === '' ? {} : { received }) } as const;
  return { ...end, state: { ...end.state, writer } };
}

function draftEmbedded(state: DraftState, run: DraftRun): StageEnd {
  const { marked, unanswered } = composeReply(toRequest(state, run));
  run.show({ text: marked });
  return next({ ...state, marked, unanswered, writer: { kind: 'embedded' } }, { note: 'Written in the browser', output: marked });
}

/** A reply that could rest on its sources and rests on none was made up, or ordered by the ticket: no reply we could stand by. */
export function refuseUncited(marked: string, { passages, language, voice }: DraftState, { ticket }: DraftRun): string {
  if (passages.length === 0) return '';
  const sources = passages.map(({ passage }, index) => ({ number: index + 1, passage }));
  const sentences = checkMarked(marked, sources, { ticket, language, voice: voice.profile }).flatMap((block) =>
    block.lines.flat(),
  );
  return sentences.some(({ citations }) => citations.length > 0) ? '' : 'nothing in it rests on a source';
}

/** An answer with live values in it is true for a moment only, and is not kept; a new draft is a new answer. */
export function isCacheable({ passages }: DraftState, { ask }: DraftRun): boolean {
  return !ask.isNew && !passages.some(({ passage }) => isLookUpPassage(passage));
}

export function toAskedHost({ searchHosts }: DraftState, { host }: LanguageModel): { readonly askedHost?: string } {
  const hosts = [...new Set([...searchHosts, host])].filter((one) => one !== '');
  return hosts.length > 0 ? { askedHost: hosts.join(', ') } : {};
}

export function toRequest(
  { questions, language, passages, required, found, voice }: DraftState,
  { ticket, deps }: DraftRun,
): ReplyRequest {
  return {
    ticket,
    questions,
    language,
    passages,
    required,
    others: found.filter((one) => !passages.includes(one)),
    agentName: ticket.agent?.name ?? '',
    voice: voice.profile,
    glossary: deps.glossary,
  };
}
