import type { BrowserContext, Page } from 'playwright-core';

/** A request that one of our scripts made in somebody's page. */
export type ScriptRequest = { readonly method: string; readonly url: string; readonly page: string };

/** Records what our scripts ask for in every tab of a browser, told from the page's own requests by the script that started them. */
export function recordScriptRequests(context: BrowserContext, extensionId: string): readonly ScriptRequest[] {
  const ours = `chrome-extension://${extensionId}/`;
  const requests: ScriptRequest[] = [];
  const listen = async (page: Page): Promise<void> => {
    const session = await context.newCDPSession(page);
    session.on('Network.requestWillBeSent', ({ request, initiator, documentURL }) => {
      const isOurs = initiator.stack?.callFrames.some(({ url }) => url.startsWith(ours)) ?? false;
      if (isOurs && !documentURL.startsWith(ours)) requests.push({ method: request.method, url: request.url, page: documentURL });
    });
    await session.send('Network.enable');
  };
  // A tab may be closed before it is listened to.
  const tryToListen = (page: Page): void => void listen(page).catch(() => undefined);
  for (const page of context.pages()) tryToListen(page);
  context.on('page', tryToListen);
  return requests;
}

/** Scripts in a page only ever read, and only from the site they are in. Throws with every request that does not. */
export function requireReadsOnly(requests: readonly ScriptRequest[]): void {
  const wrong = requests.filter(({ method, url, page }) => method !== 'GET' || new URL(url).origin !== new URL(page).origin);
  if (wrong.length > 0) throw new Error(`A script in a page did more than read: ${JSON.stringify(wrong)}`);
}
