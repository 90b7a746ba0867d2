import {
  toMarkedText,
  toReplyText,
  type DraftBlock,
  type DraftSource,
  type DraftVersion,
  type RefineStep,
} from '../domain/draft.ts';
import { FailureError } from '../domain/failure.ts';
import type { Settings } from '../domain/settings.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { VoiceProfile } from '../domain/voice.ts';
import { buildRefinePrompt } from '../drafting/prompts/refine-prompt.ts';
import { NO_ANSWER } from '../drafting/prompts/reply-prompt.ts';
import { buildRetryPrompt } from '../drafting/prompts/retry-prompt.ts';
import { refineWithoutModel } from '../drafting/refine/refine-without-model.ts';
import { restyleWithoutModel } from '../drafting/voice/restyle-without-model.ts';
import { compareFacts, describeChangedFacts } from '../grounding/compare-facts.ts';
import { checkMarked } from './check-marked.ts';
import type { AskDeps, Models } from './draft-run.ts';
import { writeWithModel } from './write-with-model.ts';

export type RefineDeps = AskDeps & {
  readonly models: Models;
  readonly voice: VoiceProfile;
  readonly glossary: Settings['glossary'];
};

/** The reply as it stands, and how it shall change. */
export type RefineAsk = {
  readonly draftId: string;
  readonly ticket: Ticket;
  readonly blocks: readonly DraftBlock[];
  readonly sources: readonly DraftSource[];
  /** BCP 47 language of `blocks`. */
  readonly language: string;
  readonly step: RefineStep;
};

/**
 * A new version of a reply. Values, names, links and citations are compared with the version before: when some are gone or new,
 * the model is told and asked once more, and what still differs is in `changedFacts`. Without a model, what needs none is
 * done (shorter, friendlier, more formal). Throws `FailureError` and the signal's reason.
 */
export async function refineDraft(
  ask: RefineAsk,
  deps: RefineDeps,
  signal: AbortSignal,
  onText: (marked: string) => void,
): Promise<Omit<DraftVersion, 'at'>> {
  const { step, blocks, ticket } = ask;
  const language = step.kind === 'translate' ? step.language : ask.language;
  const model = (step.kind === 'translate' ? deps.models.chat : deps.models.styling) ?? deps.models.chat;
  const toVersion = (next: readonly DraftBlock[]): Omit<DraftVersion, 'at'> => ({
    by: 'refiner',
    text: toReplyText(next),
    blocks: [...next],
    step,
    ...(language === ask.language ? {} : { language }),
  });
  if (!model) return toVersion(refineHere(ask, deps));

  const prompt = buildRefinePrompt(
    { marked: toMarkedText(blocks), step, language, voice: deps.voice, glossary: deps.glossary, ticket, sources: ask.sources },
    { boundary: deps.makeBoundary(), maxTokens: deps.budget.promptTokens },
  );
  const names = deps.glossary.map(({ term }) => term);
  const run = { deps, ask: { draftId: ask.draftId }, signal };
  const write = async (asked: typeof prompt) => {
    const { marked } = await writeWithModel(
      { model, prompt: asked, purpose: 'refine', language, isCacheable: false, onText },
      run,
    );
    // A refused refinement leaves the reply as it is.
    if (marked === NO_ANSWER) throw new FailureError({ kind: 'model-nonsense', host: model.host, why: 'it wrote no reply' });
    const next = checkMarked(marked, ask.sources, { ticket, language, voice: deps.voice });
    return { next, changed: compareFacts(blocks, next, { before: ask.language, after: language, names }) };
  };
  const first = await write(prompt);
  const why = describeChangedFacts(first.changed);
  if (why === '') return toVersion(first.next);
  // What was written first is paid for: it is kept, marked, when nothing comes of the second try.
  const second = await write(buildRetryPrompt(prompt, why)).catch((thrown: unknown) => {
    signal.throwIfAborted();
    if (thrown instanceof FailureError) return first;
    throw thrown;
  });
  const version = toVersion(second.next);
  if (describeChangedFacts(second.changed) === '') return version;
  const toTexts = (facts: readonly { readonly text: string }[]): string[] => facts.map(({ text }) => text);
  return { ...version, changedFacts: { lost: toTexts(second.changed.lost), added: toTexts(second.changed.added) } };
}

function refineHere({ step, blocks, ticket, language }: RefineAsk, { voice }: RefineDeps): readonly DraftBlock[] {
  switch (step.kind) {
    case 'shorter':
      return refineWithoutModel(blocks, 'shorter', language) ?? blocks;
    case 'friendlier':
    case 'more-formal':
      return restyleWithoutModel(blocks, step.kind, ticket, language, voice) ?? blocks;
    case 'simpler':
    case 'translate':
    case 'own':
      throw new FailureError({ kind: 'model-unavailable', state: 'not-set' });
  }
}
