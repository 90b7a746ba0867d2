import type { PresetId } from '../domain/settings.ts';

/** A way to have drafts written, for the picker. It fills in the form; the address, the model and the id are stored. */
export type Preset = {
  readonly id: PresetId | 'embedded' | 'built-in';
  readonly name: string;
  /** Where the text of a ticket goes. */
  readonly place: 'no server' | 'on this device' | 'hosted' | 'your machine' | 'your server' | 'compatible';
  /** Empty: nothing to fill in. Capital words ("RESOURCE") are the team's own. */
  readonly baseUrl: string;
  /** Suggested; what the server offers decides. Empty: only the team knows. */
  readonly model: string;
  /** Absent: the service has none, or a server of its own. */
  readonly embeddingModel?: string;
  readonly needsKey: boolean;
  /** What has to be done outside the browser or filled in, if anything. */
  readonly note?: string;
};

/** Addresses and models as each project's documentation gives them, looked up on 2026-11-21. */
export const presets: readonly Preset[] = [
  { id: 'embedded', name: 'Embedded', place: 'no server', baseUrl: '', model: '', needsKey: false },
  {
    id: 'built-in',
    name: 'Built into the browser',
    place: 'on this device',
    baseUrl: '',
    model: '',
    needsKey: false,
    // https://developer.chrome.com/docs/ai/prompt-api
    note: 'In Chrome 148 and newer, on computers with 22 GB of free disk and 16 GB of memory or a graphics card with more than 4 GB. The model is downloaded once.',
  },
  {
    id: 'openai',
    name: 'OpenAI',
    place: 'hosted',
    baseUrl: 'https://api.openai.com/v1',
    // https://developers.openai.com/api/docs/models/gpt-6-luna
    model: 'gpt-6-luna',
    embeddingModel: 'text-embedding-3-small',
    needsKey: true,
  },
  {
    id: 'azure-openai',
    name: 'Azure OpenAI',
    place: 'hosted',
    // https://learn.microsoft.com/azure/foundry/openai/api-version-lifecycle
    baseUrl: 'https://RESOURCE.openai.azure.com/openai/v1',
    model: '',
    needsKey: true,
    note: 'Put the name of your resource in place of RESOURCE. The model is the name that you gave your deployment.',
  },
  {
    id: 'anthropic',
    name: 'Anthropic',
    place: 'hosted',
    // https://platform.claude.com/docs/en/api/openai-sdk
    baseUrl: 'https://api.anthropic.com/v1',
    // https://platform.claude.com/docs/about-claude/models/overview
    model: 'claude-haiku-5-5',
    needsKey: true,
    note: 'The organisation must allow requests from browsers, which some switch off.',
  },
  {
    id: 'gemini',
    name: 'Gemini',
    place: 'hosted',
    // https://ai.google.dev/gemini-api/docs/openai
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    // https://ai.google.dev/gemini-api/docs/latest-model
    model: 'gemini-3.5-flash-lite',
    embeddingModel: 'gemini-embedding-001',
    needsKey: true,
  },
  {
    id: 'mistral',
    name: 'Mistral',
    place: 'hosted',
    baseUrl: 'https://api.mistral.ai/v1',
    model: 'mistral-small-latest',
    embeddingModel: 'mistral-embed',
    needsKey: true,
  },
  {
    id: 'openrouter',
    name: 'OpenRouter',
    place: 'hosted',
    baseUrl: 'https://openrouter.ai/api/v1',
    model: 'openai/gpt-6-luna',
    embeddingModel: 'openai/text-embedding-3-small',
    needsKey: true,
  },
  {
    id: 'ollama',
    name: 'Ollama',
    place: 'your machine',
    baseUrl: 'http://localhost:11434/v1',
    model: 'qwen3:8b',
    embeddingModel: 'nomic-embed-text',
    needsKey: false,
    // https://github.com/ollama/ollama/blob/main/docs/faq.md, https://docs.ollama.com/context-length
    note: 'Start it so that browser extensions may call it: set OLLAMA_ORIGINS to "chrome-extension://*,moz-extension://*". Set OLLAMA_CONTEXT_LENGTH to 16384 as well: Ollama cuts off what is longer than 4096 tokens on most computers, and does not say so.',
  },
  {
    id: 'lm-studio',
    name: 'LM Studio',
    place: 'your machine',
    baseUrl: 'http://localhost:1234/v1',
    model: 'qwen/qwen3-8b',
    embeddingModel: 'text-embedding-nomic-embed-text-v1.5',
    needsKey: false,
    // https://lmstudio.ai/docs/developer/core/server/settings
    note: 'Start the server so that browser extensions may call it: switch on "Enable CORS" in the server settings, or run "lms server start --cors".',
  },
  {
    id: 'vllm',
    name: 'vLLM',
    place: 'your server',
    baseUrl: 'http://localhost:8000/v1',
    model: 'Qwen/Qwen3-8B',
    needsKey: false,
    // https://docs.vllm.ai/en/latest/cli/serve.html
    note: 'A server on another machine needs https. If it was started with --allowed-origins, "*" or this extension must be among them.',
  },
  {
    id: 'llama-cpp',
    name: 'llama.cpp',
    place: 'your server',
    baseUrl: 'http://localhost:8080/v1',
    model: 'default',
    needsKey: false,
    // https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
    note: 'Answers with the model that it was started with, whatever name stands here. If it was started with --cors-origins, use "*". A server on another machine needs https.',
  },
  {
    id: 'litellm',
    name: 'LiteLLM',
    place: 'your server',
    baseUrl: 'http://localhost:4000/v1',
    model: '',
    needsKey: true,
    // https://docs.litellm.ai/docs/proxy/config_settings
    note: 'The model is a model_name of its config. If LITELLM_CORS_ORIGINS is set there, "*" or this extension must be among them. A proxy on another machine needs https.',
  },
  {
    id: 'other',
    name: 'Other',
    place: 'compatible',
    baseUrl: '',
    model: '',
    needsKey: false,
    note: 'Any server that answers to POST /chat/completions as OpenAI does.',
  },
];

export const findPreset = (id: string): Preset | undefined => presets.find((preset) => preset.id === id);
