import { browser } from 'wxt/browser';
import type { Source } from '../domain/passage.ts';
import type { Settings } from '../domain/settings.ts';
import { isVendorHost, vendorPatterns } from '../domain/vendor-hosts.ts';
import { readHelpdeskSites, toSitePattern, writeHelpdeskSites } from '../storage/helpdesk-sites.ts';

/** The built content scripts; registered for sites that were allowed, injected for one visit by the toolbar click. */
const OWN_HOST_SCRIPT = '/content-scripts/helpdesk.js';
const VENDOR_SCRIPT = '/content-scripts/vendor-helpdesk.js';
/** Injected only when an agent teaches a page. */
const TEACHING_SCRIPT = '/content-scripts/teach.js';
const REGISTRATIONS = { own: 'helpdesk', vendor: 'vendor-helpdesk' } as const;

/** Two at once would register one id twice. */
let latest: Promise<void> = Promise.resolve();

/**
 * Registers the content scripts for exactly the sites that the agent has allowed as helpdesks; run when the worker starts and
 * when permissions or the helpdesks change.
 */
export function registerAllowedSites(): Promise<void> {
  latest = latest.then(registerNow, registerNow);
  return latest;
}

async function registerNow(): Promise<void> {
  const origins = await listAllowedHelpdesks();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: Object.values(REGISTRATIONS) });
  const wanted = toRegistrations(origins);
  // Unregistering leaves a gap in which a page would not be read.
  if (toSites(registered) === toSites(wanted)) return;
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
}

/** One script for vendors' hosts, one for all others; a pattern that covers many hosts may cover vendors' too. */
function toRegistrations(origins: readonly string[]) {
  const always = { runAt: 'document_idle', allFrames: false, persistAcrossSessions: true } as const;
  const hostOf = (origin: string): string => origin.replace(/^[^:]+:\/\/(?:\*\.)?|[:/].*$/g, '');
  const isWide = (origin: string): boolean => origin === '<all_urls>' || hostOf(origin) === '*';
  const own = origins.filter((origin) => !isVendorHost(hostOf(origin)));
  const vendor = [...origins.filter((origin) => isVendorHost(hostOf(origin))), ...(origins.some(isWide) ? vendorPatterns : [])];
  return [
    { id: REGISTRATIONS.own, js: [OWN_HOST_SCRIPT], matches: own, excludeMatches: [...vendorPatterns], ...always },
    { id: REGISTRATIONS.vendor, js: [VENDOR_SCRIPT], matches: [...new Set(vendor)], ...always },
  ].filter(({ matches }) => matches.length > 0);
}

const toSites = (scripts: readonly { readonly id: string; readonly matches?: readonly string[] | undefined }[]): string =>
  scripts
    .map(({ id, matches = [] }) => `${id} ${matches.toSorted().join()}`)
    .toSorted()
    .join('\n');

/**
 * Starts the content script in a tab that is open already: by an allowed site or by `activeTab`. False when the browser
 * does not let us. Starting it where it runs already does nothing.
 */
export async function injectInto(tabId: number): Promise<boolean> {
  // Where the browser does not tell the address, it does not let us in either.
  const url = await browser.tabs.get(tabId).then(
    (tab) => URL.parse(tab.url ?? ''),
    () => null,
  );
  return inject(tabId, url && isVendorHost(url.hostname) ? VENDOR_SCRIPT : OWN_HOST_SCRIPT);
}

/** Starts the teaching script, likewise. */
export const injectTeaching = (tabId: number): Promise<boolean> => inject(tabId, TEACHING_SCRIPT);

async function inject(
  tabId: number,
  script: typeof OWN_HOST_SCRIPT | typeof VENDOR_SCRIPT | typeof TEACHING_SCRIPT,
): Promise<boolean> {
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
