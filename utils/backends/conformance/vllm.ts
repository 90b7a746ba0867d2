import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const server = { source: 'https://docs.vllm.ai/en/latest/serving/openai_compatible_server/', lookedUp: '2026-11-21' };
const reasoning = { source: 'https://docs.vllm.ai/en/latest/features/reasoning_outputs/', lookedUp: '2026-11-21' };
const protocol = {
  source: 'https://github.com/vllm-project/vllm/blob/main/vllm/entrypoints/openai/engine/protocol.py',
  lookedUp: '2026-11-21',
};

/** Until version 0.10 the fields stood at the top. */
const oldError = (message: string, type: string, code: number): string =>
  JSON.stringify({ object: 'error', message, type, param: null, code });
const error = (message: string, type: string, code: number): string =>
  JSON.stringify({ error: { message, type, param: null, code } });

export const vLlm: ServerFamily = {
  name: 'vLLM',
  preset: 'vllm',
  streams: [
    {
      ...server,
      what: 'usage in each chunk and in one of its own',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: '' }, null, {
            usage: { prompt_tokens: 9, total_tokens: 9, completion_tokens: 0 },
          }),
          toChunk({ content: 'Five' }, null, { usage: { prompt_tokens: 9, total_tokens: 10, completion_tokens: 1 } }),
          toChunk({ content: ' days.' }),
          toChunk({ content: '' }, 'stop'),
          { ...toChunk({}), choices: [], usage: { prompt_tokens: 9, total_tokens: 12, completion_tokens: 3 } },
        ),
        DONE,
      ],
      text: 'Five days.',
      used: { input: 9, output: 3 },
    },
    {
      ...reasoning,
      what: 'what the model thinks as reasoning_content, then as reasoning',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: '' }),
          toChunk({ reasoning_content: 'Hm.' }),
          toChunk({ reasoning: 'Five.' }),
          toChunk({ content: 'Five days.' }),
          toChunk({}, 'stop'),
        ),
        DONE,
      ],
      text: 'Five days.',
    },
    {
      ...reasoning,
      what: 'what the model thinks between tags in the text, without a parser for it',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: '' }),
          toChunk({ content: '<thi' }),
          toChunk({ content: 'nk>The source says 5.' }),
          toChunk({ content: ' So five.</thi' }),
          toChunk({ content: 'nk>\n\nFive' }),
          toChunk({ content: ' days.' }),
          toChunk({ content: '' }, 'stop'),
        ),
        DONE,
      ],
      text: 'Five days.',
    },
    {
      ...protocol,
      what: 'an error in the middle',
      wire: [
        ...toEvents(toChunk({ content: 'Five' })),
        `data: ${error('CUDA out of memory.', 'InternalServerError', 500)}\n\n`,
        DONE,
      ],
      text: 'Five',
      fails: { kind: 'backend-garbled', said: 'CUDA out of memory.' },
    },
    {
      ...protocol,
      what: 'an error in the middle, in the older shape',
      wire: [
        ...toEvents(toChunk({ content: 'Five' })),
        `data: ${oldError('CUDA out of memory.', 'InternalServerError', 500)}\n\n`,
        DONE,
      ],
      text: 'Five',
      fails: { kind: 'backend-garbled', said: 'CUDA out of memory.' },
    },
  ],
  errors: [
    { ...server, what: 'a wrong key', status: 401, body: JSON.stringify({ error: 'Unauthorized' }), said: 'Unauthorized' },
    {
      ...protocol,
      what: 'an unknown model',
      status: 404,
      body: error('The model `m` does not exist.', 'NotFoundError', 404),
      said: 'The model `m` does not exist.',
    },
    {
      ...protocol,
      what: 'too long a prompt, in the older shape',
      status: 400,
      body: oldError("This model's maximum context length is 4096 tokens.", 'BadRequestError', 400),
      said: "This model's maximum context length is 4096 tokens.",
    },
    {
      ...server,
      what: 'a path that is not there',
      status: 404,
      body: JSON.stringify({ detail: 'Not Found' }),
      said: 'Not Found',
    },
    {
      ...server,
      what: 'a body that it cannot read',
      status: 422,
      body: JSON.stringify({ detail: [{ type: 'missing', loc: ['body', 'messages'], msg: 'Field required', input: {} }] }),
      said: 'Field required',
    },
  ],
  models: [
    {
      ...protocol,
      what: 'its model with an adapter',
      body: JSON.stringify({
        object: 'list',
        data: [
          {
            id: 'Qwen/Qwen3-8B',
            object: 'model',
            created: 1790000000,
            owned_by: 'vllm',
            root: 'Qwen/Qwen3-8B',
            parent: null,
            max_model_len: 32768,
            permission: [],
          },
          {
            id: 'support-voice',
            object: 'model',
            created: 1790000000,
            owned_by: 'vllm',
            root: '/adapters/voice',
            parent: 'Qwen/Qwen3-8B',
            permission: [],
          },
        ],
      }),
      ids: ['Qwen/Qwen3-8B', 'support-voice'],
    },
  ],
};
