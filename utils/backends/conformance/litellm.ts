import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const streaming = { source: 'https://docs.litellm.ai/docs/completion/stream', lookedUp: '2026-11-21' };
const exceptions = { source: 'https://docs.litellm.ai/docs/proxy/error_reference', lookedUp: '2026-11-21' };
const reasoning = { source: 'https://docs.litellm.ai/docs/reasoning_content', lookedUp: '2026-11-21' };
const budgets = { source: 'https://docs.litellm.ai/docs/proxy/users', lookedUp: '2026-11-21' };
const models = { source: 'https://docs.litellm.ai/docs/proxy/model_discovery', lookedUp: '2026-11-21' };

/** The proxy writes codes as text, and None where it has nothing. */
const error = (message: string, type: string | null, code: string): string =>
  JSON.stringify({ error: { message, type, param: 'None', code } });

export const liteLlm: ServerFamily = {
  name: 'LiteLLM',
  preset: 'litellm',
  streams: [
    {
      ...streaming,
      what: 'chunks of a provider behind it',
      wire: [
        ...toEvents(toChunk({ content: 'Five', role: 'assistant' }), toChunk({ content: ' days.' }), toChunk({}, 'stop')),
        DONE,
      ],
      text: 'Five days.',
    },
    {
      ...reasoning,
      what: 'what the model thinks beside the text',
      wire: [
        ...toEvents(
          toChunk({
            role: 'assistant',
            content: '',
            reasoning_content: 'Hm.',
            thinking_blocks: [{ type: 'thinking', thinking: 'Hm.', signature: null }],
            provider_specific_fields: null,
          }),
          toChunk({ content: 'Five days.' }),
          toChunk({}, 'stop'),
        ),
        DONE,
      ],
      text: 'Five days.',
    },
    {
      ...exceptions,
      what: 'an error of the provider in the middle',
      wire: [
        ...toEvents(toChunk({ content: 'Five' })),
        `data: ${error('litellm.APIConnectionError: APIConnectionError: OpenAIException - peer closed connection', 'None', '500')}\n\n`,
      ],
      text: 'Five',
      fails: {
        kind: 'backend-garbled',
        said: 'litellm.APIConnectionError: APIConnectionError: OpenAIException - peer closed connection',
      },
    },
  ],
  errors: [
    {
      ...exceptions,
      what: 'a wrong key',
      status: 401,
      body: error('Authentication Error, Invalid proxy server token passed.', 'auth_error', '401'),
      said: 'Authentication Error, Invalid proxy server token passed.',
    },
    {
      ...exceptions,
      what: 'a provider at its limit',
      status: 429,
      body: error('litellm.RateLimitError: RateLimitError: OpenAIException - Rate limit reached', 'throttling_error', '429'),
      said: 'litellm.RateLimitError: RateLimitError: OpenAIException - Rate limit reached',
    },
    {
      ...budgets,
      what: 'a team over its budget',
      status: 400,
      body: error('Budget has been exceeded! Current cost: 1.2, Max budget: 1.0', 'budget_exceeded', '400'),
      said: 'Budget has been exceeded! Current cost: 1.2, Max budget: 1.0',
    },
    {
      ...exceptions,
      what: 'an unknown model',
      status: 400,
      body: error('/chat/completions: Invalid model name passed in model=m.', null, '400'),
      said: '/chat/completions: Invalid model name passed in model=m.',
    },
  ],
  models: [
    {
      ...models,
      what: 'names that the proxy gave',
      body: JSON.stringify({
        data: [
          { id: 'support-chat', object: 'model', created: 1677610602, owned_by: 'openai' },
          { id: 'support-embed', object: 'model', created: 1677610602, owned_by: 'openai' },
        ],
        object: 'list',
      }),
      ids: ['support-chat', 'support-embed'],
      embeds: ['support-embed'],
    },
  ],
};
