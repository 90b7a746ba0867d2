import { expect, it } from 'vitest';
import { defaultSettings, type Endpoint, type Settings } from '../domain/settings.ts';
import { sourceSchema, type Source } from '../domain/passage.ts';
import type { StrategyId } from '../domain/strategy.ts';
import { asks, deps, makeModel, reset } from '../pipeline/test-support.ts';
import { createDraftingDeps, type DraftingDeps } from './drafting-deps.ts';

const endpoint = (host: string): Endpoint => ({ baseUrl: `https://${host}/v1`, model: host, hasKey: true });
const chat: Partial<Settings> = { backend: { kind: 'openai-compatible', endpoint: endpoint('chat.example') } };
const styling: Partial<Settings> = { styling: endpoint('voice.example') };
const pinned: Partial<Settings> = { pinned: [{ sourceId: 's', articleId: 'a', title: 'A' }] };
const store = sourceSchema.parse({
  id: 'v',
  kind: 'vector-store',
  name: 'Store',
  audience: 'public',
  importedAt: '2026-11-21T10:00:00.000Z',
  articles: 0,
  passages: 0,
  unreadable: [],
});

function make(settings: Partial<Settings>, sources: readonly Source[] = []) {
  const now = { settings: { ...defaultSettings, ...settings } };
  const { search, cache, spending, makeBoundary, clock, triage, lookUps } = deps([]);
  const asked: string[] = [];
  const given: DraftingDeps = {
    readSettings: async () => now.settings,
    createModel: async ({ baseUrl, model }) => (asked.push(baseUrl), { ...makeModel(''), model }),
    createBuiltInModel: () => ({ ...makeModel(''), id: 'built-in', host: '' }),
    search,
    knowledge: {
      getPassage: async (id) => (id === 'reset' ? reset.passage : undefined),
      listSources: async () => [...sources],
    },
    articles: { readArticleNow: async () => undefined },
    voices: { list: async () => [] },
    readLookUps: async () => lookUps,
    readTriage: async () => triage,
    countSentReplies: async () => 3,
    spending,
    cache,
    makeBoundary,
    clock,
  };
  return { read: createDraftingDeps(given), asked, now };
}
const everything: Partial<Settings> = { ...chat, ...styling, ...pinned };

const lacking: readonly (readonly [StrategyId, Partial<Settings>, readonly Source[]])[] = [
  ['prompt-only', { ...everything, backend: defaultSettings.backend }, [store]],
  ['fine-tuned', { ...chat, ...pinned }, [store]],
  ['hybrid-facts-first', { ...chat, ...pinned }, [store]],
  ['hybrid-voice-first', { ...everything, backend: defaultSettings.backend }, [store]],
  ['hybrid-voice-first', { ...chat, ...pinned }, [store]],
  ['pinned-context', { ...everything, pinned: [] }, [store]],
  ['managed-retrieval', everything, []],
];
it.each(lacking)('%s without something that it needs is retrieval', async (id, settings, sources) => {
  expect((await make({ ...settings, strategy: id }, sources).read()).strategy.id).toBe('retrieval');
  expect((await make({ ...everything, strategy: id }, [store]).read()).strategy.id).toBe(id);
});

it('the strategy that is asked for goes before the team’s, and needs as much', async () => {
  const { read } = make({ ...chat, strategy: 'prompt-only' });
  expect((await read('retrieval')).strategy.id).toBe('retrieval');
  expect((await read('fine-tuned')).strategy.id).toBe('retrieval');
});

it('what is changed holds for the next draft', async () => {
  const { read, now } = make({});
  expect((await read()).models).toEqual({});
  now.settings = { ...now.settings, ...chat, strategy: 'prompt-only', minEnough: 0.9 };
  expect(await read()).toMatchObject({
    strategy: { id: 'prompt-only' },
    minEnough: 0.9,
    models: { chat: { model: 'chat.example' } },
  });
});

it('each role has the model of its own endpoint', async () => {
  const { read, asked } = make({ ...chat, ...styling });
  const { models } = await read();
  expect([models.chat?.model, models.styling?.model]).toEqual(['chat.example', 'voice.example']);
  expect(asked.toSorted()).toEqual(['https://chat.example/v1', 'https://voice.example/v1']);
});

it('the browser’s own model drafts where it is chosen', async () => {
  expect((await make({ backend: { kind: 'built-in' } }).read()).models.chat?.id).toBe('built-in');
});

it('pinned passages and articles that are gone are left out', async () => {
  const given = await make(pinned).read();
  expect((await given.readPinned(['gone', 'reset'])).map(({ id }) => id)).toEqual(['reset']);
  expect(await given.readPinnedArticles()).toEqual([]);
  expect(given.triage(asks)).toBeDefined();
});
