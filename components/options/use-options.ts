import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Result } from '../../utils/domain/failure.ts';
import { send } from '../../utils/messaging/messenger.ts';
import { changeSettings } from '../../utils/storage/settings-store.ts';
import { builtInState, downloadBuiltIn } from '../../utils/backends/built-in-state.ts';
import { askForOrigin } from './ask-for-origin.ts';
import type { BuiltInActions } from './backend/built-in-setup.tsx';
import type { EndpointInput, OptionsActions, OptionsValue } from './options-value.ts';
import { useKnowledge } from './use-knowledge.ts';
import { useSettings } from './use-theme.ts';
import type { OptionsStores } from './options-stores.ts';

const builtIn: BuiltInActions = {
  onState: () => builtInState(),
  onDownload: (onProgress) => downloadBuiltIn(onProgress, new AbortController().signal),
};

async function saveEndpoint(
  name: 'backend-save' | 'styling-save',
  endpoint: EndpointInput,
  key: string,
): Promise<Result<undefined>> {
  const refused = await askForOrigin(endpoint);
  if (refused) return refused;
  const answer = await send(name, { endpoint, key });
  if (!answer.ok) return answer;
  return answer.value.kind === 'done' ? { ok: true, value: undefined } : { ok: false, error: answer.value.failure };
}

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
      onBackendSave: (endpoint, key) => saveEndpoint('backend-save', endpoint, key),
      async onConnectionTest(endpoint, key, styling) {
        const refused = (await askForOrigin(endpoint)) ?? (styling && (await askForOrigin(styling.endpoint)));
        if (refused) {
          const host = 'host' in refused.error ? refused.error.host : new URL(endpoint.baseUrl).host;
          return [{ ok: false, said: `The browser was not allowed to ask ${host}. Test again and choose Allow.`, ms: 0 }];
        }
        const answer = await send('connection-test', { endpoint, key, ...(styling ? { styling } : {}) });
        return answer.ok
          ? answer.value.steps
          : [{ ok: false, said: 'The test was not carried out. Reload this page and try again.', ms: 0 }];
      },
      onUseBuiltIn: () => void changeSettings({ backend: { kind: 'built-in' } }),
      builtIn,
      onStylingSave: (endpoint, key) => saveEndpoint('styling-save', endpoint, key),
      onStylingRemove: () => void changeSettings({ styling: undefined }),
      async onKeyKnown(baseUrl) {
        const answer = await send('key-known', { baseUrl });
        return answer.ok && answer.value.hasKey;
      },
      async onListModels(endpoint, key) {
        const refused = await askForOrigin(endpoint);
        if (refused) return refused;
        const answer = await send('models-list', { endpoint, key });
        if (!answer.ok) return answer;
        return answer.value.kind === 'listed' ? { ok: true, value: answer.value } : { ok: false, error: answer.value.failure };
      },
      onSpending: () => send('spending-read', {}),
      onSiteRevoke: (site) => void browser.permissions.remove({ origins: [site] }),
      onDeleteOutcomes: () => void stores.removeRecords(),
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
