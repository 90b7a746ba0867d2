import { anthropic } from './anthropic.ts';
import { azureOpenAi } from './azure-openai.ts';
import { gemini } from './gemini.ts';
import { liteLlm } from './litellm.ts';
import { llamaCpp } from './llama-cpp.ts';
import { lmStudio } from './lm-studio.ts';
import { mistral } from './mistral.ts';
import { ollama } from './ollama.ts';
import { openAi } from './openai.ts';
import { openRouter } from './openrouter.ts';
import { other } from './other.ts';
import type { ServerFamily } from './server-family.ts';
import { vLlm } from './vllm.ts';

export const families: readonly ServerFamily[] = [
  openAi,
  azureOpenAi,
  anthropic,
  gemini,
  mistral,
  openRouter,
  vLlm,
  llamaCpp,
  ollama,
  lmStudio,
  liteLlm,
  other,
];
