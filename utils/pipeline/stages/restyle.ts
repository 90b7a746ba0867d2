import { toMarkedText } from '../../domain/draft.ts';
import { isLookUpPassage } from '../../domain/look-up.ts';
import { toFailure } from '../../domain/failure.ts';
import { NO_ANSWER } from '../../drafting/prompts/reply-prompt.ts';
import { buildRestylePrompt } from '../../drafting/prompts/restyle-prompt.ts';
import { compareFacts, describeChangedFacts } from '../../grounding/compare-facts.ts';
import { checkMarked } from '../check-marked.ts';
import type { DraftRun, DraftState } from '../draft-run.ts';
import { next, type Stage } from '../stage.ts';
import { writeWithModel } from '../write-with-model.ts';
import { isCacheable, toAskedHost } from './draft.ts';

/** Says the same in the team's voice. A version that drops or adds a fact is not used: the checked reply stays as it is. */
export const restyleStage: Stage = {
  name: 'style',
  async run(state, run) {
    const model = run.deps.models.styling ?? run.deps.models.chat;
    if (!model) return next(state, { did: 'passed-through', note: 'No styling model is set' });
    try {
      return await restyle(state, run, model);
    } catch (thrown) {
      run.signal.throwIfAborted();
      const failure = toFailure(thrown);
      const why = failure.kind === 'model-nonsense' ? failure.why : failure.kind;
      return next(state, { did: 'passed-through', note: `Kept as written: ${why}` });
    }
  },
};

async function restyle(state: DraftState, run: DraftRun, model: NonNullable<DraftRun['deps']['models']['styling']>) {
  const { deps, ticket, show } = run;
  const { language, blocks, sources } = state;
  show(toAskedHost(state, model));
  const voice = state.voice.profile;
  const check = (marked: string) => checkMarked(marked, sources, { ticket, language, voice });
  const prompt = buildRestylePrompt(
    { marked: toMarkedText(blocks), language, voice, glossary: deps.glossary },
    { boundary: deps.makeBoundary(), maxTokens: deps.budget.promptTokens },
  );
  const written = await writeWithModel(
    {
      model,
      prompt,
      purpose: 'restyle',
      language,
      isCacheable: isCacheable(state, run),
      onText: (text) => show({ text }),
      refuse: (marked) => describeChangedFacts(compareFacts(blocks, check(marked), { before: language, after: language })),
    },
    run,
  );
  if (written.marked === NO_ANSWER)
    return next(state, { did: 'passed-through', note: `Kept as written: ${model.model} wrote no reply` });
  const isLive = sources.some(({ passage }) => isLookUpPassage(passage));
  return next(
    { ...state, marked: written.marked, blocks: check(written.marked) },
    {
      note: `Restyled by ${model.model}${written.repairs}`,
      ...written.note,
      // Live values stand in the reply that was sent: they are shown once and not kept.
      ...(isLive ? { input: [], output: '' } : {}),
    },
  );
}
