import { z } from 'zod';
import { FailureError } from '../domain/failure.ts';
import type { Endpoint } from '../domain/settings.ts';
import { askServer, readText, type Server } from './ask-server.ts';
import { browserDeps, type BackendDeps } from './backend-deps.ts';
import { quirksOf } from './quirks.ts';
import { isHtml, readSaid } from './read-said.ts';

/** One model of a list; what is said of its abilities decides before its name does. */
export type ListedModel = { readonly id: string; readonly does: 'chat' | 'embedding' | 'neither' };

const name = z.string().min(1).optional().catch(undefined);
const modelSchema = z.looseObject({
  id: name,
  name,
  model: name,
  /** Together AI, LM Studio's own list. */
  type: z.string().optional().catch(undefined),
  /** Mistral and Azure. */
  capabilities: z
    .looseObject({
      completion_chat: z.boolean().optional().catch(undefined),
      chat_completion: z.boolean().optional().catch(undefined),
      embeddings: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
const modelsSchema = z.array(modelSchema.catch({})).nullish();
const listSchema = z.union([
  modelsSchema,
  z.looseObject({ data: modelsSchema, models: modelsSchema }).transform(({ data, models }) => data ?? models ?? undefined),
]);

const embeds = /embed|(?:^|[/_-])(?:bge|e5|gte|minilm|voyage|jina)(?:[-_.]|$)|all-minilm/i;
const neither =
  /whisper|transcri|(?:^|[/-])tts|dall-e|image|imagen|(?:^|[/-])veo|sora|audio|realtime|moderation|rerank|(?:^|[/-])ocr|davinci|babbage|-live|speech/i;

/**
 * Models of a server that may be chosen, by what it says of them, else by their names: best effort. Empty where a list does not
 * say what may be asked for (Azure lists models, and takes deployments). Throws `FailureError`s as `askServer` does, and
 * `backend-garbled` for what is no list.
 */
export async function listModels(
  endpoint: Pick<Endpoint, 'baseUrl' | 'preset'>,
  key: string,
  deps: BackendDeps = browserDeps,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly chat: readonly string[]; readonly embedding: readonly string[] }> {
  if (quirksOf(endpoint).key === 'api-key') return { chat: [], embedding: [] };
  const models = await readModels({ endpoint: { ...endpoint, model: '' }, key, deps }, signal);
  if (models === undefined) {
    const { host } = new URL(endpoint.baseUrl);
    throw new FailureError({ kind: 'backend-garbled', host, said: 'The answer is no list of models.' });
  }
  const pick = (does: ListedModel['does']): string[] => models.filter((model) => model.does === does).map(({ id }) => id);
  return { chat: pick('chat'), embedding: pick('embedding') };
}

/** The list as the server gives it, each name once; `undefined` when what came is none. */
export async function readModels(server: Server, signal: AbortSignal): Promise<readonly ListedModel[] | undefined> {
  const stop = new AbortController();
  try {
    // Anthropic gives 20 of them unless asked for more: https://platform.claude.com/docs/en/api/models-list
    const path = quirksOf(server.endpoint).key === 'anthropic' ? '/models?limit=1000' : '/models';
    const answer = await askServer(server, path, undefined, AbortSignal.any([signal, stop.signal]));
    const body = await readText(answer);
    if (isHtml(body)) throw new FailureError({ kind: 'backend-garbled', host: answer.host, said: readSaid(body, server.key) });
    return toModels(body);
  } finally {
    stop.abort();
  }
}

function toModels(body: string): readonly ListedModel[] | undefined {
  const listed = listSchema.safeParse(parseJson(body));
  if (!listed.success || listed.data === undefined || listed.data === null) return isEmptyList(body) ? [] : undefined;
  const models = new Map<string, ListedModel>();
  for (const model of listed.data) {
    const id = (model.id ?? model.name ?? model.model)?.replace(/^models\//, '');
    if (id !== undefined) models.set(id, { id, does: toAbility(id, model) });
  }
  return [...models.values()];
}

/** Ollama without a model says null. */
const isEmptyList = (body: string): boolean => /"(?:data|models)"\s*:\s*null/.test(body);

function toAbility(id: string, { type, capabilities }: z.infer<typeof modelSchema>): ListedModel['does'] {
  if (type !== undefined && /^embedding/i.test(type)) return 'embedding';
  if (type !== undefined && /^(?:chat|llm|vlm|language)$/i.test(type)) return 'chat';
  if (embeds.test(id) || capabilities?.embeddings === true) return 'embedding';
  if (neither.test(id)) return 'neither';
  return (capabilities?.completion_chat ?? capabilities?.chat_completion ?? true) ? 'chat' : 'neither';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
