import { FailureError } from '../../domain/failure.ts';
import type { ArticleReview, SourceId, SourceOrigin } from '../../domain/passage.ts';
import type { MessageRequest } from '../../messaging/contract.ts';
import { chooseSync, findNextWake } from './choose-sync.ts';
import { reviewArticle } from './review-article.ts';
import { runSync } from './run-sync.ts';
import { listOrigins, toHost, toMatchPatterns } from './source-fetch.ts';
import { findReadable, listReadable, type SyncDeps } from './sync-deps.ts';
import { canGoOn, toAsked, toCancelled, toFresh } from './sync-row.ts';
import { createTurns } from './turns.ts';

const MINUTE_MS = 60_000;
/** A source whose row can't be saved, and a store that doesn't answer, are left alone for this long. */
const GIVEN_UP_MS = 30 * MINUTE_MS;

/** All throw `FailureError`. */
export type SyncService = {
  /** Puts a source that is read from a place, with its key unless that is empty, and begins to read it from its start. */
  readonly add: (source: MessageRequest<'source-add'>['source'], key: string) => Promise<void>;
  /** Asks for a reading, which goes on where the last one was cut short; resolves when that is on record. */
  readonly start: (sourceId: SourceId) => Promise<void>;
  /** Ends a reading; when it resolves, nothing of the source is being read or saved any more. */
  readonly cancel: (sourceId: SourceId) => Promise<void>;
  readonly review: (sourceId: SourceId, articleId: string, state: ArticleReview['state']) => Promise<void>;
  /**
   * Reads what is due, one source after the other: asked for, cut short by the end of a worker, or by its schedule. To be
   * called when the worker starts and by the alarm; resolves when nothing is due any more. Never rejects.
   */
  readonly wake: () => Promise<void>;
};

type CurrentRun = { readonly sourceId: SourceId; readonly cancel: AbortController; readonly ended: Promise<unknown> };

/** Reads sources again. Everything it knows stands in the store: a worker that ends at any point is gone on from by the next. */
export function createSyncService(deps: SyncDeps): SyncService {
  const { writer, now, makeId } = deps;
  const inTurn = createTurns();
  /** In memory only: a fresh worker tries again. Unix times in ms. */
  const givenUp = new Map<SourceId, number>();
  let current: CurrentRun | undefined;
  let loop: Promise<void> | undefined;
  let isAskedAgain = false;

  const inMs = (ms: number): Date => new Date(now().getTime() + ms);
  /** Should this worker be ended, the alarm wakes the next one. */
  const insure = (): Promise<void> => deps.setAlarm(inMs(MINUTE_MS));

  /** False when another context reads it. */
  const runOne = async (sourceId: SourceId): Promise<boolean> => {
    await insure();
    const cancel = new AbortController();
    const ended = deps.tryLock(`deskside-sync ${sourceId}`, () => runSync(sourceId, deps, inTurn, cancel.signal));
    current = { sourceId, cancel, ended: ended.catch(() => undefined) };
    try {
      return await ended;
    } catch {
      givenUp.set(sourceId, inMs(GIVEN_UP_MS).getTime());
      return true;
    } finally {
      current = undefined;
    }
  };

  const runAll = async (): Promise<void> => {
    const locked = new Set<SourceId>();
    for (;;) {
      for (const [id, until] of givenUp) if (until <= now().getTime()) givenUp.delete(id);
      const all = (await listReadable(writer)).filter(({ source: { id } }) => !locked.has(id) && !givenUp.has(id));
      const next = chooseSync(all, now());
      if (next === undefined) {
        const retries = [...givenUp.values(), ...[...locked].map(() => inMs(MINUTE_MS).getTime())];
        return deps.setAlarm(findNextWake(all, retries));
      }
      const hasRun = await runOne(next);
      if (hasRun) deps.noteKnowledgeChanged();
      else locked.add(next);
    }
  };

  const runUntilQuiet = async (): Promise<void> => {
    const stopKeepingAlive = deps.keepAlive();
    do {
      isAskedAgain = false;
      await runAll().catch(() => deps.setAlarm(inMs(GIVEN_UP_MS)).catch(() => undefined));
    } while (isAskedAgain);
    stopKeepingAlive();
    loop = undefined;
  };
  const wake = (): Promise<void> => {
    isAskedAgain = true;
    loop ??= runUntilQuiet();
    return loop;
  };

  const expectReader = (name: string, origin: SourceOrigin): void => {
    if (!deps.findSource(origin)) throw unexpected(`${name} is nothing that Deskside reads.`);
  };
  const expectAllowed = async (origin: SourceOrigin): Promise<void> => {
    if (!(await deps.isAllowed(toMatchPatterns(origin))))
      throw new FailureError({ kind: 'source-not-allowed', host: toHost(origin) });
  };
  const endRun = async (run: CurrentRun | undefined): Promise<void> => {
    run?.cancel.abort(new DOMException('Reading was cancelled.', 'AbortError'));
    await run?.ended;
  };
  const findRun = (sourceId: SourceId): CurrentRun | undefined => (current?.sourceId === sourceId ? current : undefined);

  return {
    async add(source, key) {
      const { id, origin } = source;
      if (!origin || origin.kind !== source.kind) throw unexpected('The source names no place to read from.');
      if (origin.kind !== 'vector-store') expectReader(source.name, origin);
      await expectAllowed(origin);
      const [first] = listOrigins(origin);
      if (key !== '' && first !== undefined) await deps.secrets.write(first, key);
      await insure();
      const before = findRun(id);
      await inTurn(async () => {
        const last = (await writer.listSyncs()).find(({ sourceId }) => sourceId === id);
        // Before the source: a cursor must never be used on another place.
        if (deps.findSource(origin)) await writer.saveSync(toFresh(id, makeId(), now(), last));
        await writer.putSource({ ...source, unreadable: [] });
      });
      await endRun(before);
      givenUp.delete(id);
      void wake();
    },
    async start(sourceId) {
      const found = await findReadable(writer, sourceId);
      if (!found?.source.origin) throw unexpected('This source is not there any more.');
      expectReader(found.source.name, found.source.origin);
      await expectAllowed(found.source.origin);
      await insure();
      await inTurn(async () => {
        const last = (await findReadable(writer, sourceId))?.sync;
        if (last?.state === 'running') return;
        await writer.saveSync(last && canGoOn(last, now()) ? toAsked(last) : toFresh(sourceId, makeId(), now(), last));
      });
      givenUp.delete(sourceId);
      void wake();
    },
    async cancel(sourceId) {
      await inTurn(async () => {
        const found = await findReadable(writer, sourceId);
        if (found?.sync?.state === 'running' || found?.sync?.state === 'waiting')
          await writer.saveSync(toCancelled(found.sync, now(), found.source.everyHours));
      });
      await endRun(findRun(sourceId));
    },
    review: (sourceId, articleId, state) => inTurn(() => reviewArticle(writer, { sourceId, articleId, state, now: now() })),
    wake,
  };
}

const unexpected = (said: string): FailureError => new FailureError({ kind: 'unexpected', said });
