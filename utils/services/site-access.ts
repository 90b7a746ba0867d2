import { browser } from 'wxt/browser';
import type { Source } from '../domain/passage.ts';
import type { Settings } from '../domain/settings.ts';
import { readHelpdeskSites, toSitePattern, writeHelpdeskSites } from '../storage/helpdesk-sites.ts';

/** The built content script; registered for sites that were allowed, injected for one visit by the toolbar click. */
const CONTENT_SCRIPT = '/content-scripts/helpdesk.js';
/** Injected only when an agent teaches a page. */
const TEACHING_SCRIPT = '/content-scripts/teach.js';
const REGISTRATION_ID = 'helpdesk';

/** Two at once would register one id twice. */
let latest: Promise<void> = Promise.resolve();

/**
 * Registers the content script for exactly the sites that the agent has allowed as helpdesks; run when the worker starts and
 * when permissions or the helpdesks change.
 */
export function registerAllowedSites(): Promise<void> {
  latest = latest.then(registerNow, registerNow);
  return latest;
}

async function registerNow(): Promise<void> {
  const origins = await listAllowedHelpdesks();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION_ID] });
  // Unregistering leaves a gap in which a page would not be read.
  if (registered.length > 0 && registered[0]?.matches?.toSorted().join() === origins.toSorted().join()) return;
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
export const injectInto = (tabId: number): Promise<boolean> => inject(tabId, CONTENT_SCRIPT);

/** Starts the teaching script, likewise. */
export const injectTeaching = (tabId: number): Promise<boolean> => inject(tabId, TEACHING_SCRIPT);

async function inject(tabId: number, script: typeof CONTENT_SCRIPT | typeof TEACHING_SCRIPT): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [script] });
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

/** Injects into tabs of allowed helpdesks that were open before the permission, the installation or an update came. */
export async function injectIntoAllowedTabs(): Promise<void> {
  const origins = await listAllowedHelpdesks();
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.all(tabs.flatMap((tab) => (tab.id === undefined ? [] : [injectInto(tab.id)])));
}

/** Helpdesks that the browser allows: those that were kept, and those that the extension was packed for. */
async function listAllowedHelpdesks(): Promise<string[]> {
  const { host_permissions: packed = [] } = browser.runtime.getManifest();
  const kept = (await readHelpdeskSites()) ?? [];
  const sites = [...new Set([...packed, ...kept])];
  const allowed = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: [site] })));
  return sites.filter((_, index) => allowed[index]);
}

/** A site that is no longer allowed is no helpdesk when it is allowed again for something else. */
export async function forgetHelpdesks(removed: readonly string[]): Promise<void> {
  const kept = (await readHelpdeskSites()) ?? [];
  if (kept.some((site) => removed.includes(site))) await writeHelpdeskSites(kept.filter((site) => !removed.includes(site)));
}

/** For an update from a version that kept no purpose: sites that nothing else is at were allowed as helpdesks. Does nothing once a list is kept. */
export async function adoptHelpdesks(settings: Settings, sources: readonly Source[]): Promise<void> {
  if (await readHelpdeskSites()) return;
  const others = new Set(listOtherSites(settings, sources));
  const { origins = [] } = await browser.permissions.getAll();
  await writeHelpdeskSites(origins.filter((site) => !others.has(site)));
}

/** Match patterns of everything that is asked or read and is no helpdesk: the model, embeddings, look-ups, sources. */
function listOtherSites({ backend, embedding, lookUps }: Settings, sources: readonly Source[]): string[] {
  const addresses = [
    ...(backend.kind === 'openai-compatible' ? [backend.endpoint.baseUrl] : []),
    ...(embedding ? [embedding.endpoint.baseUrl] : []),
    ...lookUps.map(({ url }) => url),
    ...sources.flatMap(({ origin }) => (!origin ? [] : origin.kind === 'web-pages' ? origin.addresses : [origin.baseUrl])),
  ];
  return addresses.map(toSitePattern);
}
