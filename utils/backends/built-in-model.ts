import { FailureError } from '../domain/failure.ts';
import type { JsonRequest, LanguageModel, ModelEvent, ModelMessage, ModelRequest } from '../ports/language-model.ts';
import { builtInState, toUnavailable } from './built-in-state.ts';
import { findPromptApi, type PromptApi, type PromptSession } from './prompt-api.ts';
import type { UsedTokens } from './read-chunk.ts';
import { readLooseJson } from './read-loose-json.ts';
import { createThinkingFilter } from './strip-thinking.ts';

/** What failures call it, in place of a host. */
export const BUILT_IN = 'the built-in model';
/** The API has no limit of tokens; far more letters than a token has in any language. */
const MAX_CHARS_A_TOKEN = 12;

/**
 * The model that comes with the browser: nothing leaves the device. Throws `model-unavailable` unless it is there and ready, never
 * begins a download, and says `backend-rejected` (413) when a request is longer than what the model can hold.
 */
export function createBuiltInModel({ promptApi = findPromptApi() }: { readonly promptApi?: PromptApi } = {}): LanguageModel {
  return {
    id: 'built-in',
    host: '',
    model: 'built-in',
    stream: (request, signal) => stream(promptApi, request, undefined, signal),
    askJson: (request, signal) => askJson(promptApi, request, signal),
  };
}

async function* stream(
  api: PromptApi | undefined,
  request: ModelRequest,
  schema: JsonRequest['schema'] | undefined,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  signal.throwIfAborted();
  const stop = new AbortController();
  const ending = AbortSignal.any([signal, stop.signal]);
  const filter = createThinkingFilter();
  let received = 0;
  let session: PromptSession | undefined;
  try {
    const { before, last } = divide(request.messages);
    session = await openSession(api, before, ending);
    const held = session.contextUsage;
    const constraint = schema ? { responseConstraint: schema } : {};
    const pieces = session.promptStreaming(last, { signal: ending, ...constraint });
    for await (const raw of pieces) {
      signal.throwIfAborted();
      const text = filter.push(raw);
      received += text.length;
      if (text !== '') yield { kind: 'text', text };
      if (received > request.maxTokens * MAX_CHARS_A_TOKEN)
        throw new FailureError({ kind: 'backend-cut-off', host: BUILT_IN, received });
    }
    signal.throwIfAborted();
    const rest = filter.end();
    if (rest !== '') yield { kind: 'text', text: rest };
    if (received + rest.length === 0)
      throw new FailureError({ kind: 'backend-garbled', host: BUILT_IN, said: 'The answer holds no text.' });
    const tokens = toUsed(held, session.contextUsage, last, received);
    if (tokens) yield { kind: 'used', tokens };
  } catch (thrown) {
    signal.throwIfAborted();
    throw thrown instanceof FailureError ? thrown : toPromptFailure(thrown, received);
  } finally {
    stop.abort();
    session?.destroy();
  }
}

async function askJson(
  api: PromptApi | undefined,
  request: JsonRequest,
  signal: AbortSignal,
): ReturnType<LanguageModel['askJson']> {
  const { $schema: _dialect, ...schema } = request.schema;
  let text = '';
  let tokens: UsedTokens | undefined;
  for await (const event of stream(api, request, schema, signal)) {
    if (event.kind === 'text') text += event.text;
    else tokens = event.tokens;
  }
  const value = readLooseJson(text);
  if (value === undefined)
    throw new FailureError({ kind: 'model-nonsense', host: BUILT_IN, why: 'The answer holds no JSON object.' });
  return { value, ...(tokens ? { tokens } : {}) };
}

async function openSession(
  api: PromptApi | undefined,
  initialPrompts: readonly ModelMessage[],
  signal: AbortSignal,
): Promise<PromptSession> {
  const state = await builtInState(api);
  signal.throwIfAborted();
  if (!api || state !== 'ready') {
    throw new FailureError({ kind: 'model-unavailable', state: state === 'ready' ? 'none' : state });
  }
  try {
    return await api.create({ initialPrompts, signal });
  } catch (thrown) {
    signal.throwIfAborted();
    throw isTooLong(thrown) ? tooLong(thrown) : await toUnavailable(thrown, api);
  }
}

/** System messages as one in front, the last message to be answered. */
function divide(messages: readonly ModelMessage[]): { readonly before: readonly ModelMessage[]; readonly last: string } {
  const orders = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const talk = messages.filter(({ role }) => role !== 'system');
  const system = orders.length === 0 ? [] : [{ role: 'system', content: orders.join('\n\n') } as const];
  return { before: [...system, ...talk.slice(0, -1)], last: talk.at(-1)?.content ?? '' };
}

/** The browser counts what a session holds, not which part is the answer: that is told by its share of the letters. */
function toUsed(held: number | undefined, now: number | undefined, asked: string, received: number): UsedTokens | undefined {
  if (held === undefined || now === undefined || now < held) return undefined;
  const output = Math.round(((now - held) * received) / Math.max(1, asked.length + received));
  return { input: now - output, output };
}

const isTooLong = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'QuotaExceededError';

function tooLong(thrown: unknown): FailureError {
  const requested: unknown = thrown instanceof Error ? Reflect.get(thrown, 'requested') : undefined;
  const quota: unknown = thrown instanceof Error ? Reflect.get(thrown, 'quota') : undefined;
  const sizes = typeof requested === 'number' && typeof quota === 'number' ? `: ${requested} tokens, it holds ${quota}` : '';
  const said = `The ticket and its passages are longer than the model can hold${sizes}.`;
  return new FailureError({ kind: 'backend-rejected', host: BUILT_IN, status: 413, said }, { cause: thrown });
}

function toPromptFailure(thrown: unknown, received: number): FailureError {
  if (isTooLong(thrown)) return tooLong(thrown);
  if (received > 0) return new FailureError({ kind: 'backend-cut-off', host: BUILT_IN, received }, { cause: thrown });
  const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}`.slice(0, 300) : 'It failed without saying why.';
  return new FailureError({ kind: 'backend-garbled', host: BUILT_IN, said }, { cause: thrown });
}
