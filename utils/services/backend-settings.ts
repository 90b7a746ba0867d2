import type { Endpoint } from '../domain/settings.ts';
import type { ConnectionStep } from '../messaging/contract.ts';
import type { SecretStore } from '../storage/secret-store.ts';

type EndpointInput = Omit<Endpoint, 'hasKey'>;

export type BackendSettingsDeps = {
  readonly secrets: SecretStore;
  readonly testConnection: (endpoint: EndpointInput, key: string) => Promise<ConnectionStep[]>;
};

/** Saves and tries a backend. A key is kept for the origin it was typed for and is used for no other; an empty one means the stored one. */
export function createBackendSettings({ secrets, testConnection }: BackendSettingsDeps) {
  const originOf = (endpoint: EndpointInput): string => new URL(endpoint.baseUrl).origin;
  return {
    /** Resolves to whether a key is stored for this endpoint now. */
    async saveKey(endpoint: EndpointInput, key: string): Promise<boolean> {
      if (key !== '') await secrets.write(originOf(endpoint), key);
      return (await secrets.read(originOf(endpoint))) !== '';
    },
    test: async (endpoint: EndpointInput, key: string): Promise<ConnectionStep[]> =>
      testConnection(endpoint, key === '' ? await secrets.read(originOf(endpoint)) : key),
  };
}
