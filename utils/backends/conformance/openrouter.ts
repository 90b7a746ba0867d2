import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const streaming = { source: 'https://openrouter.ai/docs/api/reference/streaming', lookedUp: '2026-11-21' };
const errors = { source: 'https://openrouter.ai/docs/api/reference/errors-and-debugging', lookedUp: '2026-11-21' };
const reasoning = { source: 'https://openrouter.ai/docs/guides/best-practices/reasoning-tokens', lookedUp: '2026-11-21' };
const models = { source: 'https://openrouter.ai/docs/api/api-reference/models/get-models', lookedUp: '2026-11-21' };

const WAITING = ': OPENROUTER PROCESSING\n\n';
const error = (code: number, message: string, metadata?: object): string =>
  JSON.stringify({ error: { code, message, ...(metadata ? { metadata } : {}) } });

export const openRouter: ServerFamily = {
  name: 'OpenRouter',
  preset: 'openrouter',
  streams: [
    {
      ...streaming,
      what: 'comments while it waits, before and between the chunks',
      wire: [
        WAITING,
        WAITING,
        ...toEvents(toChunk({ role: 'assistant', content: 'Refunds take' }, null, { provider: 'Azure' })),
        WAITING,
        ...toEvents(
          toChunk({ role: 'assistant', content: ' 5 days.' }, null, { provider: 'Azure' }),
          toChunk({ role: 'assistant', content: '' }, 'stop'),
          {
            ...toChunk({ role: 'assistant', content: '' }),
            usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, cost: 0.0001 },
          },
        ),
        DONE,
      ],
      text: 'Refunds take 5 days.',
      used: { input: 10, output: 5 },
    },
    {
      ...reasoning,
      what: 'what the model thinks in fields of its own',
      wire: [
        ...toEvents(
          toChunk({
            role: 'assistant',
            content: '',
            reasoning: 'The source',
            reasoning_details: [{ type: 'reasoning.text', text: 'The source', index: 0 }],
          }),
          toChunk({ role: 'assistant', content: '', reasoning: ' says 5.' }),
          toChunk({ role: 'assistant', content: 'Five days.', reasoning: null }),
          toChunk({ role: 'assistant', content: '' }, 'stop'),
        ),
        DONE,
      ],
      text: 'Five days.',
    },
    {
      ...errors,
      what: 'an error in the middle, beside a choice that ends with it',
      wire: [
        ...toEvents(toChunk({ content: 'Refunds' }), {
          ...toChunk({ content: '' }, 'error'),
          provider: 'openai',
          error: { code: 'server_error', message: 'Provider disconnected unexpectedly' },
        }),
      ],
      text: 'Refunds',
      fails: { kind: 'backend-garbled', said: 'Provider disconnected unexpectedly' },
    },
    {
      ...errors,
      what: 'an error with a good status, before any text',
      wire: [error(502, 'Provider returned error')],
      text: '',
      fails: { kind: 'backend-garbled', said: 'Provider returned error' },
    },
  ],
  errors: [
    {
      ...errors,
      what: 'no credits',
      status: 402,
      body: error(402, 'Insufficient credits. Add more using https://openrouter.ai/settings/credits'),
      said: 'Insufficient credits. Add more using https://openrouter.ai/settings/credits',
    },
    { ...errors, what: 'a wrong key', status: 401, body: error(401, 'User not found.'), said: 'User not found.' },
    {
      ...errors,
      what: 'moderation',
      status: 403,
      body: error(403, 'openai/gpt-5 requires moderation. Your input was flagged.', {
        reasons: ['violence'],
        flagged_input: 'x',
        provider_name: 'OpenAI',
      }),
      said: 'openai/gpt-5 requires moderation. Your input was flagged.',
    },
    {
      ...errors,
      what: 'a rate limit',
      status: 429,
      headers: { 'retry-after': '3' },
      body: error(429, 'Rate limit exceeded: free-models-per-min.'),
      said: 'Rate limit exceeded: free-models-per-min.',
    },
    {
      ...errors,
      what: 'no provider',
      status: 503,
      body: error(503, 'No allowed providers are available for the selected model.'),
      said: 'No allowed providers are available for the selected model.',
    },
  ],
  models: [
    {
      ...models,
      what: 'a list with prices and no object',
      body: JSON.stringify({
        data: [
          {
            id: 'openai/gpt-5-mini',
            canonical_slug: 'openai/gpt-5-mini',
            name: 'OpenAI: GPT-5 Mini',
            pricing: { prompt: '0.00000025', completion: '0.000002' },
          },
          { id: 'qwen/qwen3-8b:free', name: 'Qwen: Qwen3 8B (free)', pricing: { prompt: '0', completion: '0' } },
        ],
      }),
      ids: ['openai/gpt-5-mini', 'qwen/qwen3-8b:free'],
    },
  ],
};
