import type { Browser } from 'wxt/browser';
import type { Sender } from './page-contract.ts';

/** Firefox runs the background script in a page of its own making; content scripts see its messages come from there. */
const FIREFOX_WORKER = '/_generated_background_page.html';

/**
 * Who sent a message, decided from what the browser says of the sender and never from the message. `undefined` for
 * anyone who may send nothing: another extension, a sub-frame, a page without an address, a look-alike origin.
 */
export function identifySender(
  sender: Browser.runtime.MessageSender | undefined,
  extensionId: string,
  extensionOrigin: string,
): Sender | undefined {
  if (!sender || sender.id !== extensionId) return undefined;
  const url = URL.parse(sender.url ?? '');
  if (url?.origin === extensionOrigin || (url && `${url.protocol}//${url.host}` === extensionOrigin)) {
    if ((sender.frameId ?? 0) !== 0) return undefined;
    return url.pathname.endsWith('.html') && url.pathname !== FIREFOX_WORKER ? 'page' : 'worker';
  }
  if (sender.tab && sender.frameId === 0 && (url?.protocol === 'https:' || url?.protocol === 'http:')) return 'content';
  // A worker's message reaches a content script without an address or a tab.
  return !sender.tab && !sender.url ? 'worker' : undefined;
}
