import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const chat = { source: 'https://docs.mistral.ai/api/endpoint/chat', lookedUp: '2026-11-21' };
const reasoning = { source: 'https://docs.mistral.ai/studio-api/conversations/reasoning', lookedUp: '2026-11-21' };
const models = { source: 'https://docs.mistral.ai/api/endpoint/models', lookedUp: '2026-11-21' };

const error = (message: unknown, type: string, code: string | null): string =>
  JSON.stringify({ object: 'error', message, type, param: null, code });

export const mistral: ServerFamily = {
  name: 'Mistral',
  preset: 'mistral',
  streams: [
    {
      ...chat,
      what: 'a first chunk with an empty text, usage beside the reason to end',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: '' }),
          toChunk({ content: 'Refunds take' }),
          toChunk({ content: ' 5 days.' }),
          toChunk({ content: '' }, 'stop', { usage: { prompt_tokens: 15, completion_tokens: 5, total_tokens: 20 } }),
        ),
        DONE,
      ],
      text: 'Refunds take 5 days.',
      used: { input: 15, output: 5 },
    },
    {
      ...reasoning,
      what: 'content as a list of parts: what it thinks, then text',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: '' }),
          toChunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'The source says 5.' }] }] }),
          toChunk({ content: [{ type: 'text', text: 'Refunds take' }] }),
          toChunk({ content: ' 5 days.' }),
          toChunk({ content: '' }, 'stop'),
        ),
        DONE,
      ],
      text: 'Refunds take 5 days.',
    },
    {
      ...chat,
      what: 'an answer at the end of the context',
      wire: [...toEvents(toChunk({ content: 'Refunds take' }), toChunk({ content: '' }, 'model_length')), DONE],
      text: 'Refunds take',
      fails: { kind: 'backend-cut-off' },
    },
  ],
  errors: [
    { ...chat, what: 'a wrong key', status: 401, body: JSON.stringify({ detail: 'Unauthorized' }), said: 'Unauthorized' },
    {
      ...chat,
      what: 'a wrong key, from its gateway',
      status: 401,
      body: JSON.stringify({ message: 'Unauthorized', request_id: 'b7e1' }),
      said: 'Unauthorized',
    },
    {
      ...chat,
      what: 'an unknown model',
      status: 400,
      body: error('Invalid model: mistral-9', 'invalid_model', '1500'),
      said: 'Invalid model: mistral-9',
    },
    {
      ...chat,
      what: 'no capacity',
      status: 429,
      body: error('Service tier capacity exceeded for this model.', 'service_tier_capacity_exceeded', '3505'),
      said: 'Service tier capacity exceeded for this model.',
    },
    {
      ...chat,
      what: 'a field that it does not know',
      status: 422,
      body: JSON.stringify({
        detail: [{ type: 'extra_forbidden', loc: ['body', 'foo'], msg: 'Extra inputs are not permitted' }],
      }),
      said: 'Extra inputs are not permitted',
    },
    {
      ...chat,
      what: 'the same in an error object',
      status: 422,
      body: error(
        { detail: [{ type: 'extra_forbidden', loc: ['body', 'foo'], msg: 'Extra inputs are not permitted' }] },
        'invalid_request_error',
        null,
      ),
      said: 'Extra inputs are not permitted',
    },
  ],
  models: [
    {
      ...models,
      what: 'its models with their capabilities',
      body: JSON.stringify({
        object: 'list',
        data: [
          {
            id: 'mistral-small-latest',
            object: 'model',
            created: 1790000000,
            owned_by: 'mistralai',
            capabilities: { completion_chat: true },
            aliases: ['mistral-small-2506'],
          },
          {
            id: 'mistral-embed',
            object: 'model',
            created: 1790000000,
            owned_by: 'mistralai',
            capabilities: { completion_chat: false },
          },
        ],
      }),
      ids: ['mistral-small-latest', 'mistral-embed'],
      embeds: ['mistral-embed'],
    },
  ],
};
