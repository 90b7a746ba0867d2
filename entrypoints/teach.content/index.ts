import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../utils/messaging/zod-setup.ts';
import { serveTeachingPage } from '../../utils/services/serve-teaching-page.ts';

/** Set on our own world's window, which the page can't see: a second injection finds it and leaves. */
const RUNNING = Symbol.for('deskside.teach');

export default defineContentScript({
  // Injected by the worker when an agent presses "Show me", and never by itself.
  matches: [],
  registration: 'runtime',
  main() {
    const isAlive: unknown = Reflect.get(window, RUNNING);
    if (window !== window.top || (typeof isAlive === 'function' && isAlive())) return;
    Reflect.set(window, RUNNING, () => browser.runtime?.id !== undefined);
    serveTeachingPage(window);
  },
});
