import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const streaming = { source: 'https://platform.openai.com/docs/api-reference/chat-streaming/streaming', lookedUp: '2026-11-21' };
const errors = { source: 'https://developers.openai.com/docs/guides/error-codes', lookedUp: '2026-11-21' };
const models = { source: 'https://platform.openai.com/docs/api-reference/models/list', lookedUp: '2026-11-21' };
const usage = { prompt_tokens: 19, completion_tokens: 3, total_tokens: 22 };

const error = (message: string, type: string, code: string | null, param: string | null = null): string =>
  JSON.stringify({ error: { message, type, param, code } });

export const openAi: ServerFamily = {
  name: 'OpenAI',
  preset: 'openai',
  streams: [
    {
      ...streaming,
      what: 'a first chunk with a role only, padding, usage in a chunk without choices',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: '', refusal: null }, null, {
            service_tier: 'default',
            usage: null,
            obfuscation: 'x9',
          }),
          toChunk({ content: 'Refunds' }, null, { usage: null }),
          toChunk({ content: ' take 5 days. [1]' }, null, { usage: null }),
          toChunk({}, 'stop', { usage: null }),
          { ...toChunk({}), choices: [], usage },
        ),
        DONE,
      ],
      text: 'Refunds take 5 days. [1]',
      used: { input: 19, output: 3 },
    },
    {
      ...streaming,
      what: 'a tool call instead of a text',
      wire: [
        ...toEvents(
          toChunk({
            role: 'assistant',
            content: null,
            tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'note', arguments: '' } }],
          }),
          toChunk({ tool_calls: [{ index: 0, function: { arguments: '{"intent"' } }] }),
          toChunk({ tool_calls: [{ index: 0, function: { arguments: ':"refund"}' } }] }),
          toChunk({}, 'tool_calls'),
        ),
        DONE,
      ],
      text: '',
      fails: { kind: 'backend-garbled' },
    },
    {
      ...streaming,
      what: 'a refusal in its own field',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: null, refusal: '' }),
          toChunk({ refusal: "I can't help." }),
          toChunk({}, 'stop'),
        ),
        DONE,
      ],
      text: '',
      fails: { kind: 'backend-garbled' },
    },
    {
      ...streaming,
      what: 'an answer at the limit of tokens',
      wire: [
        ...toEvents(toChunk({ role: 'assistant', content: '' }), toChunk({ content: 'Refunds take' }), toChunk({}, 'length')),
        DONE,
      ],
      text: 'Refunds take',
      fails: { kind: 'backend-cut-off' },
    },
    {
      ...errors,
      what: 'an error in the middle',
      wire: [
        ...toEvents(toChunk({ content: 'Refunds' })),
        `data: ${error('The server had an error while processing your request. Sorry about that!', 'server_error', null)}\n\n`,
      ],
      text: 'Refunds',
      fails: { kind: 'backend-garbled', said: 'The server had an error while processing your request. Sorry about that!' },
    },
  ],
  errors: [
    {
      ...errors,
      what: 'a wrong key',
      status: 401,
      body: error(
        'Incorrect API key provided: sk-wrong. You can find your API key at https://platform.openai.com/account/api-keys.',
        'invalid_request_error',
        'invalid_api_key',
      ),
      said: 'Incorrect API key provided: sk-wrong. You can find your API key at https://platform.openai.com/account/api-keys.',
    },
    {
      ...errors,
      what: 'an unknown model',
      status: 404,
      body: error(
        'The model `gpt-9` does not exist or you do not have access to it.',
        'invalid_request_error',
        'model_not_found',
      ),
      said: 'The model `gpt-9` does not exist or you do not have access to it.',
    },
    {
      ...errors,
      what: 'no credit left',
      status: 429,
      body: error(
        'You exceeded your current quota, please check your plan and billing details.',
        'insufficient_quota',
        'insufficient_quota',
      ),
      said: 'You exceeded your current quota, please check your plan and billing details.',
    },
    {
      ...errors,
      what: 'too long a prompt',
      status: 400,
      body: error(
        "This model's maximum context length is 8192 tokens.",
        'invalid_request_error',
        'context_length_exceeded',
        'messages',
      ),
      said: "This model's maximum context length is 8192 tokens.",
    },
    {
      ...errors,
      what: 'an overloaded service',
      status: 503,
      body: error('The engine is currently overloaded, please try again later', 'server_error', null),
      said: 'The engine is currently overloaded, please try again later',
    },
  ],
  models: [
    {
      ...models,
      what: 'its models',
      body: JSON.stringify({
        object: 'list',
        data: [
          { id: 'gpt-5-mini', object: 'model', created: 1790000000, owned_by: 'openai' },
          { id: 'text-embedding-3-small', object: 'model', created: 1705948997, owned_by: 'system' },
        ],
      }),
      ids: ['gpt-5-mini', 'text-embedding-3-small'],
      embeds: ['text-embedding-3-small'],
    },
  ],
};
