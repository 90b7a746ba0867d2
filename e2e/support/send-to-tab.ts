import type { Page } from 'playwright-core';
import type { Extension } from './extension.ts';

/** Sends to the content script of a tab as the worker does, and gives its answer; asks again while it is starting. */
export async function sendToTab(extension: Extension, page: Page, name: string, request: object): Promise<unknown> {
  const worker = await extension.worker();
  const answer: unknown = await worker.evaluate(
    async ({ url, message }) => {
      for (let attempt = 0; attempt < 40; attempt += 1) {
        const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
        try {
          if (tab?.id !== undefined) return await chrome.tabs.sendMessage(tab.id, message, { frameId: 0 });
        } catch {
          // Not started yet.
        }
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return undefined;
    },
    { url: page.url(), message: { name, request } },
  );
  if (!isAnswer(answer)) throw new Error(`${name} was not answered: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Sends to the content script of a tab once, whatever the tab shows by then; `undefined` when its page goes before it answers. */
export async function orderInTab(extension: Extension, tabId: number, name: string, request: object): Promise<unknown> {
  const worker = await extension.worker();
  const answer: unknown = await worker.evaluate(
    ({ id, message }) => chrome.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => undefined),
    { id: tabId, message: { name, request } },
  );
  return isAnswer(answer) ? answer.value : undefined;
}

function isAnswer(answer: unknown): answer is { ok: true; value: unknown } {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}
