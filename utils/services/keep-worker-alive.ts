import { browser } from 'wxt/browser';

/** A worker that calls nothing of the browser's is ended after 30 s; this is well below it. */
const HEARTBEAT_MS = 20_000;

/** Keeps the worker from being ended until the returned function is called. */
export function keepWorkerAlive(): () => void {
  const heartbeat = setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT_MS);
  return () => clearInterval(heartbeat);
}
