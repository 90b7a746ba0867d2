import { browser } from 'wxt/browser';

/** The built content script; registered for sites that were allowed, injected for one visit by the toolbar click. */
const CONTENT_SCRIPT = '/content-scripts/helpdesk.js';
const REGISTRATION_ID = 'helpdesk';

/** Registers the content script for exactly the sites that the agent has allowed; run when the worker starts and when permissions change. */
export async function registerAllowedSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION_ID] });
  if (origins.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: REGISTRATION_ID,
      js: [CONTENT_SCRIPT],
      matches: origins,
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: true,
    },
  ]);
}

/**
 * Starts the content script in a tab that is open already: by an allowed site or by `activeTab`. False when the browser
 * does not let us. Starting it where it runs already does nothing.
 */
export async function injectInto(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [CONTENT_SCRIPT] });
    return true;
  } catch {
    return false;
  }
}

/** Opens the side panel (Chromium) or the sidebar (Firefox). Must be called in the turn of the click that asks for it. */
export function openPanel(windowId: number): void {
  // Firefox has no sidePanel and Chromium no sidebarAction; the types know Chromium's only.
  const { sidebarAction } = browser as { sidebarAction?: { open: () => Promise<void> } };
  void (sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId }));
}

/** Injects into tabs of allowed sites that were open before the permission, the installation or an update came. */
export async function injectIntoAllowedTabs(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.all(tabs.flatMap((tab) => (tab.id === undefined ? [] : [injectInto(tab.id)])));
}
