import { expect, it } from 'vitest';
import { presetIdSchema, type PresetId } from '../domain/settings.ts';
import { presets } from './presets.ts';
import { presetOf, quirksOf, toKeyHeaders } from './quirks.ts';

it.each<[string, PresetId]>([
  ['https://api.openai.com/v1', 'openai'],
  ['https://API.OPENAI.COM/v1/', 'openai'],
  ['https://api.openai.com.evil.example/v1', 'other'],
  ['https://northwind.openai.azure.com/openai/v1', 'azure-openai'],
  ['https://northwind.services.ai.azure.com/openai/v1', 'azure-openai'],
  ['https://northwind.openai.azure.com/openai/deployments/gpt?api-version=2024-10-21', 'azure-openai'],
  ['https://openai.azure.com.evil.example/v1', 'other'],
  ['https://api.anthropic.com/v1', 'anthropic'],
  ['https://generativelanguage.googleapis.com/v1beta/openai', 'gemini'],
  ['https://api.mistral.ai/v1', 'mistral'],
  ['https://openrouter.ai/api/v1', 'openrouter'],
  ['http://localhost:11434/v1', 'ollama'],
  ['http://[::1]:11434', 'ollama'],
  ['https://gpu.northwind.example:11434/v1', 'ollama'],
  ['http://127.0.0.1:1234/v1', 'lm-studio'],
  ['http://127.0.0.1:8000/v1', 'vllm'],
  ['http://127.0.0.1:8080/v1', 'llama-cpp'],
  ['http://127.0.0.1:4000', 'litellm'],
  ['https://models.northwind.example:8000/v1', 'other'],
  ['not an address', 'other'],
  ['', 'other'],
])('%s is %s', (address, preset) => {
  expect(presetOf(address)).toBe(preset);
});

it('every family has a preset, and every preset with an address is told from it', () => {
  expect(presets.map(({ id }) => id).toSorted()).toEqual([...presetIdSchema.options, 'built-in', 'embedded'].toSorted());
  for (const { id, baseUrl } of presets) if (baseUrl !== '') expect(presetOf(baseUrl)).toBe(id);
});

it('what the team has chosen goes before what the address looks like', () => {
  const endpoint = { baseUrl: 'http://127.0.0.1:8000/v1', preset: 'mistral' } as const;
  expect(quirksOf(endpoint).limits).toEqual(['max_tokens']);
});

it.each<[PresetId, string, Record<string, string>]>([
  ['openai', '/models', { authorization: 'Bearer k' }],
  ['azure-openai', '/models', { 'api-key': 'k' }],
  ['anthropic', '/chat/completions', { authorization: 'Bearer k', 'anthropic-dangerous-direct-browser-access': 'true' }],
  [
    'anthropic',
    '/models',
    { 'x-api-key': 'k', 'anthropic-version': '2023-06-01', 'anthropic-dangerous-direct-browser-access': 'true' },
  ],
])('%s gets its key for %s in its own way, and none where there is none', (preset, path, headers) => {
  const quirks = quirksOf({ baseUrl: 'https://models.example', preset });
  expect(toKeyHeaders(quirks, 'k', path)).toEqual(headers);
  expect(JSON.stringify(toKeyHeaders(quirks, '', path))).not.toMatch(/authorization|-key"/);
});
