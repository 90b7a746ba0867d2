import { toFailure } from '../../domain/failure.ts';
import { buildGroundPrompt } from '../../drafting/prompts/ground-prompt.ts';
import { NO_ANSWER } from '../../drafting/prompts/reply-prompt.ts';
import { abstainFor } from '../abstain.ts';
import { next, type Stage } from '../stage.ts';
import { writeWithModel, type Written } from '../write-with-model.ts';
import { isCacheable, refuseUncited, standIn, toAskedHost, toRequest } from './draft.ts';

/** Corrects a reply that was written without sources by the passages found since, and has it cite them. */
export const groundStage: Stage = {
  name: 'ground',
  async run(state, run) {
    const { deps, show } = run;
    const model = deps.models.chat;
    if (!model) return next(state, { did: 'passed-through', note: 'No chat model is set' });
    // What the embedded drafter wrote rests on its passages already.
    if (state.writer.kind === 'embedded') return next(state, { did: 'passed-through', note: 'Written from the passages' });
    show(toAskedHost(state, model));
    const prompt = buildGroundPrompt(
      { marked: state.marked, request: toRequest(state, run) },
      { boundary: deps.makeBoundary(), maxTokens: deps.budget.promptTokens },
    );
    let written: Written;
    try {
      written = await writeWithModel(
        {
          model,
          prompt,
          purpose: 'ground',
          language: state.language,
          isCacheable: isCacheable(state, run),
          refuse: (marked) => refuseUncited(marked, state, run),
          onText: (text) => show({ text }),
        },
        run,
      );
    } catch (thrown) {
      run.signal.throwIfAborted();
      return standIn(state, run, toFailure(thrown), state.marked);
    }
    if (written.marked === NO_ANSWER) return { kind: 'end', outcome: abstainFor(state, run, state.passages) };
    return next(
      { ...state, marked: written.marked },
      { note: `Corrected and cited by ${model.model}${written.repairs}`, ...written.note },
    );
  },
};
