import { beforeEach, expect, it, vi } from 'vitest';
import { FailureError } from '../domain/failure.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { createBackendSettings } from './backend-settings.ts';
import { addPassages, hang, large, rejected, resetWorld, small, untilAborted, wake, world } from './embed-test-support.ts';
import { createEmbeddingSettings } from './embedding-settings.ts';

let settings: Settings;
let keys: Map<string, string>;
beforeEach(async () => {
  resetWorld();
  settings = defaultSettings;
  keys = new Map();
  await addPassages(0, 20);
});

function over(worker: ReturnType<typeof wake>) {
  const secrets = {
    read: async (origin: string) => keys.get(origin) ?? '',
    write: async (origin: string, key: string) => void keys.set(origin, key),
  };
  return createEmbeddingSettings({
    embedKnowledge: worker,
    readState: worker.vectors.readState,
    saveKey: (endpoint, key) =>
      createBackendSettings({
        secrets,
        testConnection: async () => [],
        listModels: async () => ({ chat: [], embedding: [] }),
      }).saveKey(endpoint, key),
    changeSettings: async (change) => (settings = { ...settings, ...change }),
  });
}
const ended = (worker: ReturnType<typeof wake>) => vi.waitFor(async () => expect((await worker.readRun())?.state).toBe('done'));

it('an estimate tells passages and money, sends nothing and sets nothing', async () => {
  const answer = await over(wake()).estimate({ endpoint: small, pricePerMillionTokens: 1_000_000 });
  if (answer.kind !== 'estimated') throw new Error('no estimate');
  expect(answer.cost.passages).toBe(20);
  expect(answer.cost.tokens).toBeGreaterThan(20);
  expect(answer.cost.money).toBe(answer.cost.tokens);
  expect(world.sent).toEqual([]);
  expect(settings).toEqual(defaultSettings);
});

it('start answers once the run stands in the store, however long the model takes', async () => {
  world.onRequest = hang;
  const worker = wake();
  await over(worker).start({ endpoint: small, pricePerMillionTokens: 0.02 }, 'sk-1');
  expect((await worker.readRun())?.state).toBe('running');
  expect(settings.embedding).toEqual({ endpoint: { ...small, hasKey: true }, pricePerMillionTokens: 0.02 });
});

it('a key is kept for its origin, an empty one keeps it, and it stands in no setting', async () => {
  const worker = wake();
  const service = over(worker);
  await service.start({ endpoint: small }, 'sk-1');
  await ended(worker);
  await service.start({ endpoint: large }, '');
  await ended(worker);
  expect([...keys]).toEqual([['https://api.example', 'sk-1']]);
  expect(settings.embedding?.endpoint).toEqual({ ...large, hasKey: true });
  expect(JSON.stringify(settings)).not.toContain('sk-1');
});

it('start rejects when the run can’t be written down', async () => {
  const worker = wake();
  const broken = { ...worker, start: () => Promise.reject(new FailureError({ kind: 'storage-full' })) };
  await expect(over(broken).start({ endpoint: small }, '')).rejects.toMatchObject({ failure: { kind: 'storage-full' } });
});

it('a first model that is cancelled leaves search by meaning off', async () => {
  world.onRequest = (_turn, _texts, signal) => untilAborted(signal);
  const worker = wake();
  const service = over(worker);
  await service.start({ endpoint: small }, '');
  await vi.waitFor(() => expect(world.sent).toHaveLength(1));
  await service.cancel();
  expect(settings.embedding).toBeUndefined();
  expect((await worker.vectors.readState()).serving).toBeUndefined();
});

it('another model that is cancelled leaves the one that serves, and the settings name it', async () => {
  const worker = wake();
  const service = over(worker);
  await service.start({ endpoint: small }, '');
  await ended(worker);
  world.onRequest = async () => {
    throw new FailureError(rejected(401));
  };
  await service.start({ endpoint: large }, '');
  await service.cancel();
  expect(settings.embedding?.endpoint).toEqual({ ...small, hasKey: false });
  expect((await worker.vectors.readState()).serving).toMatchObject(small);
});

it('remove leaves neither vectors nor setting', async () => {
  const worker = wake();
  const service = over(worker);
  await service.start({ endpoint: small }, '');
  await ended(worker);
  await service.remove();
  expect(settings.embedding).toBeUndefined();
  expect(await worker.vectors.readState()).toMatchObject({ revision: expect.any(Number) });
  expect(await worker.readRun()).toBeUndefined();
});
