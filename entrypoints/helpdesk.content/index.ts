import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../utils/messaging/zod-setup.ts';
import { servePage } from '../../utils/services/serve-page.ts';

/** Set on our own world's window, which the page can't see: a second injection finds it and leaves. */
const RUNNING = Symbol.for('deskside.helpdesk');

export default defineContentScript({
  // No site at build time: the worker registers the sites that the agent has allowed.
  matches: [],
  registration: 'runtime',
  main() {
    const isRunning: unknown = Reflect.get(window, RUNNING);
    if (window !== window.top || (typeof isRunning === 'function' && isRunning())) return;
    // Not WXT's own signal: that ends the first script, in the middle of an insert, as soon as a second is injected.
    const stop = new AbortController();
    const isAlive = (): boolean => {
      if (browser.runtime?.id === undefined) stop.abort();
      return !stop.signal.aborted;
    };
    Reflect.set(window, RUNNING, isAlive);
    const readPage = () => {
      isAlive();
      return {
        document,
        url: new URL(location.href),
        // Past the browser's cache: Request Tracker dates its answers and forbids none, so a cached ticket could be yesterday's.
        fetch: (path: string, init: RequestInit) =>
          fetch(new URL(path, location.origin), { ...init, method: 'GET', credentials: 'same-origin', cache: 'no-store' }),
      };
    };
    servePage(readPage, (url) => location.assign(url), stop.signal);
  },
});
