import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../utils/messaging/zod-setup.ts';
import { servePage } from '../../utils/services/serve-page.ts';

/** Set on our own world's window, which the page can't see: a second injection finds it and leaves. */
const RUNNING = Symbol.for('deskside.helpdesk');

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main(ctx) {
    if (window !== window.top || Reflect.get(window, RUNNING)) return;
    Reflect.set(window, RUNNING, true);
    ctx.onInvalidated(() => Reflect.deleteProperty(window, RUNNING));
    const readPage = () => ({
      document,
      url: new URL(location.href),
      fetch: (path: string, init: RequestInit) =>
        fetch(new URL(path, location.origin), { ...init, method: 'GET', credentials: 'same-origin' }),
    });
    servePage(readPage, (url) => location.assign(url), ctx.signal);
  },
});
