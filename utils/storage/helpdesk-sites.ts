import { z } from 'zod';
import { browser } from 'wxt/browser';

const KEY = 'helpdesk-sites';
const sitesSchema = z.array(z.string());

/** The browser's match pattern of the site of an address; patterns know no ports. */
export function toSitePattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/**
 * Match patterns of the sites that the agent allowed as helpdesks, whether the browser still allows them or not; `undefined`
 * before anything was kept. Sites that were allowed for something else (a help centre, a model) are not among them.
 */
export async function readHelpdeskSites(): Promise<readonly string[] | undefined> {
  return sitesSchema.safeParse((await browser.storage.local.get(KEY))[KEY]).data;
}

export async function writeHelpdeskSites(sites: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: [...new Set(sites)] });
}

/**
 * Asks the browser for the site of an address and keeps that it is a helpdesk. Must be called in the turn of a click. A site
 * that is refused is kept all the same: alone that allows nothing.
 */
export async function allowHelpdeskSite(address: string): Promise<boolean> {
  const site = toSitePattern(address);
  // Before anything is awaited: the browser asks only within the click.
  const isAllowed = browser.permissions.request({ origins: [site] });
  await writeHelpdeskSites([...((await readHelpdeskSites()) ?? []), site]);
  return isAllowed;
}

/** Calls back when the list changes, until the returned function is called. */
export function watchHelpdeskSites(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (KEY in changes) onChange();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
