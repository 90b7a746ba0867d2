import { browser } from 'wxt/browser';
import type { HelpdeskAdapter } from '../ports/helpdesk-adapter.ts';
import { servePage } from './serve-page.ts';

/** Set on our own world's window, which the page can't see: a second injection finds it and leaves. */
const RUNNING = Symbol.for('deskside.helpdesk');

/** Starts the content script in the top frame of a tab, once, with the adapters that may be its page's. Ends when the extension does. */
export function startPageScript(known: readonly HelpdeskAdapter[]): void {
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
      url: toUrl(location.href),
      known,
      // Past the browser's cache: Request Tracker dates its answers and forbids none, so a cached ticket could be yesterday's.
      fetch: (path: string, init: RequestInit) =>
        fetch(new URL(path, location.origin), {
          ...init,
          method: 'GET',
          mode: 'same-origin',
          credentials: 'same-origin',
          cache: 'no-store',
        }),
    };
  };
  servePage(readPage, (url) => location.assign(url), stop.signal);
}

/** Two slashes in front of a path would make its first piece a host where the path is used alone. */
function toUrl(href: string): URL {
  const url = new URL(href);
  url.pathname = url.pathname.replace(/^\/{2,}/, '/');
  return url;
}
