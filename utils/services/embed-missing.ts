import { estimateTokens, toEmbeddingBatches, toEmbeddingText, toMaxTexts } from '../backends/embedding-batches.ts';
import type { Embedder } from '../backends/embeddings.ts';
import type { Passage } from '../domain/passage.ts';
import type { EmbeddingState, VectorModel } from '../storage/embedding-state.ts';
import type { PassageShelf } from '../storage/passage-shelf.ts';
import type { VectorStore } from '../storage/vector-store.ts';
import { embedEach } from './embed-each.ts';
import { changeRun, findTarget, toStopped, type EmbeddingEndpoint } from './embedding-run.ts';

/** Passages read from the store at once. */
export const READ_AT_ONCE = 200;

export type EmbedKnowledgeDeps = {
  readonly vectors: VectorStore;
  readonly passages: PassageShelf;
  /** An embedder with the key that is stored for the endpoint's origin. */
  readonly createEmbedder: (endpoint: EmbeddingEndpoint, dimensions: number | undefined) => Promise<Embedder>;
  /** Keeps the worker from being ended until the returned function is called. */
  readonly keepAlive: () => () => void;
  /** Has `resume` called at that time, in this worker or a later one. */
  readonly wakeAt: (at: Date) => Promise<void>;
  readonly now: () => Date;
  readonly makeId: () => string;
};

/** Works until nothing is missing any more, then lets a new set serve. Never throws: trouble is written into the run. */
export async function embedMissing(deps: EmbedKnowledgeDeps, runId: string, signal: AbortSignal): Promise<void> {
  try {
    while (await workOff(deps, runId, signal));
  } catch (thrown) {
    if (signal.aborted) return;
    const stopped = await deps.vectors
      .changeState((state) => changeRun(state, runId, (run) => toStopped(run, thrown, deps.now())))
      // The disk takes nothing: the run stays under way, and the next worker tries again.
      .catch(() => undefined);
    if (stopped?.run?.state === 'waiting' && stopped.run.retryAt) await deps.wakeAt(new Date(stopped.run.retryAt));
  }
}

/** Embeds what is missing now and removes what is gone; tells whether to look again. */
async function workOff(deps: EmbedKnowledgeDeps, runId: string, signal: AbortSignal): Promise<boolean> {
  const state = await deps.vectors.readState();
  const target = state.run?.id === runId && state.run.state === 'running' ? findTarget(state, state.run) : undefined;
  if (!state.run || !target) return false;
  const { missing, gone, have, total, model } = await compareWithKnowledge(deps, target, state.run.refused);
  if (model && gone.size > 0) await deps.vectors.removeVectors(model, gone);
  if (missing.length === 0) {
    await finish(deps, runId, have, total);
    return false;
  }
  await deps.vectors.changeState((stored) => changeRun(stored, runId, (run) => ({ ...run, done: have, total })));
  const embedder = await deps.createEmbedder(state.run, target.dimensions);
  const known = { dimensions: target.dimensions };
  let saved = 0;
  for (let at = 0; at < missing.length; at += READ_AT_ONCE) {
    const found = await deps.passages.readPassages(missing.slice(at, at + READ_AT_ONCE));
    for (let done = 0; done < found.length;) {
      const waiting = found.slice(done);
      const [texts = []] = toEmbeddingBatches(waiting.map(toEmbeddingText), toMaxTexts(known.dimensions));
      const batch = waiting.slice(0, texts.length);
      const embedded = await embedEach(embedder, texts, signal);
      signal.throwIfAborted();
      known.dimensions ??= embedded.find((vector) => vector !== undefined)?.length;
      const made: VectorModel | undefined =
        known.dimensions === undefined ? undefined : { ...target, dimensions: known.dimensions };
      if (!(await save(deps, runId, made, batch, texts, embedded))) return false;
      done += batch.length;
      saved += batch.length;
    }
  }
  // What is listed and can't be read would be looked for without end.
  if (saved === 0) await finish(deps, runId, have, total);
  return saved > 0;
}

/** One request's vectors, the run's row and, with the first of them, the dimensions of the set: all or nothing. */
async function save(
  deps: EmbedKnowledgeDeps,
  runId: string,
  made: VectorModel | undefined,
  batch: readonly Passage[],
  texts: readonly string[],
  embedded: readonly (Float32Array | undefined)[],
): Promise<boolean> {
  const added = batch.flatMap(({ id, sourceId }, index) => {
    const vector = embedded[index];
    return vector ? [{ id, sourceId, vector }] : [];
  });
  const refused = batch.filter((_, index) => embedded[index] === undefined).map(({ id }) => id);
  const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
  const change = (state: EmbeddingState): EmbeddingState | undefined => {
    const next = changeRun(state, runId, (run) => ({
      ...run,
      steppedAt: deps.now().toISOString(),
      done: run.done + added.length,
      tokens: run.tokens + tokens,
      refused: [...run.refused, ...refused],
      waits: 0,
    }));
    const isBuilt = made && next?.building?.generation === made.generation;
    return next && isBuilt ? { ...next, building: made } : next;
  };
  if (made) return deps.vectors.addVectors(made, added, change);
  return (await deps.vectors.changeState(change)).run?.id === runId;
}

async function finish({ vectors }: EmbedKnowledgeDeps, runId: string, done: number, total: number): Promise<void> {
  const toDone = (state: EmbeddingState): EmbeddingState | undefined =>
    changeRun(state, runId, (run) => ({ ...run, state: 'done', done, total }));
  const { building } = await vectors.readState();
  if (building?.dimensions !== undefined) await vectors.switchModel(toDone);
  // A set without dimensions is empty: there is nothing to serve.
  else await vectors.dropBuilding((state) => toDone(state) ?? state);
}

/** What the knowledge and a set of vectors have that the other has not. */
export async function compareWithKnowledge(
  { vectors, passages }: EmbedKnowledgeDeps,
  target: ReturnType<typeof findTarget>,
  refused: readonly string[],
) {
  const model: VectorModel | undefined =
    target?.dimensions === undefined ? undefined : { ...target, dimensions: target.dimensions };
  const embedded = model ? await vectors.listIds(model) : new Set<string>();
  const there = (await passages.listIds()).flatMap(({ ids }) => ids);
  const alive = new Set(there);
  const skipped = new Set(refused);
  return {
    model,
    missing: there.filter((id) => !embedded.has(id) && !skipped.has(id)),
    gone: new Set([...embedded].filter((id) => !alive.has(id))),
    have: there.filter((id) => embedded.has(id)).length,
    total: there.length,
  };
}
