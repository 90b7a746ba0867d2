import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { TabState } from '../../utils/domain/tab-state.ts';
import { allowHelpdeskSite } from '../../utils/storage/helpdesk-sites.ts';
import { changeSettings } from '../../utils/storage/settings-store.ts';
import { readTabs } from '../../utils/storage/tab-store.ts';
import type { OptionsStores } from '../options/options-stores.ts';
import { useKnowledge } from '../options/use-knowledge.ts';
import { useAllowedSites } from '../options/use-options.ts';
import { nameHelpdesk } from '../../utils/domain/helpdesk-names.ts';
import type { FirstRunActions, FirstRunValue } from './first-run-value.ts';

/** Connects the first run with the open helpdesk, the stores and the browser's permissions. */
export function useFirstRun(stores: OptionsStores): { readonly value: FirstRunValue; readonly actions: FirstRunActions } {
  const { actions: knowledge, ...known } = useKnowledge(stores);
  const sites = useAllowedSites();
  const [tab, setTab] = useState<TabState>();
  useEffect(() => {
    const read = (): void => void readTabs().then((tabs) => setTab(tabs.find(({ report }) => report.kind === 'ticket')));
    read();
    browser.storage.session.onChanged.addListener(read);
    return () => browser.storage.session.onChanged.removeListener(read);
  }, []);
  const ticket = tab?.report.kind === 'ticket' ? tab.report.ticket : undefined;
  return {
    value: {
      ...known,
      helpdesk: ticket && { name: nameHelpdesk(ticket.helpdesk), host: ticket.host },
      siteAllowed: sites.length > 0,
    },
    actions: {
      ...knowledge,
      onUseEmbedded: () => void changeSettings({ backend: { kind: 'embedded' } }),
      onAllowSite() {
        if (ticket) void allowHelpdeskSite(ticket.url);
      },
      onChooseBackend: () => void browser.tabs.create({ url: browser.runtime.getURL('/options.html') }),
      onFinish() {
        void changeSettings({ firstRun: 'done' });
        if (tab) void browser.tabs.update(tab.tabId, { active: true });
        window.close();
      },
    },
  };
}
