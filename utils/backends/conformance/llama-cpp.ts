import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const readme = { source: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md', lookedUp: '2026-11-21' };
const error = (code: number, message: string, type: string, rest: object = {}): string =>
  JSON.stringify({ error: { code, message, type, ...rest } });

export const llamaCpp: ServerFamily = {
  name: 'llama.cpp',
  preset: 'llama-cpp',
  streams: [
    {
      ...readme,
      what: 'a first chunk without content, timings beside the last',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: null }, null, { system_fingerprint: 'b7000' }),
          toChunk({ content: 'Five' }),
          toChunk({ content: ' days.' }),
          toChunk({}, 'stop', { timings: { prompt_n: 9, predicted_n: 3, predicted_per_second: 41.2 } }),
          { ...toChunk({}), choices: [], usage: { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 } },
        ),
        DONE,
      ],
      text: 'Five days.',
      used: { input: 9, output: 3 },
    },
    {
      ...readme,
      what: 'what the model thinks apart (--reasoning-format deepseek)',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: null }),
          toChunk({ reasoning_content: 'Hm.' }),
          toChunk({ content: 'Five days.' }),
          toChunk({}, 'stop'),
        ),
        DONE,
      ],
      text: 'Five days.',
    },
    {
      ...readme,
      what: 'what the model thinks in the text (--reasoning-format none)',
      wire: [
        ...toEvents(
          toChunk({ content: '<think>' }),
          toChunk({ content: '\nHm.\n' }),
          toChunk({ content: '</think>\n\n' }),
          toChunk({ content: 'Five days.' }),
          toChunk({}, 'stop'),
        ),
        DONE,
      ],
      text: 'Five days.',
    },
    {
      ...readme,
      what: 'an error in the middle',
      wire: [...toEvents(toChunk({ content: 'Five' })), `data: ${error(500, 'context shift is disabled', 'server_error')}\n\n`],
      text: 'Five',
      fails: { kind: 'backend-garbled', said: 'context shift is disabled' },
    },
  ],
  errors: [
    {
      ...readme,
      what: 'a wrong key',
      status: 401,
      body: error(401, 'Invalid API Key', 'authentication_error'),
      said: 'Invalid API Key',
    },
    {
      ...readme,
      what: 'a model that is being loaded',
      status: 503,
      body: error(503, 'Loading model', 'unavailable_error'),
      said: 'Loading model',
    },
    {
      ...readme,
      what: 'too long a prompt',
      status: 400,
      body: error(400, 'the request exceeds the available context size, try increasing it', 'exceed_context_size_error', {
        n_prompt_tokens: 9000,
        n_ctx: 4096,
      }),
      said: 'the request exceeds the available context size, try increasing it',
    },
    {
      ...readme,
      what: 'what it was not started for',
      status: 501,
      body: error(501, 'This server does not support embeddings.', 'not_supported_error'),
      said: 'This server does not support embeddings.',
    },
  ],
  models: [
    {
      ...readme,
      what: 'one model, listed twice in two shapes',
      body: JSON.stringify({
        models: [
          { name: 'gemma-3-4b-it-Q4_K_M.gguf', model: 'gemma-3-4b-it-Q4_K_M.gguf', type: 'model', capabilities: ['completion'] },
        ],
        object: 'list',
        data: [
          {
            id: 'gemma-3-4b-it-Q4_K_M.gguf',
            object: 'model',
            created: 1790000000,
            owned_by: 'llamacpp',
            meta: { n_vocab: 262144, n_ctx_train: 131072 },
          },
        ],
      }),
      ids: ['gemma-3-4b-it-Q4_K_M.gguf'],
    },
  ],
};
