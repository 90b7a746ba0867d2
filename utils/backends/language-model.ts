import { toFailure } from '../domain/failure.ts';
import type { Endpoint } from '../domain/settings.ts';
import type { JsonRequest, LanguageModel, ModelEvent, ModelRequest } from '../ports/language-model.ts';
import { askForJson, type JsonAnswer } from './ask-for-json.ts';
import type { Server } from './ask-server.ts';
import { browserDeps, type BackendDeps } from './backend-deps.ts';
import type { UsedTokens } from './read-chunk.ts';
import { noteShape, readShape, reshape, THINKING_TOKENS, toFields, toWireMessages, type RequestShape } from './request-shape.ts';
import { MAX_TRIES, toRetryDelay } from './retry.ts';
import { streamChat, THOUGHT_TO_THE_LIMIT } from './stream-chat.ts';

/** Far more letters than a token has in any language: an answer that is longer does not keep to its limit. */
const MAX_CHARS_A_TOKEN = 12;

/**
 * A model behind any server that speaks OpenAI's chat completions; `key` is the one stored for the endpoint's origin, empty for
 * none, and goes nowhere else. At most three tries, and none after the first piece of text: what the agent has begun to read does not
 * start anew. A field that the server refuses is left out and the request sent again at once, and not sent again later. JSON is asked for
 * with a schema, else as a tool call, else in words; what worked is remembered for endpoint and model while the worker lives.
 */
export function createLanguageModel(
  endpoint: Pick<Endpoint, 'baseUrl' | 'model' | 'preset' | 'price'>,
  key: string,
  deps: BackendDeps = browserDeps,
  maxTries: number = MAX_TRIES,
): LanguageModel {
  const server: Server = { endpoint, key, deps };
  return {
    id: 'openai-compatible',
    host: new URL(endpoint.baseUrl).host,
    model: endpoint.model,
    ...(endpoint.price ? { price: endpoint.price } : {}),
    get maxThinkingTokens() {
      return readShape(server).hasThinkingRoom ? THINKING_TOKENS : 0;
    },
    stream: (request, signal) => stream(server, request, maxTries, signal),
    askJson: (request, signal) => askJson(server, request, maxTries, signal),
  };
}

async function* stream(server: Server, request: ModelRequest, maxTries: number, signal: AbortSignal): AsyncGenerator<ModelEvent> {
  const maxChars = request.maxTokens * MAX_CHARS_A_TOKEN;
  let shape = readShape(server);
  for (let tries = 1; ;) {
    let isShown = false;
    let used: UsedTokens | undefined;
    const onUsed = (tokens: UsedTokens): void => void (used = tokens);
    try {
      const fields = toFields(shape, request.maxTokens, true);
      const pieces = streamChat(server, toWireMessages(shape, request.messages), signal, { fields, maxChars, onUsed });
      for await (const text of pieces) {
        isShown = true;
        yield { kind: 'text', text };
      }
      noteShape(server, shape);
      if (used) yield { kind: 'used', tokens: used };
      return;
    } catch (thrown) {
      signal.throwIfAborted();
      const next = isShown ? undefined : toNextTry(thrown, shape, 'text', tries < maxTries ? tries : MAX_TRIES, server.deps);
      if (next === undefined && used) yield { kind: 'used', tokens: used };
      if (next === undefined) throw thrown;
      if (typeof next === 'number') {
        tries += 1;
        await server.deps.sleep(next, signal);
      } else shape = next;
    }
  }
}

async function askJson(server: Server, request: JsonRequest, maxTries: number, signal: AbortSignal): Promise<JsonAnswer> {
  let shape = readShape(server);
  for (let tries = 1; ;) {
    try {
      const answer = await askForJson(server, request, shape, signal);
      noteShape(server, shape);
      return answer;
    } catch (thrown) {
      signal.throwIfAborted();
      const next = toNextTry(thrown, shape, 'json', tries < maxTries ? tries : MAX_TRIES, server.deps);
      if (next === undefined) throw thrown;
      if (typeof next === 'number') {
        tries += 1;
        await server.deps.sleep(next, signal);
      } else shape = next;
    }
  }
}

/** A shape to ask in at once, or milliseconds to wait before asking again; `undefined`: give up. */
function toNextTry(
  thrown: unknown,
  shape: RequestShape,
  asks: 'text' | 'json',
  tries: number,
  deps: BackendDeps,
): RequestShape | number | undefined {
  const failure = toFailure(thrown);
  if (failure.kind === 'model-nonsense' && shape.json !== 'prompt') {
    return { ...shape, json: shape.json === 'schema' ? 'tool' : 'prompt' };
  }
  if (failure.kind === 'backend-garbled' && failure.said === THOUGHT_TO_THE_LIMIT && !shape.hasThinkingRoom) {
    return { ...shape, hasThinkingRoom: true };
  }
  return reshape(shape, failure, asks) ?? toRetryDelay(thrown, tries, deps.random);
}
