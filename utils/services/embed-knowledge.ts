import { estimateEmbeddingCost, type EmbeddingCost } from '../backends/embedding-batches.ts';
import type { EmbeddingRun, EmbeddingState } from '../storage/embedding-state.ts';
import { compareWithKnowledge, embedMissing, READ_AT_ONCE, type EmbedKnowledgeDeps } from './embed-missing.ts';
import { beginRun, findTarget, isSameModel, toRunning, type EmbeddingEndpoint } from './embedding-run.ts';

export type StartOptions = { readonly fresh?: boolean; readonly onBegun?: () => void };

/** Each resolves when the run has ended, in whatever state; what it came to is in `readRun`. Rejects only with `storage-…` failures. */
export type KnowledgeEmbedder = {
  /**
   * Embeds what has no vector of this model yet. Another model's vectors go on serving until all are there. `fresh` asks
   * for everything anew of a model that is known: its dimensions have changed, or what stands behind its name. `onBegun` is
   * called once the run stands in the store, before anything is sent.
   */
  readonly start: (endpoint: EmbeddingEndpoint, options?: StartOptions) => Promise<void>;
  /** Goes on after the worker ended, or when a wait is over; to be called when the worker wakes. Does nothing otherwise. */
  readonly resume: () => Promise<void>;
  /** Passages were added or removed. Does nothing before the first `start`, nor after `pause` or `cancel`. */
  readonly noteKnowledgeChanged: () => Promise<void>;
  /** Stops; `start` goes on from there. */
  readonly pause: () => Promise<void>;
  /** Stops, and removes what was made for a model that does not serve yet. */
  readonly cancel: () => Promise<void>;
  /** Stops, and removes all vectors. */
  readonly remove: () => Promise<void>;
  /** What `start` would send. */
  readonly estimate: (endpoint: EmbeddingEndpoint, pricePerMillionTokens?: number) => Promise<EmbeddingCost>;
  readonly readRun: () => Promise<EmbeddingRun | undefined>;
};

/**
 * Embeds the knowledge in the background. What is missing is worked out from what is there, and every request's vectors
 * are saved before the next is sent: whenever the worker ends, one request is sent again at most.
 */
export function createKnowledgeEmbedder(deps: EmbedKnowledgeDeps): KnowledgeEmbedder {
  const { vectors, passages } = deps;
  let current: { readonly cancel: AbortController; readonly ended: Promise<void> } | undefined;
  let changedMeanwhile = false;

  const stop = async (): Promise<void> => {
    const stopping = current;
    stopping?.cancel.abort();
    await stopping?.ended;
  };
  const runOnce = async (runId: string): Promise<void> => {
    const cancel = new AbortController();
    const stopKeepingAlive = deps.keepAlive();
    const own = { cancel, ended: embedMissing(deps, runId, cancel.signal).finally(stopKeepingAlive) };
    current = own;
    await own.ended;
    if (current === own) current = undefined;
  };
  const run = async (runId: string): Promise<void> => {
    do {
      changedMeanwhile = false;
      await runOnce(runId);
    } while (changedMeanwhile && (await vectors.changeState((state) => toAgain(state, runId))).run?.state === 'running');
  };
  const begin = async (
    endpoint: EmbeddingEndpoint,
    { fresh = false, onBegun }: StartOptions,
    refused: readonly string[],
  ): Promise<void> => {
    await stop();
    const runId = deps.makeId();
    const { building } = await vectors.readState();
    if (building && (fresh || !isSameModel(building, endpoint))) await vectors.dropBuilding((state) => state);
    const at = deps.now().toISOString();
    await vectors.changeState((state) => beginRun(state, { endpoint, fresh, runId, at, refused }));
    onBegun?.();
    await run(runId);
  };
  const changeStoredRun = (change: (run: EmbeddingRun) => EmbeddingRun): Promise<EmbeddingState> =>
    vectors.changeState((state) => (state.run ? { ...state, run: change(state.run) } : undefined));

  return {
    start: (endpoint, options = {}) => begin(endpoint, options, []),
    async resume() {
      const { run: last } = await vectors.readState();
      if (current || !last || (last.state !== 'running' && last.state !== 'waiting')) return;
      if (!isDue(last, deps.now())) return deps.wakeAt(new Date(last.retryAt ?? deps.now()));
      // A name of its own: whatever still runs under the old one can't save any more.
      const runId = deps.makeId();
      await changeStoredRun((stored) => ({ ...toRunning(stored), id: runId }));
      await run(runId);
    },
    async noteKnowledgeChanged() {
      changedMeanwhile = true;
      if (current) return;
      const { run: last } = await vectors.readState();
      if (!last || last.state === 'paused' || last.state === 'cancelled' || !isDue(last, deps.now())) return;
      await begin(last, {}, last.refused);
    },
    async pause() {
      await changeStoredRun((stored) => (stored.state === 'done' ? stored : { ...stored, state: 'paused' }));
      await stop();
    },
    async cancel() {
      await vectors.dropBuilding((state) =>
        state.run && state.run.state !== 'done' ? { ...state, run: { ...state.run, state: 'cancelled' } } : state,
      );
      await stop();
    },
    async remove() {
      await vectors.clear();
      await stop();
    },
    async estimate(endpoint, pricePerMillionTokens) {
      const { missing } = await compareWithKnowledge(deps, findTarget(await vectors.readState(), endpoint), []);
      const total = { passages: 0, tokens: 0, requests: 0 };
      for (let at = 0; at < missing.length; at += READ_AT_ONCE) {
        const cost = estimateEmbeddingCost(await passages.readPassages(missing.slice(at, at + READ_AT_ONCE)));
        total.passages += cost.passages;
        total.tokens += cost.tokens;
        total.requests += cost.requests;
      }
      return pricePerMillionTokens === undefined
        ? total
        : { ...total, money: (total.tokens / 1_000_000) * pricePerMillionTokens };
    },
    readRun: async () => (await vectors.readState()).run,
  };
}

/** The state with a run that was done under way again; unchanged when it was stopped or has failed. */
function toAgain(state: EmbeddingState, runId: string): EmbeddingState | undefined {
  return state.run?.id === runId && state.run.state === 'done' ? { ...state, run: toRunning(state.run) } : undefined;
}

function isDue({ state, retryAt }: EmbeddingRun, now: Date): boolean {
  return state !== 'waiting' || retryAt === undefined || retryAt <= now.toISOString();
}
