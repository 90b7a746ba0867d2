import type { Sync } from '../../domain/sync.ts';
import type { KnowledgeSource, KnownArticle, SourceDeps, SourceStep } from '../../ports/knowledge-source.ts';
import { checkStep } from './check-step.ts';
import { raceAbort } from './race-abort.ts';
import { createSourceFetch, listOrigins } from './source-fetch.ts';
import { findReadable, type PlacedSource, type SyncDeps } from './sync-deps.ts';
import { toStepped } from './sync-row.ts';
import type { InTurn } from './turns.ts';

/** Between two steps: drafts and searches that wait for the worker come first. */
const REST_MS = 50;

/** The stored row no longer belongs to this reading: it was cancelled, begun anew or removed, here or in another context. */
export class SupersededError extends Error {}

/**
 * Reads a source from its row's cursor to its end. Each step is saved, with the cursor, before the next is asked for, so
 * that a worker may end anywhere. Throws what the source and the writer throw, `SupersededError`, and the signal's reason.
 */
export async function readSource(
  { source, row, reader }: { readonly source: PlacedSource; readonly row: Sync; readonly reader: KnowledgeSource },
  deps: SyncDeps,
  inTurn: InTurn,
  signal: AbortSignal,
): Promise<void> {
  const { writer, now } = deps;
  let saved = row;
  const save = (work: () => Promise<Sync>): Promise<Sync> =>
    inTurn(async () => {
      signal.throwIfAborted();
      const stored = (await findReadable(writer, source.id))?.sync;
      if (stored?.runId !== row.runId || stored.state !== 'running') throw new SupersededError();
      return work();
    });
  const known = async (articleId: string): Promise<KnownArticle | undefined> => writer.getArticle(source.id, articleId);

  const steps = reader.read({ source, cursor: row.cursor, known }, toSourceDeps(source, deps), signal);
  for await (const step of untilAborted(steps, signal)) {
    saved = await save(async () => {
      const checked = await checkStep(step, source.id, writer);
      return writer.saveStep({ ...checked, sync: toStepped(saved, { ...step, ...checked }, now()) });
    });
    await deps.sleep(REST_MS, signal);
  }
  await save(() => writer.finishRun({ ...saved, steppedAt: now().toISOString() }));
}

/** Keys only of the origins that the source names, whatever it asks for. */
function toSourceDeps({ origin }: PlacedSource, { fetch, secrets, sleep, now }: SyncDeps): SourceDeps {
  const origins = listOrigins(origin);
  return {
    fetch: createSourceFetch(origin, fetch),
    readKey: async (asked) => (origins.includes(asked) ? secrets.read(asked) : ''),
    sleep,
    now,
  };
}

/** Ends with the signal's reason even if the source doesn't listen; it is told to end in any case. */
async function* untilAborted(steps: AsyncIterable<SourceStep>, signal: AbortSignal): AsyncGenerator<SourceStep> {
  const iterator = steps[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await raceAbort(iterator.next(), signal);
      if (done) return;
      yield value;
    }
  } finally {
    // Not waited for: a source that hangs would hold up whoever cancels.
    void iterator.return?.().catch(() => undefined);
  }
}
