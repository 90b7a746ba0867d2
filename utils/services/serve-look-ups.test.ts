import { afterEach, beforeEach, expect, it } from 'vitest';
import { startOrderServer, type OrderServer } from '../../e2e/servers/order-server.ts';
import { toHeadersSecretName, type LookUpServer } from '../domain/look-up.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { createLookUpService } from './serve-look-ups.ts';

let server: OrderServer;
let settings: Settings;
let stored: Map<string, string>;
beforeEach(async () => {
  server = await startOrderServer();
  settings = defaultSettings;
  stored = new Map();
});
afterEach(() => server.close());

const signal = new AbortController().signal;
const service = () =>
  createLookUpService({
    secrets: { read: async (name) => stored.get(name) ?? '', write: async (name, value) => void stored.set(name, value) },
    readSettings: async () => settings,
    changeSettings: async (change) => (settings = { ...settings, ...change }),
    fetch,
    now: () => new Date('2026-11-21T10:00:00Z'),
  });
const makeServer = (more: Partial<LookUpServer> = {}): LookUpServer => ({
  id: 'shop',
  name: 'Shop',
  url: server.url,
  tools: [],
  timeoutMs: 5000,
  ...more,
});

it('a server tells what it offers before anything is saved, asked with the key that was typed', async () => {
  const offered = await service().offer(makeServer(), 'sk-typed', signal);
  expect(offered.ok && offered.value.map((tool) => [tool.name, tool.isReadOnly])).toEqual([
    ['get_order', true],
    ['get_customer', true],
    ['cancel_order', false],
  ]);
  expect(server.seen.every((one) => one.headers.authorization === 'Bearer sk-typed')).toBe(true);
  expect(server.calls).toEqual([]);
  expect(stored.size).toBe(0);
});

it('a key that cannot be sent is told, and nothing is sent', async () => {
  expect(await service().offer(makeServer(), 'Cookie: a=b', signal)).toMatchObject({
    ok: false,
    error: { trouble: 'not-allowed' },
  });
  expect(server.seen).toEqual([]);
});

it('an empty key keeps the stored one, and another address forgets it', async () => {
  await service().save(makeServer(), 'sk-1');
  await service().save(makeServer({ name: 'Orders' }), '');
  expect(settings.lookUps).toMatchObject([{ name: 'Orders', headersSecretName: toHeadersSecretName(makeServer()) }]);
  await service().save(makeServer({ url: 'https://other.example/mcp' }), '');
  expect(settings.lookUps[0]?.headersSecretName).toBeUndefined();
  expect([...stored.values()]).toEqual(['']);
});

it('settings hold no key', async () => {
  await service().save(makeServer(), 'sk-secret');
  expect(JSON.stringify(settings)).not.toContain('sk-secret');
});

it('a server that is removed leaves no key behind', async () => {
  await service().save(makeServer(), 'sk-1');
  await service().remove('shop');
  expect(settings.lookUps).toEqual([]);
  expect([...stored.values()]).toEqual(['']);
});
