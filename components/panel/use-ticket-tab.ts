import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { TabState } from '../../utils/domain/tab-state.ts';
import { send } from '../../utils/messaging/messenger.ts';
import { allowHelpdeskSite, readHelpdeskSites, toSitePattern, watchHelpdeskSites } from '../../utils/storage/helpdesk-sites.ts';
import { readTab, watchTab } from '../../utils/storage/tab-store.ts';
import type { SiteAccess } from './panel-view.ts';

export type TicketTab = {
  readonly tabId: number | undefined;
  readonly tab: TabState | undefined;
  readonly access: SiteAccess;
  readonly allowSite: () => void;
  readonly readAgain: () => void;
};

/** The tab that the panel stands beside: the active one of its window, or the one named in the address (`?tab=7`). */
export function useTicketTab(): TicketTab {
  const tabId = useTabId();
  const [latest, setLatest] = useState<{ tabId: number; state: TabState | undefined }>();
  const tab = latest?.tabId === tabId ? latest?.state : undefined;
  const [access, setAccess] = useState<SiteAccess>('this-visit');

  useEffect(() => {
    if (tabId === undefined) return undefined;
    let isLeft = false;
    void readTab(tabId).then((state) => {
      if (isLeft) return;
      setLatest((now) => (now?.tabId === tabId && now.state ? now : { tabId, state }));
      if (!state) void askTab(tabId).then((isRead) => isLeft || isRead || setAccess('needed'));
    });
    const stop = watchTab(tabId, (state) => setLatest({ tabId, state }));
    return () => {
      isLeft = true;
      stop();
    };
  }, [tabId]);

  const url = tab?.report.kind === 'ticket' ? tab.report.ticket.url : undefined;
  useEffect(() => {
    if (!url) return undefined;
    const look = (): void => void isAllowedHelpdesk(url).then((isAllowed) => setAccess(isAllowed ? 'allowed' : 'this-visit'));
    look();
    const stop = watchHelpdeskSites(look);
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      stop();
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [url]);

  return {
    tabId,
    tab,
    access,
    allowSite: () => url && void allowHelpdeskSite(url),
    readAgain: () => tabId !== undefined && void askTab(tabId).then((isRead) => setAccess(isRead ? 'this-visit' : 'needed')),
  };
}

/** Has the worker read the tab; false when the browser does not let it. */
async function askTab(tabId: number): Promise<boolean> {
  const answer = await send('ticket-read', { tabId });
  return answer.ok && answer.value.kind === 'done';
}

function useTabId(): number | undefined {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  const [tabId, setTabId] = useState<number | undefined>(Number.isInteger(named) ? named : undefined);
  useEffect(() => {
    if (Number.isInteger(named)) return undefined;
    const look = (): void =>
      void browser.tabs.query({ active: true, currentWindow: true }).then(([active]) => setTabId(active?.id));
    look();
    browser.tabs.onActivated.addListener(look);
    return () => browser.tabs.onActivated.removeListener(look);
  }, [named]);
  return tabId;
}

/** Allowed as a helpdesk, not only as a place to read articles from; or packed with the extension. */
async function isAllowedHelpdesk(url: string): Promise<boolean> {
  const site = toSitePattern(url);
  const { host_permissions: packed = [] } = browser.runtime.getManifest();
  const helpdesks = [...packed, ...((await readHelpdeskSites()) ?? [])];
  return helpdesks.includes(site) && browser.permissions.contains({ origins: [site] });
}
