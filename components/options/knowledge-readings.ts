import { useCallback, useEffect, useRef, useState } from 'react';
import type { Sync } from '../../utils/domain/sync.ts';
import type { ArticleFindings, FindingsReader } from '../knowledge/article-findings.ts';
import { noReadings, type Readings } from './options-value.ts';
import { isUnderWay } from './source-state.ts';

const POLL_MS = 1000;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export type ReadingStores = {
  readonly listSyncs: () => Promise<readonly Sync[]>;
  readonly articles: FindingsReader;
  /** Told whenever the readings may have changed what the sources hold. */
  readonly onStep: () => void;
};

/**
 * The readings as they go on: looked at once a second while one is under way and the page can be seen, and whenever the
 * page is looked at again. Articles are gone through when the page opens and when a reading or a change has ended.
 */
export function useReadings(stores: ReadingStores): { readonly readings: Readings; readonly refresh: () => Promise<void> } {
  const [readings, setReadings] = useState(noReadings);
  const [round, setRound] = useState(0);
  const latest = useRef(stores);
  useEffect(() => {
    latest.current = stores;
  });

  const readSyncs = useCallback(async (): Promise<void> => {
    const syncs = await latest.current.listSyncs().catch(() => []);
    latest.current.onStep();
    setReadings((now) => ({ ...now, syncs, nowMs: Date.now() }));
  }, []);
  const refresh = useCallback(async (): Promise<void> => {
    await readSyncs();
    setRound((before) => before + 1);
  }, [readSyncs]);

  const isActive = readings.syncs.some(isUnderWay);
  useEffect(() => {
    const look = (): void => {
      if (!document.hidden) void readSyncs();
    };
    document.addEventListener('visibilitychange', look);
    const timer = isActive ? setInterval(look, POLL_MS) : undefined;
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [isActive, readSyncs]);

  // What was read to its end may hold articles that have to be looked at.
  const ended = readings.syncs
    .filter((sync) => !isUnderWay(sync))
    .map(({ runId, state }) => `${runId} ${state}`)
    .join();
  useEffect(() => {
    const leave = new AbortController();
    void findArticles(latest.current.articles, leave.signal).then((found) => {
      if (found && !leave.signal.aborted) setReadings((now) => ({ ...now, ...found }));
    });
    return () => leave.abort();
  }, [ended, round]);
  useEffect(() => void readSyncs(), [readSyncs]);
  return { readings, refresh };
}

async function findArticles(articles: FindingsReader, signal: AbortSignal): Promise<ArticleFindings | undefined> {
  try {
    return await articles.findings(Date.now() - YEAR_MS, signal);
  } catch {
    // Left, or the database is gone; the sources themselves say so elsewhere.
    return undefined;
  }
}
