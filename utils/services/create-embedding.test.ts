import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startEmbeddingServer, type EmbeddingServer } from '../../e2e/servers/embedding-server.ts';
import { allowIf } from '../storage/vector-search.ts';
import { createEmbedding, EMBEDDING_ALARM } from './create-embedding.ts';
import { about, addPassages, resetWorld, world } from './embed-test-support.ts';

let server: EmbeddingServer | undefined;
beforeEach(() => {
  fakeBrowser.reset();
  resetWorld();
});
afterEach(() => server?.close());

const everything = allowIf(() => true);
const { signal } = new AbortController();

it('embeds, then finds by meaning, with the key of that origin and no other', async () => {
  await addPassages(0, 30);
  server = await startEmbeddingServer();
  const { origin } = new URL(server.baseUrl);
  const secrets = { read: async (asked: string) => (asked === origin ? 'sk-1' : 'wrong') };
  const { embedKnowledge, meaning } = createEmbedding(world.open, secrets);
  expect(await meaning.askedHost()).toBeUndefined();
  expect(await meaning.search([about(3)], everything, 5, signal)).toEqual([[]]);
  expect(server.seen).toEqual([]);
  await embedKnowledge.start({ baseUrl: server.baseUrl, model: 'hashed' });
  expect(await meaning.askedHost()).toBe(server.host);
  const found = await meaning.search([about(3), about(17)], everything, 5, signal);
  expect(found.map(([best]) => best?.id)).toEqual(['p3', 'p17']);
  expect(new Set(server.seen.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer sk-1']));
});

it('has itself woken when a server asks it to wait', async () => {
  await addPassages(0, 3);
  server = await startEmbeddingServer({ fault: () => ({ kind: 'status', status: 429, retryAfter: '600' }) });
  const { embedKnowledge } = createEmbedding(world.open, { read: async () => '' });
  await embedKnowledge.start({ baseUrl: server.baseUrl, model: 'hashed' });
  const { retryAt } = (await embedKnowledge.readRun()) ?? {};
  expect((await fakeBrowser.alarms.get(EMBEDDING_ALARM))?.scheduledTime).toBe(Date.parse(retryAt ?? ''));
  expect(server.seen).toHaveLength(1);
});
