import { afterEach, expect, it } from 'vitest';
import { startFaultServer, type FaultAnswer, type FaultServer } from '../../e2e/servers/fault-server.ts';
import { toFailure } from '../domain/failure.ts';
import type { PresetId } from '../domain/settings.ts';
import { listModels } from './list-models.ts';
import { KEY, makeDeps } from './test-support.ts';

let server: FaultServer | undefined;
afterEach(() => server?.close());

async function list(answer: FaultAnswer, preset?: PresetId) {
  server = await startFaultServer({ '/v1/models': [answer], '/v1/models?limit=1000': [answer] });
  return listModels({ baseUrl: `${server.origin}/v1`, ...(preset ? { preset } : {}) }, KEY, makeDeps()).catch(toFailure);
}
const json = (value: unknown): FaultAnswer => ({ pieces: [JSON.stringify(value)] });
const ids = (...names: string[]): { id: string }[] => names.map((id) => ({ id }));

it.each<[string, unknown, readonly string[], readonly string[]]>([
  [
    'by name',
    {
      data: ids(
        'gpt-6-luna',
        'text-embedding-3-small',
        'whisper-1',
        'dall-e-3',
        'gpt-4o-mini-tts',
        'omni-moderation-latest',
        'sora-2',
      ),
    },
    ['gpt-6-luna'],
    ['text-embedding-3-small'],
  ],
  [
    "by Mistral's capabilities",
    {
      data: [
        { id: 'mistral-small-latest', capabilities: { completion_chat: true } },
        { id: 'mistral-ocr-latest', capabilities: { completion_chat: true } },
        { id: 'x', capabilities: { completion_chat: false } },
        { id: 'mistral-embed', capabilities: { completion_chat: false } },
      ],
    },
    ['mistral-small-latest'],
    ['mistral-embed'],
  ],
  [
    'by type, in a bare list',
    [
      { id: 'a', type: 'chat' },
      { id: 'b', type: 'embedding' },
    ],
    ['a'],
    ['b'],
  ],
  [
    'with models/ in front',
    { data: ids('models/gemini-3.5-flash-lite', 'models/gemini-embedding-001') },
    ['gemini-3.5-flash-lite'],
    ['gemini-embedding-001'],
  ],
  [
    "in Ollama's own shape",
    { models: [{ name: 'qwen3:8b', model: 'qwen3:8b' }, { name: 'nomic-embed-text:latest' }] },
    ['qwen3:8b'],
    ['nomic-embed-text:latest'],
  ],
  [
    'local embedding models',
    { data: ids('text-embedding-nomic-embed-text-v1.5', 'BAAI/bge-m3', 'intfloat/e5-large', 'mxbai-embed-large', 'gpt-oss:20b') },
    ['gpt-oss:20b'],
    ['text-embedding-nomic-embed-text-v1.5', 'BAAI/bge-m3', 'intfloat/e5-large', 'mxbai-embed-large'],
  ],
  ['each once, without what has no name', { data: [{ id: 'a' }, { id: 'a' }, { object: 'model' }, 7, null] }, ['a'], []],
  ['none yet', { object: 'list', data: null }, [], []],
  ['an empty list', { data: [] }, [], []],
])('lists models %s', async (_, body, chat, embedding) => {
  expect(await list(json(body))).toEqual({ chat, embedding });
});

it('offers none of Azure, which lists models and takes deployments', async () => {
  expect(await list(json({ data: ids('gpt-5-mini') }), 'azure-openai')).toEqual({ chat: [], embedding: [] });
  expect(server?.seen).toEqual([]);
});

it('asks Anthropic for all of its models', async () => {
  expect(await list(json({ data: ids('claude-haiku-5-5'), has_more: false }), 'anthropic')).toMatchObject({
    chat: ['claude-haiku-5-5'],
  });
});

it.each<[string, FaultAnswer, object]>([
  ['a web page', { pieces: ['<html><title>Hi</title>'] }, { kind: 'backend-garbled', said: 'A web page: Hi' }],
  ['something else', json({ ok: true }), { kind: 'backend-garbled' }],
  ['a wrong key', { status: 401 }, { kind: 'backend-rejected', status: 401 }],
])('%s is no list', async (_, answer, failure) => {
  expect(await list(answer)).toMatchObject(failure);
});
