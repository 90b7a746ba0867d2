import { RetryableError, isRetryableStatus } from '../backends/retry.ts';
import { toFailure, type Failure } from '../domain/failure.ts';
import type { Endpoint } from '../domain/settings.ts';
import type { BuildingModel, EmbeddingRun, EmbeddingState } from '../storage/embedding-state.ts';

export type EmbeddingEndpoint = Pick<Endpoint, 'baseUrl' | 'model'>;
export type RunStart = {
  readonly endpoint: EmbeddingEndpoint;
  /** Embed everything anew although this model has embedded it before. */
  readonly fresh: boolean;
  readonly runId: string;
  readonly at: string;
  /** Passages not to be tried again. */
  readonly refused: readonly string[];
};

/** Wait after a failure that may pass: a minute, twice as long after each, at most an hour. */
const FIRST_WAIT_MS = 60_000;
const MAX_WAIT_MS = 3_600_000;

/** Do these make the same vectors? The path may change, the server and its model may not. */
export function isSameModel(a: EmbeddingEndpoint, b: EmbeddingEndpoint): boolean {
  return a.model === b.model && new URL(a.baseUrl).origin === new URL(b.baseUrl).origin;
}

/** The set of vectors that an endpoint adds to: the one being made, or the one that serves; none when a new one has to be begun. */
export function findTarget({ building, serving }: EmbeddingState, endpoint: EmbeddingEndpoint): BuildingModel | undefined {
  return [building, serving].find((model) => model && isSameModel(model, endpoint));
}

/** The state with a run that has begun: it goes on with the set being made, tends the one that serves, or begins a new one. */
export function beginRun(state: EmbeddingState, { endpoint, fresh, runId, at, refused }: RunStart): EmbeddingState {
  const { baseUrl, model } = endpoint;
  const run: EmbeddingRun = {
    id: runId,
    baseUrl,
    model,
    state: 'running',
    startedAt: at,
    steppedAt: at,
    done: 0,
    total: 0,
    tokens: 0,
    refused: [...refused],
    waits: 0,
  };
  const isServing = state.serving !== undefined && isSameModel(state.serving, endpoint);
  if (state.building && isSameModel(state.building, endpoint)) return { ...state, run, building: { ...state.building, baseUrl } };
  if (state.serving && isServing && !fresh) return { ...state, run, serving: { ...state.serving, baseUrl } };
  const building: BuildingModel = { baseUrl, model, generation: state.generations };
  return { ...state, run, building, generations: state.generations + 1 };
}

/** The state with its run changed; `undefined` when another run has taken over, or this one was stopped. */
export function changeRun(
  state: EmbeddingState,
  runId: string,
  change: (run: EmbeddingRun) => EmbeddingRun,
): EmbeddingState | undefined {
  return state.run?.id === runId && state.run.state === 'running' ? { ...state, run: change(state.run) } : undefined;
}

/** The run after something was thrown: it waits when another try may mend it, and has failed when it won't. */
export function toStopped(run: EmbeddingRun, thrown: unknown, now: Date): EmbeddingRun {
  const failure = toFailure(thrown);
  if (!mayPass(failure)) return { ...run, state: 'failed', failure };
  const asked = thrown instanceof RetryableError ? (thrown.askedMs ?? 0) : 0;
  const waitMs = Math.max(asked, Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** run.waits));
  const retryAt = new Date(now.getTime() + waitMs).toISOString();
  return { ...run, state: 'waiting', failure, retryAt, waits: run.waits + 1 };
}

function mayPass(failure: Failure): boolean {
  if (failure.kind === 'backend-rejected') return isRetryableStatus(failure.status);
  return failure.kind === 'backend-unreachable' || failure.kind === 'backend-silent' || failure.kind === 'backend-cut-off';
}

/** The run under way again, without what it waited for. */
export function toRunning({ failure: _failure, retryAt: _retryAt, ...run }: EmbeddingRun): EmbeddingRun {
  return { ...run, state: 'running' };
}
