import type { Endpoint } from '../domain/settings.ts';
import type { ConnectionStep } from '../messaging/contract.ts';
import type { SecretStore } from '../storage/secret-store.ts';

type EndpointInput = Omit<Endpoint, 'hasKey'>;

export type BackendSettingsDeps = {
  readonly secrets: SecretStore;
  readonly testConnection: (
    endpoint: EndpointInput,
    key: string,
    styling: TestedEndpoint | undefined,
  ) => Promise<ConnectionStep[]>;
  readonly listModels: (endpoint: EndpointInput, key: string) => Promise<ListedModels>;
};

type TestedEndpoint = { readonly endpoint: EndpointInput; readonly key: string };
type ListedModels = { readonly chat: readonly string[]; readonly embedding: readonly string[] };

/** Saves and tries a backend. A key is kept for the origin it was typed for and is used for no other; an empty one means the stored one. */
export function createBackendSettings({ secrets, testConnection, listModels }: BackendSettingsDeps) {
  const originOf = (endpoint: Pick<EndpointInput, 'baseUrl'>): string => new URL(endpoint.baseUrl).origin;
  const toKey = async (endpoint: EndpointInput, key: string): Promise<string> =>
    key === '' ? secrets.read(originOf(endpoint)) : key;
  return {
    /** Resolves to whether a key is stored for this endpoint now. */
    async saveKey(endpoint: EndpointInput, key: string): Promise<boolean> {
      if (key !== '') await secrets.write(originOf(endpoint), key);
      return (await secrets.read(originOf(endpoint))) !== '';
    },
    hasKey: async (baseUrl: string): Promise<boolean> => (await secrets.read(originOf({ baseUrl }))) !== '',
    test: async (endpoint: EndpointInput, key: string, styling?: TestedEndpoint): Promise<ConnectionStep[]> =>
      testConnection(
        endpoint,
        await toKey(endpoint, key),
        styling && { ...styling, key: await toKey(styling.endpoint, styling.key) },
      ),
    listModels: async (endpoint: EndpointInput, key: string): Promise<ListedModels> =>
      listModels(endpoint, await toKey(endpoint, key)),
  };
}
