import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const compatibility = { source: 'https://docs.ollama.com/api/openai-compatibility', lookedUp: '2026-11-21' };
const errors = { source: 'https://github.com/ollama/ollama/blob/main/docs/api/errors.mdx', lookedUp: '2026-11-21' };
const origins = { source: 'https://docs.ollama.com/faq', lookedUp: '2026-11-21' };

export const ollama: ServerFamily = {
  name: 'Ollama',
  preset: 'ollama',
  streams: [
    {
      ...compatibility,
      what: 'role in each chunk, usage without choices',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: 'Five' }, null, { system_fingerprint: 'fp_ollama' }),
          toChunk({ role: 'assistant', content: ' days.' }, null, { system_fingerprint: 'fp_ollama' }),
          toChunk({ role: 'assistant', content: '' }, 'stop', { system_fingerprint: 'fp_ollama' }),
          { ...toChunk({}), choices: [], usage: { prompt_tokens: 26, completion_tokens: 3, total_tokens: 29 } },
        ),
        DONE,
      ],
      text: 'Five days.',
      used: { input: 26, output: 3 },
    },
    {
      ...compatibility,
      what: 'what the model thinks as reasoning',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: '', reasoning: 'Hm.' }),
          toChunk({ role: 'assistant', content: 'Five days.' }),
          toChunk({ role: 'assistant', content: '' }, 'stop'),
        ),
        DONE,
      ],
      text: 'Five days.',
    },
    {
      ...errors,
      what: 'an error in the middle, as a bare line',
      wire: [
        ...toEvents(toChunk({ role: 'assistant', content: 'Five' })),
        '{"error":"an error was encountered while running the model"}\n',
      ],
      text: 'Five',
      fails: { kind: 'backend-cut-off' },
    },
    {
      ...errors,
      what: 'an error with a good status, before any text',
      wire: ['{"error":"an error was encountered while running the model"}\n'],
      text: '',
      fails: { kind: 'backend-garbled', said: 'an error was encountered while running the model' },
    },
  ],
  errors: [
    {
      ...errors,
      what: 'an unknown model',
      status: 404,
      body: JSON.stringify({
        error: { message: 'model "m" not found, try pulling it first', type: 'not_found_error', param: null, code: null },
      }),
      said: 'model "m" not found, try pulling it first',
    },
    {
      ...errors,
      what: 'an error as plain text in its field',
      status: 500,
      body: JSON.stringify({ error: 'the model failed to generate a response' }),
      said: 'the model failed to generate a response',
    },
    {
      ...errors,
      what: 'a busy server',
      status: 503,
      body: JSON.stringify({ error: 'server busy, please try again. maximum pending requests exceeded' }),
      said: 'server busy, please try again. maximum pending requests exceeded',
    },
    { ...origins, what: 'an origin that OLLAMA_ORIGINS does not allow', status: 403, body: '', said: '' },
  ],
  models: [
    {
      ...compatibility,
      what: 'ids with a tag',
      body: JSON.stringify({
        object: 'list',
        data: [
          { id: 'llama3.2:latest', object: 'model', created: 1790000000, owned_by: 'library' },
          { id: 'qwen3:8b', object: 'model', created: 1790000000, owned_by: 'library' },
        ],
      }),
      ids: ['llama3.2:latest', 'qwen3:8b'],
      alsoCalled: 'llama3.2',
    },
    { ...compatibility, what: 'no model yet', body: '{"object":"list","data":null}', ids: [] },
  ],
};
