import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const compatibility = { source: 'https://ai.google.dev/gemini-api/docs/openai', lookedUp: '2026-11-21' };
const errors = { source: 'https://ai.google.dev/gemini-api/docs/troubleshooting', lookedUp: '2026-11-21' };
const usage = { prompt_tokens: 9, completion_tokens: 7, total_tokens: 16 };

/** The compatibility wraps Google's error object in a list. */
const error = (code: number, message: string, status: string): string =>
  JSON.stringify([
    {
      error: {
        code,
        message,
        status,
        details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'X', domain: 'googleapis.com' }],
      },
    },
  ]);

export const gemini: ServerFamily = {
  name: 'Gemini, through its OpenAI compatibility',
  preset: 'gemini',
  streams: [
    {
      ...compatibility,
      what: 'few large chunks, usage in each, the reason to end beside the last text',
      wire: [
        ...toEvents(
          toChunk({ role: 'assistant', content: 'Refunds take ' }, null, { usage }),
          toChunk(
            { role: 'assistant', content: '5 days. [1]', extra_content: { google: { thought_signature: 'CtQB' } } },
            'stop',
            { usage },
          ),
        ),
        DONE,
      ],
      text: 'Refunds take 5 days. [1]',
      used: { input: 9, output: 7 },
    },
    {
      ...compatibility,
      what: 'an answer without [DONE]',
      wire: toEvents(toChunk({ role: 'assistant', content: 'Five days.' }, 'stop')),
      text: 'Five days.',
    },
    {
      ...errors,
      what: 'an error in a list, with a good status',
      wire: [error(503, 'The model is overloaded. Please try again later.', 'UNAVAILABLE')],
      text: '',
      fails: { kind: 'backend-garbled', said: 'The model is overloaded. Please try again later.' },
    },
  ],
  errors: [
    {
      ...errors,
      what: 'a wrong key',
      status: 400,
      body: error(400, 'API key not valid. Please pass a valid API key.', 'INVALID_ARGUMENT'),
      said: 'API key not valid. Please pass a valid API key.',
    },
    {
      ...errors,
      what: 'a quota',
      status: 429,
      body: error(429, 'Resource has been exhausted (e.g. check quota).', 'RESOURCE_EXHAUSTED'),
      said: 'Resource has been exhausted (e.g. check quota).',
    },
    {
      ...errors,
      what: 'an unknown model',
      status: 404,
      body: error(404, 'models/gemini-9 is not found for API version v1main.', 'NOT_FOUND'),
      said: 'models/gemini-9 is not found for API version v1main.',
    },
    {
      ...errors,
      what: 'an overloaded model',
      status: 503,
      body: error(503, 'The model is overloaded. Please try again later.', 'UNAVAILABLE'),
      said: 'The model is overloaded. Please try again later.',
    },
  ],
  models: [
    {
      ...compatibility,
      what: 'ids with models/ in front',
      body: JSON.stringify({
        object: 'list',
        data: [
          { id: 'models/gemini-3-flash', object: 'model', owned_by: 'google', display_name: 'Gemini 3 Flash' },
          { id: 'models/gemini-embedding-001', object: 'model', owned_by: 'google' },
        ],
      }),
      ids: ['gemini-3-flash', 'gemini-embedding-001'],
      embeds: ['gemini-embedding-001'],
      alsoCalled: 'models/gemini-3-flash',
    },
  ],
};
