import type { DraftProgress, StageName, StageTrace } from '../domain/draft.ts';
import type { DraftRun } from './draft-run.ts';
import type { StageEnd } from './stage.ts';

/** Keeps what each stage did and reports a snapshot whenever something changes. */
export type StageRecorder = {
  readonly run: (stage: StageName, work: () => Promise<StageEnd> | StageEnd) => Promise<StageEnd>;
  readonly show: DraftRun['show'];
  readonly trace: () => StageTrace[];
};

/** `clock` in milliseconds, monotonic. `onProgress` gets a new snapshot each time; it must not throw. */
export function createStageRecorder(clock: () => number, onProgress: (progress: DraftProgress) => void): StageRecorder {
  let progress: DraftProgress = { stages: [], stage: 'redact', text: '', language: 'en', sources: [] };
  let trace: StageTrace[] = [];
  const update = (change: Partial<DraftProgress>): void => {
    progress = { ...progress, ...change };
    onProgress(progress);
  };
  return {
    async run(stage, work) {
      const startedAt = clock();
      update({ stage });
      const end = await work();
      if (end.kind === 'end') return end;
      const { note, did = 'ran', ...rest } = end.note;
      const ms = did === 'ran' ? clock() - startedAt : 0;
      trace = [...trace, { stage, did, note, ms, ...rest }];
      // Snapshots are sent twenty times a second: what was said to a model stays out of them.
      update({ stages: trace.map((one) => ({ stage: one.stage, did: one.did, note: one.note, ms: one.ms })) });
      return end;
    },
    show: update,
    trace: () => trace,
  };
}
