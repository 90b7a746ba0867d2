import { DONE, toChunk, toEvents, type ServerFamily } from './server-family.ts';

const streaming = {
  source: 'https://learn.microsoft.com/azure/foundry/openai/concepts/content-streaming',
  lookedUp: '2026-11-21',
};
const filter = { source: 'https://learn.microsoft.com/azure/ai-services/openai/concepts/content-filter', lookedUp: '2026-11-21' };
const models = {
  source: 'https://learn.microsoft.com/azure/foundry/reference/rest/open-ai-models-list-models',
  lookedUp: '2026-11-21',
};

const safe = { hate: { filtered: false, severity: 'safe' }, violence: { filtered: false, severity: 'safe' } };
const opening = {
  id: '',
  object: '',
  created: 0,
  model: '',
  choices: [],
  prompt_filter_results: [{ prompt_index: 0, content_filter_results: safe }],
};
const filtered = (delta: object, finish: string | null = null): object => ({
  ...toChunk({}),
  choices: [{ index: 0, delta, finish_reason: finish, logprobs: null, content_filter_results: safe }],
});

export const azureOpenAi: ServerFamily = {
  name: 'Azure OpenAI',
  preset: 'azure-openai',
  streams: [
    {
      ...filter,
      what: 'a first chunk without choices that tells what the filter found',
      wire: [
        ...toEvents(
          opening,
          filtered({ role: 'assistant', content: '', refusal: null }),
          filtered({ content: 'Refunds take' }),
          filtered({ content: ' 5 days.' }),
          filtered({}, 'stop'),
        ),
        DONE,
      ],
      text: 'Refunds take 5 days.',
    },
    {
      ...streaming,
      what: 'filter results after the text, in choices without a delta',
      wire: [
        ...toEvents(
          opening,
          toChunk({ content: 'Refunds take 5 days.' }),
          {
            id: '',
            object: '',
            created: 0,
            model: '',
            choices: [
              {
                index: 0,
                finish_reason: null,
                content_filter_results: safe,
                content_filter_offsets: { check_offset: 44, start_offset: 44, end_offset: 198 },
              },
            ],
          },
          toChunk({}, 'stop'),
        ),
        DONE,
      ],
      text: 'Refunds take 5 days.',
    },
    {
      ...filter,
      what: 'an answer that the filter ends in the middle',
      wire: [...toEvents(opening, toChunk({ content: 'Refunds take' }), toChunk({}, 'content_filter')), DONE],
      text: 'Refunds take',
      fails: { kind: 'backend-cut-off' },
    },
  ],
  errors: [
    {
      ...filter,
      what: 'a prompt that the filter refuses',
      status: 400,
      body: JSON.stringify({
        error: {
          message: "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
          type: null,
          param: 'prompt',
          code: 'content_filter',
          status: 400,
          innererror: { code: 'ResponsibleAIPolicyViolation', content_filter_result: safe },
        },
      }),
      said: "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
    },
    {
      ...models,
      what: 'a wrong key',
      status: 401,
      body: JSON.stringify({
        error: { code: '401', message: 'Access denied due to invalid subscription key or wrong API endpoint.' },
      }),
      said: 'Access denied due to invalid subscription key or wrong API endpoint.',
    },
    {
      source: 'https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies',
      lookedUp: '2026-11-21',
      what: 'a gateway in front that refuses',
      status: 401,
      body: JSON.stringify({ statusCode: 401, message: 'Unauthorized. Access token is missing, invalid or expired.' }),
      said: 'Unauthorized. Access token is missing, invalid or expired.',
    },
    {
      source: 'https://learn.microsoft.com/azure/ai-services/openai/how-to/quota',
      lookedUp: '2026-11-21',
      what: 'a deployment at its rate',
      status: 429,
      headers: { 'retry-after': '12', 'retry-after-ms': '12000' },
      body: JSON.stringify({ error: { code: '429', message: 'Rate limit is exceeded. Try again in 12 seconds.' } }),
      said: 'Rate limit is exceeded. Try again in 12 seconds.',
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
            id: 'gpt-4o-2024-08-06',
            object: 'model',
            created: 1723000000,
            owned_by: 'system',
            status: 'succeeded',
            capabilities: { chat_completion: true },
          },
        ],
      }),
      ids: ['gpt-4o-2024-08-06'],
    },
  ],
};
