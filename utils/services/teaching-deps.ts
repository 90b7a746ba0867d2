import { browser } from 'wxt/browser';
import { send } from '../messaging/messenger.ts';
import { readTabs } from '../storage/tab-store.ts';
import { forgetTeaching, readTeaching, writeTeaching } from '../storage/teaching-store.ts';
import { saveTaught } from '../storage/taught-store.ts';
import type { TeachingDeps } from './create-teaching.ts';
import { injectTeaching } from './site-access.ts';

/** Teaching over the browser's stores, tabs and messages. */
export const teachingDeps: TeachingDeps = {
  readTeaching,
  writeTeaching,
  forgetTeaching,
  saveTaught,
  inject: injectTeaching,
  // Without the browser's leave for this page there is no address.
  hostOf: async (tabId) => URL.parse((await browser.tabs.get(tabId)).url ?? '')?.host,
  ask: (tabId, part) => send('teach-ask', { part: part ?? null }, tabId),
  async propose(tabId, { shown, answers }) {
    const answer = await send('teach-propose', { shown, answers }, tabId);
    return answer.ok ? { ok: true, value: answer.value.proposal } : answer;
  },
};

/** Has every page that is known ask again for what was taught of its host. */
export async function tellTaughtChanged(): Promise<void> {
  const tabs = await readTabs();
  await Promise.all(tabs.map(({ tabId }) => send('taught-changed', {}, tabId)));
}
