import type { DraftProgress, DraftSource, StageName, StageTrace } from '../domain/draft.ts';

/** Keeps what each stage did and reports a snapshot whenever something changes. */
export type StageRecorder = {
  readonly run: <T>(stage: StageName, work: () => Promise<T> | T, note: (result: T) => string) => Promise<T>;
  /** A stage that does nothing yet, said so. */
  readonly passThrough: (stage: StageName, note: string) => void;
  readonly show: (change: {
    readonly text?: string;
    readonly language?: string;
    readonly sources?: DraftSource[];
    readonly askedHost?: string;
  }) => void;
  readonly trace: () => StageTrace[];
};

/** `clock` in milliseconds, monotonic. `onProgress` gets a new snapshot each time; it must not throw. */
export function createStageRecorder(clock: () => number, onProgress: (progress: DraftProgress) => void): StageRecorder {
  let progress: DraftProgress = { stages: [], stage: 'redact', text: '', language: 'en', sources: [] };
  const update = (change: Partial<DraftProgress>): void => {
    progress = { ...progress, ...change };
    onProgress(progress);
  };
  return {
    async run(stage, work, note) {
      const startedAt = clock();
      update({ stage });
      const result = await work();
      update({ stages: [...progress.stages, { stage, did: 'ran', note: note(result), ms: clock() - startedAt }] });
      return result;
    },
    passThrough: (stage, note) => update({ stage, stages: [...progress.stages, { stage, did: 'passed-through', note, ms: 0 }] }),
    show: update,
    trace: () => progress.stages,
  };
}
