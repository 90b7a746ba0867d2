import type { DraftOutcome, StageName, StageTrace } from '../domain/draft.ts';
import type { DraftRun, DraftState } from './draft-run.ts';

/** What a stage tells of itself; name and time are added to it. */
export type StageNote = Omit<StageTrace, 'stage' | 'ms' | 'did'> & { readonly did?: StageTrace['did'] };

export type StageEnd =
  | { readonly kind: 'next'; readonly state: DraftState; readonly note: StageNote }
  /** The way out. */
  | { readonly kind: 'end'; readonly outcome: DraftOutcome };

/** One step of the line. Throws only `FailureError`s and the signal's reason. */
export type Stage = {
  readonly name: StageName;
  readonly run: (state: DraftState, run: DraftRun) => Promise<StageEnd> | StageEnd;
};

export const next = (state: DraftState, note: StageNote): StageEnd => ({ kind: 'next', state, note });
