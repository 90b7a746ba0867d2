/**
 * Runs in one of the extension's own pages: has the ticket in the tab at `url` read and drafted, as the panel does. Gives what
 * orders about that draft name; a ticket that has a draft already keeps it.
 */
export async function makeDraft(url: string): Promise<{ tabId: number; draftId: string }> {
  const find = async (): Promise<number | undefined> => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id;
  const tabId = await find();
  if (tabId === undefined) throw new Error(`No tab shows ${url}.`);
  await chrome.runtime.sendMessage({ name: 'ticket-read', request: { tabId } });
  const port = chrome.runtime.connect({ name: 'draft' });
  const ended = new Promise<string>((resolve, reject) => {
    port.onMessage.addListener((event: { kind: string; draftId?: string; outcome?: { kind: string } }) => {
      if (event.kind !== 'draft-end') return;
      if (event.outcome?.kind === 'failed') reject(new Error(JSON.stringify(event.outcome)));
      else resolve(event.draftId ?? '');
    });
    port.onDisconnect.addListener(() => reject(new Error('the worker hung up')));
  });
  port.postMessage({
    kind: 'draft-start',
    tabId,
    draftId: 'bench',
    again: false,
    without: [],
    pinned: [],
    facts: [],
    anyway: false,
  });
  const draftId = await ended;
  port.disconnect();
  return { tabId, draftId };
}
