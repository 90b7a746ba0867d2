import type { DraftProgress, StageName, StageTrace, TracePart } from '../domain/draft.ts';
import type { DraftRun } from './draft-run.ts';
import type { StageEnd } from './stage.ts';

/** Characters kept of what one stage was given, and of what it gave: a prompt of the usual size whole, with its reply. */
const MAX_TRACED = 40_000;

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
      trace = [...trace, { stage, did, note, ms, ...toKept(rest) }];
      // Snapshots are sent twenty times a second: what was said to a model stays out of them.
      update({ stages: trace.map((one) => ({ stage: one.stage, did: one.did, note: one.note, ms: one.ms })) });
      return end;
    },
    show: update,
    trace: () => trace,
  };
}

/** Each draft is stored with its trace: of more than `MAX_TRACED` characters the longest parts lose their end, and say so. */
function toKept<T extends Pick<StageTrace, 'input' | 'output'>>(traced: T): T {
  const { input, output } = traced;
  return {
    ...traced,
    ...(input ? { input: cutParts(input) } : {}),
    ...(output === undefined ? {} : { output: cut(output, MAX_TRACED) }),
  };
}

function cutParts(parts: readonly TracePart[]): TracePart[] {
  let left = MAX_TRACED;
  const kept = new Map<TracePart, string>();
  // The shortest first: each gets an equal share of what is left, and gives back what it does not need.
  for (const [index, part] of parts.toSorted((a, b) => a.text.length - b.text.length).entries()) {
    const text = cut(part.text, Math.floor(left / (parts.length - index)));
    kept.set(part, text);
    left -= Math.min(left, text.length);
  }
  return parts.map((part) => ({ ...part, text: kept.get(part) ?? '' }));
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)} [… ${text.length - most} characters not kept]`;
}
