import {
  LOOK_UP_TIMEOUT_MS,
  toHeadersSecretName,
  type LookUpServer,
  type OfferedTool,
  type OfferTrouble,
} from '../domain/look-up.ts';
import type { Result } from '../domain/failure.ts';
import type { Settings } from '../domain/settings.ts';
import type { LookUps } from '../ports/look-up.ts';
import { createLookUps } from '../sources/look-ups/create-look-ups.ts';
import { LookUpError } from '../sources/look-ups/guard-fetch.ts';
import { listOfferedTools } from '../sources/look-ups/list-offered-tools.ts';
import { readHeaders } from '../sources/look-ups/read-headers.ts';
import type { SecretStore } from '../storage/secret-store.ts';

export type LookUpServiceDeps = {
  readonly secrets: SecretStore;
  readonly readSettings: () => Promise<Settings>;
  readonly changeSettings: (change: Pick<Settings, 'lookUps'>) => Promise<unknown>;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
};

type ServerAddress = Pick<LookUpServer, 'id' | 'url'>;

/** Sets up servers for live look-ups, and gives out the look-ups as the team has set them up now. A secret goes in and never comes out. */
export function createLookUpService({ secrets, readSettings, changeSettings, fetch, now }: LookUpServiceDeps) {
  return {
    /** Tools that the server offers now. An empty `secret` means the one stored for this server at this origin. */
    async offer(server: ServerAddress, secret: string, signal: AbortSignal): Promise<Result<OfferedTool[], OfferTrouble>> {
      try {
        const headers = readHeaders(secret === '' ? await secrets.read(toHeadersSecretName(server)) : secret);
        return await listOfferedTools({ url: server.url, headers, fetch, timeoutMs: LOOK_UP_TIMEOUT_MS }, signal);
      } catch (thrown) {
        if (thrown instanceof LookUpError) return { ok: false, error: { trouble: thrown.trouble, said: thrown.message } };
        throw thrown;
      }
    },
    /** Adds the server or changes the one with its id. What was stored for it at another origin is forgotten. */
    async save(server: Omit<LookUpServer, 'headersSecretName'>, secret: string): Promise<void> {
      const { lookUps } = await readSettings();
      const before = lookUps.find((one) => one.id === server.id);
      const name = toHeadersSecretName(server);
      if (before?.headersSecretName !== undefined && before.headersSecretName !== name)
        await secrets.write(before.headersSecretName, '');
      if (secret !== '') await secrets.write(name, secret);
      const hasSecret = (await secrets.read(name)) !== '';
      const saved: LookUpServer = hasSecret ? { ...server, headersSecretName: name } : server;
      await changeSettings({
        lookUps: before ? lookUps.map((one) => (one.id === server.id ? saved : one)) : [...lookUps, saved],
      });
    },
    async remove(serverId: string): Promise<void> {
      const { lookUps } = await readSettings();
      const secretName = lookUps.find((one) => one.id === serverId)?.headersSecretName;
      if (secretName !== undefined) await secrets.write(secretName, '');
      await changeSettings({ lookUps: lookUps.filter((one) => one.id !== serverId) });
    },
    async readLookUps(): Promise<LookUps> {
      return createLookUps({ servers: (await readSettings()).lookUps, readSecret: secrets.read, fetch, now });
    },
  };
}
