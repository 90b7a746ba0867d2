import type { ServerFamily } from './server-family.ts';

/** Lists of models that are not in OpenAI's shape. */
export const other: ServerFamily = {
  name: 'Others',
  preset: 'other',
  streams: [],
  errors: [],
  models: [
    {
      source: 'https://docs.together.ai/reference/models',
      lookedUp: '2026-11-21',
      what: 'a bare list (Together AI)',
      body: JSON.stringify([
        { id: 'meta-llama/Llama-3.3-70B', object: 'model', type: 'chat' },
        { id: 'BAAI/bge-base-en', object: 'model', type: 'embedding' },
      ]),
      ids: ['meta-llama/Llama-3.3-70B', 'BAAI/bge-base-en'],
      embeds: ['BAAI/bge-base-en'],
    },
    {
      source: 'https://ai.google.dev/api/models',
      lookedUp: '2026-11-21',
      what: "a list under models, as Gemini's and Ollama's own APIs give it",
      body: JSON.stringify({ models: [{ name: 'models/gemini-3-flash', displayName: 'Gemini 3 Flash' }] }),
      ids: ['gemini-3-flash'],
    },
  ],
};
