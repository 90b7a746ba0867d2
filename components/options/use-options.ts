import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Result } from '../../utils/domain/failure.ts';
import { send } from '../../utils/messaging/messenger.ts';
import { changeSettings } from '../../utils/storage/settings-store.ts';
import { askForOrigin } from './ask-for-origin.ts';
import type { OptionsActions, OptionsValue } from './options-value.ts';
import { useKnowledge } from './use-knowledge.ts';
import { useSettings } from './use-theme.ts';
import type { OptionsStores } from './options-stores.ts';

/** Connects the options page with the stores, the worker and the browser's permissions. */
export function useOptions(stores: OptionsStores): { readonly value: OptionsValue; readonly actions: OptionsActions } {
  const settings = useSettings();
  const sites = useAllowedSites();
  const { actions: knowledge, ...known } = useKnowledge(stores);
  return {
    value: { settings, sites, ...known },
    actions: {
      ...knowledge,
      onSettings: (patch) => void changeSettings(patch),
      onUseEmbedded: () => void changeSettings({ backend: { kind: 'embedded' } }),
      async onBackendSave(endpoint, key): Promise<Result<undefined>> {
        const refused = await askForOrigin(endpoint);
        if (refused) return refused;
        const answer = await send('backend-save', { endpoint, key });
        if (!answer.ok) return answer;
        return answer.value.kind === 'done' ? { ok: true, value: undefined } : { ok: false, error: answer.value.failure };
      },
      async onConnectionTest(endpoint, key) {
        const refused = await askForOrigin(endpoint);
        if (refused)
          return [
            {
              ok: false,
              said: `The browser was not allowed to ask ${new URL(endpoint.baseUrl).host}. Test again and choose Allow.`,
              ms: 0,
            },
          ];
        const answer = await send('connection-test', { endpoint, key });
        return answer.ok
          ? answer.value.steps
          : [{ ok: false, said: 'The test was not carried out. Reload this page and try again.', ms: 0 }];
      },
      onSiteRevoke: (site) => void browser.permissions.remove({ origins: [site] }),
      onDeleteOutcomes: () => void Promise.all([stores.outcomes.removeAll(), stores.drafts.removeAll()]),
    },
  };
}

/** Sites that the agent has allowed, followed. */
export function useAllowedSites(): readonly string[] {
  const [sites, setSites] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = (): void => void browser.permissions.getAll().then(({ origins = [] }) => setSites(origins));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return sites;
}
