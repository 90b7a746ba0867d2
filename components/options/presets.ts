/** Ways to have drafts written. A preset only fills in the form; what is stored is the address and the model. */
export type Preset = {
  readonly id: string;
  readonly name: string;
  /** Where the text of a ticket goes: "no server", "your machine". */
  readonly place: string;
  readonly baseUrl: string;
  /** Suggested; what the server offers decides. */
  readonly model: string;
  readonly needsKey: boolean;
  /** What has to be done outside the browser, if anything. */
  readonly note?: string;
};

const ownServer = 'Start the server so that browser extensions may call it:';

/** Addresses as each project's documentation gives them, November 2026. */
export const presets: readonly Preset[] = [
  { id: 'embedded', name: 'Embedded', place: 'no server', baseUrl: '', model: '', needsKey: false },
  { id: 'openai', name: 'OpenAI', place: 'hosted', baseUrl: 'https://api.openai.com/v1', model: 'gpt-5-mini', needsKey: true },
  {
    id: 'mistral',
    name: 'Mistral',
    place: 'hosted',
    baseUrl: 'https://api.mistral.ai/v1',
    model: 'mistral-small-latest',
    needsKey: true,
  },
  {
    id: 'openrouter',
    name: 'OpenRouter',
    place: 'hosted',
    baseUrl: 'https://openrouter.ai/api/v1',
    model: 'openai/gpt-5-mini',
    needsKey: true,
  },
  {
    id: 'ollama',
    name: 'Ollama',
    place: 'your machine',
    baseUrl: 'http://localhost:11434/v1',
    model: 'qwen3:8b',
    needsKey: false,
    note: `${ownServer} set OLLAMA_ORIGINS to "chrome-extension://*,moz-extension://*".`,
  },
  {
    id: 'lm-studio',
    name: 'LM Studio',
    place: 'your machine',
    baseUrl: 'http://localhost:1234/v1',
    model: 'qwen/qwen3-8b',
    needsKey: false,
    note: `${ownServer} switch on CORS under Developer → Server settings.`,
  },
  {
    id: 'vllm',
    name: 'vLLM, llama.cpp',
    place: 'your server',
    baseUrl: 'http://localhost:8000/v1',
    model: 'Qwen/Qwen3-8B',
    needsKey: false,
    note: 'llama.cpp listens on port 8080. A server on another machine needs https.',
  },
  { id: 'other', name: 'Other', place: 'compatible', baseUrl: '', model: '', needsKey: false },
];

export const findPreset = (id: string): Preset | undefined => presets.find((preset) => preset.id === id);

/** The preset that a stored address belongs to, else `other`. */
export function presetOf(baseUrl: string): string {
  return presets.find((preset) => preset.baseUrl !== '' && preset.baseUrl === baseUrl.replace(/\/+$/, ''))?.id ?? 'other';
}
