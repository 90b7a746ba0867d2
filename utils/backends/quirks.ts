import type { Endpoint, PresetId } from '../domain/settings.ts';
import { isLoopback } from './egress.ts';

export type LimitField = 'max_completion_tokens' | 'max_tokens';
/** Ways to get one JSON object: held to a schema, as the arguments of a tool that must be called, or asked for in words. */
export type JsonMeans = 'schema' | 'tool' | 'prompt';

/**
 * How a family of servers differs from what all have in common. What is wrong here, or changes, costs one request: a server that
 * refuses a field is asked without it, see `request-shape.ts`. `temperature` is sent to none (OpenAI's reasoning models refuse it,
 * Gemini 3.6 deprecates it), and `system` is what all take: OpenAI reads it as `developer`.
 */
export type Quirks = {
  readonly key: 'bearer' | 'api-key' | 'anthropic';
  /** The first is sent; the others are tried when it is refused. */
  readonly limits: readonly LimitField[];
  /** Usage at the end of a stream has to be asked for with `stream_options`. */
  readonly asksUsage: boolean;
  readonly json: JsonMeans;
  /** The list of models has all that may be asked for, so that a name that is not in it is wrong. */
  readonly listsAll: boolean;
};

const common: Quirks = {
  key: 'bearer',
  limits: ['max_tokens', 'max_completion_tokens'],
  asksUsage: true,
  json: 'schema',
  listsAll: true,
};
const newLimits: readonly LimitField[] = ['max_completion_tokens', 'max_tokens'];

/** Looked up on 2026-11-21, where each line says. */
const families: Readonly<Record<PresetId, Quirks>> = {
  // max_tokens is deprecated and refused by reasoning models: https://developers.openai.com/api/reference/resources/chat
  openai: { ...common, limits: newLimits },
  // Header `api-key`; v1 needs no api-version, a dated one stays in the base address; models are deployments, and the list has what
  // could be deployed: https://learn.microsoft.com/azure/foundry/openai/api-version-lifecycle
  'azure-openai': { ...common, key: 'api-key', limits: newLimits, listsAll: false },
  // response_format is ignored, so a tool is called: https://platform.claude.com/docs/en/api/openai-sdk
  anthropic: { ...common, key: 'anthropic', limits: newLimits, json: 'tool' },
  // https://ai.google.dev/gemini-api/docs/openai
  gemini: common,
  // Unknown fields are refused, stream_options and max_completion_tokens among them; usage comes unasked:
  // https://github.com/mistralai/platform-docs-public/issues/7, https://docs.mistral.ai/api/endpoint/chat
  mistral: { ...common, limits: ['max_tokens'], asksUsage: false },
  // Usage comes unasked: https://openrouter.ai/docs/use-cases/usage-accounting. Names take endings that are in no list (":online").
  openrouter: { ...common, asksUsage: false, listsAll: false },
  // https://docs.ollama.com/api/openai-compatibility
  ollama: common,
  // https://lmstudio.ai/docs/developer/openai-compat/structured-output
  'lm-studio': common,
  // https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html
  vllm: common,
  // Answers whatever name it is given: https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
  'llama-cpp': { ...common, listsAll: false },
  // Names may be patterns ("openai/*"): https://docs.litellm.ai/docs/proxy/model_discovery
  litellm: { ...common, listsAll: false },
  other: common,
};

export function quirksOf(endpoint: Pick<Endpoint, 'baseUrl' | 'preset'>): Quirks {
  return families[endpoint.preset ?? presetOf(endpoint.baseUrl)];
}

const hosts: readonly (readonly [RegExp, PresetId])[] = [
  [/^api\.openai\.com$/, 'openai'],
  [/\.(?:openai|services\.ai|cognitiveservices)\.azure\.(?:com|us|cn)$/, 'azure-openai'],
  [/^api\.anthropic\.com$/, 'anthropic'],
  [/^generativelanguage\.googleapis\.com$/, 'gemini'],
  [/^(?:api|codestral)\.mistral\.ai$/, 'mistral'],
  [/^openrouter\.ai$/, 'openrouter'],
];
/** Ports that nothing else of note uses. */
const ports: Readonly<Record<string, PresetId>> = { '11434': 'ollama', '1234': 'lm-studio' };
/** Ports that mean a family only on this machine. */
const loopbackPorts: Readonly<Record<string, PresetId>> = { '8000': 'vllm', '8080': 'llama-cpp', '4000': 'litellm' };

/** The family that an address belongs to, else `other`. */
export function presetOf(baseUrl: string): PresetId {
  const url = URL.parse(baseUrl);
  if (!url) return 'other';
  return (
    hosts.find(([pattern]) => pattern.test(url.hostname))?.[1] ??
    ports[url.port] ??
    (isLoopback(url) ? loopbackPorts[url.port] : undefined) ??
    'other'
  );
}

/**
 * The headers that carry a key to a family, for a request to `path` below the base address; empty for an empty key. Anthropic
 * answers an extension only when told so (https://github.com/browserbase/stagehand/pull/2572), and lists its models by its own
 * rules (https://platform.claude.com/docs/en/api/models-list).
 */
export function toKeyHeaders(quirks: Quirks, key: string, path: string): Readonly<Record<string, string>> {
  const direct = quirks.key === 'anthropic' ? { 'anthropic-dangerous-direct-browser-access': 'true' } : {};
  if (key === '') return direct;
  if (quirks.key === 'api-key') return { 'api-key': key };
  return quirks.key === 'anthropic' && path.startsWith('/models')
    ? { ...direct, 'x-api-key': key, 'anthropic-version': '2023-06-01' }
    : { ...direct, authorization: `Bearer ${key}` };
}
