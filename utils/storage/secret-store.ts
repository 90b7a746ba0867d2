import type { DesksideDatabase } from './database.ts';

/**
 * The backend's key, bound to the origin it was entered for: asked for another origin, it is not there.
 * Lives in the extension-origin database, which no content script and no page can open; only the worker calls `read`.
 */
export type SecretStore = {
  readonly write: (origin: string, key: string) => Promise<void>;
  readonly read: (origin: string) => Promise<string>;
};

export function createSecretStore(open: () => Promise<DesksideDatabase>): SecretStore {
  return {
    async write(origin, key) {
      await (await open()).put('secrets', key, origin);
    },
    read: async (origin) => (await (await open()).get('secrets', origin)) ?? '',
  };
}
