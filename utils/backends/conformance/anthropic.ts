import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const compatibility = { source: 'https://platform.claude.com/docs/en/api/openai-sdk', lookedUp: '2026-11-21' };
const errors = { source: 'https://platform.claude.com/docs/en/api/errors', lookedUp: '2026-11-21' };
const models = { source: 'https://platform.claude.com/docs/en/api/models-list', lookedUp: '2026-11-21' };

const error = (type: string, message: string): string =>
  JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_011CSHoEeqs5C35K2UUqR7Fy' });

export const anthropic: ServerFamily = {
  name: 'Anthropic, through its OpenAI compatibility',
  preset: 'anthropic',
  streams: [
    {
      ...compatibility,
      what: 'role in each chunk, usage at the end',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: 'Refunds' }),
          toChunk({ role: 'assistant', content: ' take 5 days. [1]' }),
          toChunk({ role: 'assistant' }, 'stop'),
          { ...toChunk({}), choices: [], usage: { prompt_tokens: 10, completion_tokens: 6, total_tokens: 16 } },
        ),
        DONE,
      ],
      text: 'Refunds take 5 days. [1]',
      used: { input: 10, output: 6 },
    },
    {
      ...errors,
      what: 'an overload after the stream has begun',
      wire: [...toEvents(toChunk({ content: 'Refunds' })), `event: error\ndata: ${error('overloaded_error', 'Overloaded')}\n\n`],
      text: 'Refunds',
      fails: { kind: 'backend-garbled', said: 'Overloaded' },
    },
  ],
  errors: [
    {
      ...errors,
      what: 'a wrong key',
      status: 401,
      body: error('authentication_error', 'invalid x-api-key'),
      said: 'invalid x-api-key',
    },
    {
      ...errors,
      what: 'a key without rights',
      status: 403,
      body: error('permission_error', 'Your API key does not have permission to use the specified resource.'),
      said: 'Your API key does not have permission to use the specified resource.',
    },
    {
      ...errors,
      what: 'an unknown model',
      status: 404,
      body: error('not_found_error', 'model: claude-9'),
      said: 'model: claude-9',
    },
    {
      ...errors,
      what: 'too large a request',
      status: 413,
      body: error('request_too_large', 'Request exceeds the maximum size'),
      said: 'Request exceeds the maximum size',
    },
    { ...errors, what: 'an overloaded service', status: 529, body: error('overloaded_error', 'Overloaded'), said: 'Overloaded' },
    {
      ...compatibility,
      what: 'a parameter that the compatibility refuses',
      status: 400,
      body: JSON.stringify({
        error: { code: 'invalid_request_error', message: 'n: must be exactly 1', type: 'invalid_request_error', param: null },
      }),
      said: 'n: must be exactly 1',
    },
  ],
  models: [
    {
      ...models,
      what: 'a page of its own shape',
      body: JSON.stringify({
        data: [
          { type: 'model', id: 'claude-opus-4-6', display_name: 'Claude Opus 4.6', created_at: '2026-02-04T00:00:00Z' },
          { type: 'model', id: 'claude-haiku-4-5', display_name: 'Claude Haiku 4.5', created_at: '2025-10-15T00:00:00Z' },
        ],
        first_id: 'claude-opus-4-6',
        has_more: false,
        last_id: 'claude-haiku-4-5',
      }),
      ids: ['claude-opus-4-6', 'claude-haiku-4-5'],
    },
  ],
};
