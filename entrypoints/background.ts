import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import '../utils/messaging/zod-setup.ts';
import { serveDraftChannel } from '../utils/messaging/draft-channel.ts';
import { serveWorkerMessages } from '../utils/services/serve-worker-messages.ts';
import { createWorker } from '../utils/services/create-worker.ts';
import { serveAlarms } from '../utils/services/serve-alarms.ts';
import {
  adoptHelpdesks,
  forgetHelpdesks,
  injectInto,
  injectIntoAllowedTabs,
  openPanel,
  registerAllowedSites,
} from '../utils/services/site-access.ts';
import { tellTaughtChanged } from '../utils/services/teaching-deps.ts';
import { watchHelpdeskSites } from '../utils/storage/helpdesk-sites.ts';
import { readSettings } from '../utils/storage/settings-store.ts';
import { forgetTab, readTab } from '../utils/storage/tab-store.ts';
import { watchTaught } from '../utils/storage/taught-store.ts';
import { forgetTeaching } from '../utils/storage/teaching-store.ts';

export default defineBackground({
  type: 'module',
  main() {
    const worker = createWorker();
    serveWorkerMessages(worker);
    serveDraftChannel(worker.serveDraft);
    serveAlarms(worker);

    browser.action.onClicked.addListener((tab) => {
      if (tab.windowId !== undefined) openPanel(tab.windowId);
      if (tab.id !== undefined) void injectInto(tab.id);
    });
    browser.tabs.onRemoved.addListener((tabId) => void Promise.all([forgetTab(tabId), forgetTeaching(tabId)]));
    // A page that was opened by the toolbar click alone is not registered: go with it through its own page changes.
    browser.tabs.onUpdated.addListener((tabId, change) => {
      if (change.status === 'complete') void readTab(tabId).then((known) => (known ? injectInto(tabId) : undefined));
    });
    browser.permissions.onAdded.addListener(() => void registerAllowedSites().then(injectIntoAllowedTabs));
    browser.permissions.onRemoved.addListener(({ origins = [] }) => void forgetHelpdesks(origins).then(registerAllowedSites));
    watchTaught(() => void tellTaughtChanged());
    watchHelpdeskSites(() => void registerAllowedSites().then(injectIntoAllowedTabs));
    browser.runtime.onStartup.addListener(() => void registerAllowedSites());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      const adopt = async (): Promise<void> => adoptHelpdesks(await readSettings(), await worker.knowledge.listSources());
      void adopt().then(registerAllowedSites, registerAllowedSites).then(injectIntoAllowedTabs);
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/first-run.html') });
    });
    void worker.outcomes.replay();
  },
});
