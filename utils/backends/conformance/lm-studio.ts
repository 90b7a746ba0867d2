import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const compatibility = { source: 'https://lmstudio.ai/docs/developer/openai-compat', lookedUp: '2026-11-21' };
const changes = { source: 'https://lmstudio.ai/docs/developer/api-changelog', lookedUp: '2026-11-21' };

export const lmStudio: ServerFamily = {
  name: 'LM Studio',
  preset: 'lm-studio',
  streams: [
    {
      ...compatibility,
      what: 'a plain stream',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: 'Five' }, null, { system_fingerprint: 'qwen3-8b' }),
          toChunk({ content: ' days.' }),
          toChunk({}, 'stop'),
          {
            ...toChunk({}),
            choices: [],
            usage: { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 },
          },
        ),
        DONE,
      ],
      text: 'Five days.',
      used: { input: 9, output: 3 },
    },
    {
      ...changes,
      what: 'what the model thinks as reasoning_content',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', reasoning_content: 'Hm.' }),
          toChunk({ content: 'Five days.' }),
          toChunk({}, 'stop'),
        ),
        DONE,
      ],
      text: 'Five days.',
    },
    {
      ...changes,
      what: 'an error as an event of its own',
      wire: [
        ...toEvents(toChunk({ role: 'assistant', content: 'Five' })),
        'event: error\ndata: {"error":{"message":"The model has crashed."}}\n\n',
      ],
      text: 'Five',
      fails: { kind: 'backend-garbled', said: 'The model has crashed.' },
    },
    {
      ...compatibility,
      what: 'an address that it does not know, with a good status',
      wire: ['{"error":"Unexpected endpoint or method. (POST /chat/completions)"}'],
      text: '',
      fails: { kind: 'backend-garbled', said: 'Unexpected endpoint or method. (POST /chat/completions)' },
    },
  ],
  errors: [
    {
      ...compatibility,
      what: 'an unknown model',
      status: 404,
      body: JSON.stringify({
        error: {
          message: 'Model "m" not found. Please specify a valid model.',
          type: 'invalid_request_error',
          param: 'model',
          code: 'model_not_found',
        },
      }),
      said: 'Model "m" not found. Please specify a valid model.',
    },
    {
      ...compatibility,
      what: 'a request that it does not take',
      status: 400,
      body: JSON.stringify({ error: "'messages' field is required" }),
      said: "'messages' field is required",
    },
  ],
  models: [
    {
      ...compatibility,
      what: 'models that are on the disk',
      body: JSON.stringify({
        data: [
          { id: 'qwen/qwen3-8b', object: 'model', owned_by: 'organization_owner' },
          { id: 'text-embedding-nomic-embed-text-v1.5', object: 'model', owned_by: 'organization_owner' },
        ],
        object: 'list',
      }),
      ids: ['qwen/qwen3-8b', 'text-embedding-nomic-embed-text-v1.5'],
      embeds: ['text-embedding-nomic-embed-text-v1.5'],
    },
  ],
};
