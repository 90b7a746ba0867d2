import { z } from 'zod';
import { FailureError, toFailure } from '../domain/failure.ts';
import type { Endpoint } from '../domain/settings.ts';
import type { Server } from './ask-server.ts';
import { browserDeps, type BackendDeps } from './backend-deps.ts';
import { findAddressFault } from './egress.ts';
import { createEmbedder } from './embeddings.ts';
import { explainFailure, explainWebPage } from './explain-failure.ts';
import { createLanguageModel } from './language-model.ts';
import { readModels } from './list-models.ts';
import { nearNames } from './near-names.ts';
import { quirksOf } from './quirks.ts';
import { readShape } from './request-shape.ts';
import { findKeyFault, tidyKey } from './tidy-key.ts';

/** One line of the test: what was tried and how it went. The same shape as in `utils/messaging/contract.ts`. */
type ConnectionStep = { ok: boolean; said: string; ms: number };
type Tried = { readonly ok: boolean; readonly said: string; readonly tokens?: number | undefined };

export type TestedEndpoint = { readonly endpoint: Pick<Endpoint, 'baseUrl' | 'model' | 'preset'>; readonly key: string };

/** Models named when the one asked for is not there. */
const MAX_NAMED_MODELS = 5;
/** Two sentences with their marks are about 30 tokens. */
const TEST_TOKENS = 200;

const addressFaults = {
  'not-http': 'The address must begin with https://, or with http:// for a server on this machine.',
  'http-elsewhere': 'http:// would send tickets and key unencrypted. Use https:// for a server that is not on this machine.',
  'has-credentials': 'The address holds a user name or a password. Take it out and put the key into the key field.',
} as const;

/**
 * Tries the endpoints as a draft would use them, without any ticket. The chat model: address and list of models, first words, the
 * answer format, JSON; it stops at the first of these without which no draft could be made. Then, where they are given and differ, the embedding
 * and the styling model. One try each. The last line names the tokens of it all, where the servers say. Rejects only with the
 * signal's reason.
 */
export async function testConnection(
  endpoint: TestedEndpoint['endpoint'],
  key: string,
  deps: BackendDeps = browserDeps,
  signal: AbortSignal = new AbortController().signal,
  others: { readonly styling?: TestedEndpoint | undefined; readonly embedding?: TestedEndpoint | undefined } = {},
): Promise<ConnectionStep[]> {
  const steps: ConnectionStep[] = [];
  let tokens: number | undefined;
  const step = async (server: Server, tryOut: () => Promise<Tried>, label = ''): Promise<boolean> => {
    const startedAt = deps.now();
    const { ok, said, ...rest } = await tryOut().catch(async (thrown: unknown): Promise<Tried> => {
      signal.throwIfAborted();
      return { ok: false, said: await explainFailure(toFailure(thrown), server, signal) };
    });
    if (rest.tokens !== undefined) tokens = (tokens ?? 0) + rest.tokens;
    steps.push({ ok, said: `${label}${said}`, ms: Math.max(0, deps.now() - startedAt) });
    return ok;
  };
  const open = (tested: TestedEndpoint, label = ''): Server | undefined => {
    const said = findFault(tested);
    if (said !== undefined) steps.push({ ok: false, said: `${label}${said}`, ms: 0 });
    return said === undefined ? { ...tested, deps } : undefined;
  };

  const chat = open({ endpoint, key });
  if (chat && (await step(chat, () => tryModels(chat, signal)))) {
    let reply = '';
    const isAnswered = await step(chat, async () => {
      const tried = await tryWords(chat, marked, signal);
      reply = tried.text;
      return tried;
    });
    if (isAnswered) {
      await step(chat, async () => judgeFormat(endpoint.model, reply));
      await step(chat, () => tryJson(chat, signal));
    }
  }
  const embedding = others.embedding && open(others.embedding, 'Embedding: ');
  if (embedding) await step(embedding, () => tryEmbedding(embedding, signal), 'Embedding: ');
  const isSame = others.styling?.endpoint.baseUrl === endpoint.baseUrl && others.styling.endpoint.model === endpoint.model;
  const styling = others.styling && !isSame ? open(others.styling, 'Styling: ') : undefined;
  if (styling) await step(styling, () => tryWords(styling, friendlier, signal), 'Styling: ');
  const last = steps.at(-1);
  if (last && tokens !== undefined) last.said += ` The test used ${tokens} tokens.`;
  return steps;
}

function findFault({ endpoint, key }: TestedEndpoint): string | undefined {
  const url = URL.parse(endpoint.baseUrl);
  const fault = url ? findAddressFault(url) : 'not-http';
  return fault ? addressFaults[fault] : findKeyFault(tidyKey(key));
}

async function tryModels(server: Server, signal: AbortSignal): Promise<Tried> {
  const { endpoint } = server;
  const url = new URL(endpoint.baseUrl);
  const unlisted = { ok: true, said: `${url.host} answers. It does not list its models.` };
  try {
    const ids = (await readModels(server, signal))?.map(({ id }) => id);
    if (!ids) return unlisted;
    if (ids.length === 0 || ids.some((id) => isNamed(id, endpoint.model))) {
      return { ok: true, said: `${url.host} answers and takes the key.` };
    }
    if (!quirksOf(endpoint).listsAll) {
      return {
        ok: true,
        said: `${url.host} answers and takes the key. "${endpoint.model}" is not in its list, which need not be whole.`,
      };
    }
    const near = nearNames(endpoint.model, ids, MAX_NAMED_MODELS).join(', ');
    const has = ids.length > MAX_NAMED_MODELS ? `Of its ${ids.length} models the nearest are ${near}` : `It has ${near}`;
    return { ok: false, said: `${url.host} has no model "${endpoint.model}". ${has}. Check the model's name.` };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.kind === 'backend-garbled' && failure.said.startsWith('A web page'))
      return { ok: false, said: explainWebPage(url) };
    // Some servers have no list of models; the reply will tell.
    const hasNoList =
      failure.kind === 'backend-rejected' && [404, 405, 501].includes(failure.status) && !failure.said.startsWith('A web page');
    if (hasNoList) return unlisted;
    throw thrown;
  }
}

/** Ollama takes a name without its tag for the latest one; Gemini takes names with and without "models/". */
function isNamed(id: string, model: string): boolean {
  const name = model.replace(/^models\//, '');
  return id === name || id === `${name}:latest`;
}

type Order = { readonly system: string; readonly user: string };
const marked: Order = {
  system:
    'Answer in two short sentences, from the source only. End each sentence with the number of the source in square brackets, like this: Refunds take 5 days. [1]',
  user: 'Source 1: Parcels arrive within 3 days. A damaged parcel is replaced free of charge.\n\nQuestion: When does my parcel arrive, and what if it is damaged?',
};
const friendlier: Order = { system: 'Make the text friendlier. Answer with the text only.', user: 'Refunds take 5 days.' };

async function tryWords(
  server: Server,
  { system, user }: Order,
  signal: AbortSignal,
): Promise<Tried & { readonly text: string }> {
  const { deps, endpoint, key } = server;
  const startedAt = deps.now();
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ] as const;
  let text = '';
  let firstMs: number | undefined;
  let tokens: number | undefined;
  try {
    for await (const event of createLanguageModel(endpoint, key, deps, 1).stream({ messages, maxTokens: TEST_TOKENS }, signal)) {
      firstMs ??= deps.now() - startedAt;
      if (event.kind === 'text') text += event.text;
      else tokens = event.tokens.input + event.tokens.output;
    }
  } catch (thrown) {
    // Words came, and too many of them: that is about the format.
    const isLong = thrown instanceof FailureError && thrown.failure.kind === 'backend-cut-off' && text.length > TEST_TOKENS;
    if (!isLong) throw thrown;
  }
  const seconds = ((firstMs ?? 0) / 1000).toFixed(1);
  return { ok: true, said: `${endpoint.model} answers; the first word came after ${seconds} s.`, text, tokens };
}

/** Each run of words has to end with the mark of the one source; drafts are asked for in the same form. */
function judgeFormat(model: string, reply: string): Tried {
  return /^(?:[^[\]]+\[1\][.!?]?\s*){2,}$/.test(reply)
    ? { ok: true, said: `${model} keeps to the answer format: each sentence names its source.` }
    : {
        ok: false,
        said: `${model} does not keep to the answer format: sentences came without the mark of their source. Drafts will show more of them as not supported. A larger model keeps to it better.`,
      };
}

const factsSchema = z.object({ language: z.string(), urgent: z.boolean() });
const means = {
  schema: 'held to a JSON schema',
  tool: 'asked for as a tool call',
  prompt: 'asked for in plain words, since the server can be held to nothing',
} as const;

async function tryJson(server: Server, signal: AbortSignal): Promise<Tried> {
  const { endpoint, key, deps } = server;
  const answer = await createLanguageModel(endpoint, key, deps, 1)
    .askJson(
      {
        name: 'message_facts',
        schema: z.toJSONSchema(factsSchema),
        messages: [
          { role: 'system', content: 'Say of the message its language, as a code of two letters, and whether it is urgent.' },
          { role: 'user', content: 'Hallo, mein Paket fehlt, ich brauche es heute!' },
        ],
        maxTokens: TEST_TOKENS,
      },
      signal,
    )
    .catch((thrown: unknown) => {
      if (toFailure(thrown).kind === 'model-nonsense') return undefined;
      throw thrown;
    });
  const tokens = answer?.tokens && answer.tokens.input + answer.tokens.output;
  return factsSchema.safeParse(answer?.value).success
    ? { ok: true, said: `${endpoint.model} gives notes and triage as JSON, ${means[readShape(server).json]}.`, tokens }
    : {
        ok: false,
        said: `${endpoint.model} does not give the JSON that notes and triage need. Drafts work; these are made without it. A larger model gives it.`,
        tokens,
      };
}

async function tryEmbedding({ endpoint, key, deps }: Server, signal: AbortSignal): Promise<Tried> {
  const [vector] = await createEmbedder(endpoint, key, undefined, deps).embed(['Refunds take 5 days.'], signal);
  return { ok: true, said: `${endpoint.model} gives vectors of ${vector?.length ?? 0} numbers.` };
}
