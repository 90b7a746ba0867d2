import type { DraftSource } from '../../domain/draft.ts';
import { measureInfluence } from '../../grounding/measure-influence.ts';
import { abstainFor } from '../abstain.ts';
import { checkMarked } from '../check-marked.ts';
import { numberSources } from '../number-sources.ts';
import { next, type Stage } from '../stage.ts';

/** Checks every sentence against its passages; a reply that could rest on passages and rests on none is not offered. */
export const checkStage: Stage = {
  name: 'check',
  run(state, run) {
    const offered: DraftSource[] = state.passages.map(({ passage }, index) => ({ number: index + 1, passage }));
    const context = { ticket: run.ticket, language: state.language, voice: state.voice.profile };
    const checked = numberSources(checkMarked(state.marked, offered, context), offered);
    // Nothing in the reply rests on a passage: that is no reply we could stand by.
    if (offered.length > 0 && checked.sources.length === 0) {
      return { kind: 'end', outcome: abstainFor(state, run, state.passages) };
    }
    const shares = new Map(measureInfluence(checked.blocks, checked.sources).map(({ source, share }) => [source, share]));
    return next(
      { ...state, ...checked },
      {
        note: `Checked ${checked.blocks.flatMap((block) => block.lines.flat()).length} sentences`,
        passages: checked.sources.map(({ number, passage }) => ({
          id: passage.id,
          title: passage.title,
          sourceId: passage.sourceId,
          share: shares.get(number) ?? 0,
        })),
      },
    );
  },
};
