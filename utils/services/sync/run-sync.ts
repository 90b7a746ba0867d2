import { FailureError, type Failure } from '../../domain/failure.ts';
import type { SourceId } from '../../domain/passage.ts';
import type { Sync } from '../../domain/sync.ts';
import { isDue, type Readable } from './choose-sync.ts';
import { readSource, SupersededError } from './read-source.ts';
import { toHost, toMatchPatterns } from './source-fetch.ts';
import { findReadable, hasPlace, type PlacedSource, type SyncDeps } from './sync-deps.ts';
import { canGoOn, toFresh, toRunning, toStopped } from './sync-row.ts';
import type { InTurn } from './turns.ts';

type Begun = { readonly source: PlacedSource; readonly row: Sync };

/** Statuses with which products refuse a cursor that they no longer know. */
const REFUSED_CURSOR = [400, 404, 410, 422];

/**
 * Reads a source that is due, whole or until it can't go on, and leaves its row `done`, `waiting` or `failed`; when the
 * signal is aborted, the row is left to whoever aborted. Throws only when a row can't be saved.
 */
export async function runSync(sourceId: SourceId, deps: SyncDeps, inTurn: InTurn, signal: AbortSignal): Promise<void> {
  const { writer, now, makeId } = deps;

  const begin = (choose: (found: Readable) => Sync | undefined): Promise<Begun | undefined> =>
    inTurn(async () => {
      const found = await findReadable(writer, sourceId);
      const chosen = found && !signal.aborted ? choose(found) : undefined;
      if (!found || !chosen || !hasPlace(found.source)) return undefined;
      const { source } = found;
      const row = toRunning(chosen, now());
      await writer.saveSync(row);
      // What couldn't be read the last time is looked at again.
      if (row.cursor === undefined && source.unreadable.length > 0) await writer.putSource({ ...source, unreadable: [] });
      return { source, row };
    });

  const read = async ({ source, row }: Begun): Promise<void> => {
    const reader = deps.findSource(source.origin);
    if (!reader) throw new Error(`Deskside can't read ${source.name} yet.`);
    if (!(await deps.isAllowed(toMatchPatterns(source.origin))))
      throw new FailureError({ kind: 'source-not-allowed', host: toHost(source.origin) });
    await readSource({ source, row, reader }, deps, inTurn, signal);
  };

  const stop = ({ source, row }: Begun, thrown: unknown): Promise<void> =>
    inTurn(async () => {
      const stored = (await findReadable(writer, sourceId))?.sync;
      if (signal.aborted || !isRunOf(stored, row)) return;
      await writer.saveSync(toStopped(stored, thrown, now(), source.everyHours));
    });

  const beginAnew = ({ row }: Begun, thrown: unknown): Promise<Begun | undefined> =>
    begin(({ sync }) => {
      const isRefused = isRunOf(sync, row) && sync.cursor === row.cursor && mayBeRefusal(thrown);
      return isRefused ? toFresh(sourceId, makeId(), now(), sync) : undefined;
    });

  const begun = await begin((found) => {
    if (!isDue(found, now())) return undefined;
    return found.sync && canGoOn(found.sync, now()) ? found.sync : toFresh(sourceId, makeId(), now(), found.sync);
  });
  if (!begun) return;
  try {
    await read(begun);
  } catch (thrown) {
    if (signal.aborted || thrown instanceof SupersededError) return;
    // With the cursor that it came with nothing could be read: the place is read from its start, once.
    const anew = begun.row.cursor === undefined ? undefined : await beginAnew(begun, thrown);
    if (!anew) return stop(begun, thrown);
    try {
      await read(anew);
    } catch (again) {
      if (!(again instanceof SupersededError)) await stop(anew, again);
    }
  }
}

function isRunOf(stored: Sync | undefined, row: Sync): stored is Sync {
  return stored?.runId === row.runId && stored.state === 'running';
}

function mayBeRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof FailureError)) return false;
  const failure: Failure = thrown.failure;
  return failure.kind === 'source-changed' || (failure.kind === 'source-rejected' && REFUSED_CURSOR.includes(failure.status));
}
