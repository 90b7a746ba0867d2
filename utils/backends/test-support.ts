import { browserDeps, type BackendDeps } from './backend-deps.ts';

export const KEY = 'sk-northwind-0123456789';

/** Real fetch, a clock that does not wait: retries follow at once and are noted; silences last until one is named in `over`. */
export function makeDeps(over: readonly number[] = []): BackendDeps & { readonly waits: number[] } {
  const waits: number[] = [];
  const limits = [browserDeps.firstByteMs, browserDeps.stallMs];
  const sleep: BackendDeps['sleep'] = (ms, signal) => {
    if (!limits.includes(ms)) waits.push(ms);
    if (over.includes(ms)) return browserDeps.sleep(50, signal);
    return limits.includes(ms) ? browserDeps.sleep(60_000, signal) : Promise.resolve();
  };
  return { ...browserDeps, sleep, waits, random: () => 0.5, now: () => Date.parse('2026-11-21T10:00:00Z') };
}
