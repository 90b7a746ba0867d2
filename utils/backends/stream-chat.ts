import { z } from 'zod';
import { FailureError } from '../domain/failure.ts';
import type { ModelMessage } from '../ports/language-model.ts';
import { askServer, readText, type Answer, type Server } from './ask-server.ts';
import { readChunk, type ReadChunk, type UsedTokens } from './read-chunk.ts';
import { readEvents } from './read-events.ts';
import { isHtml, readErrorMessage, readSaid, toSaid } from './read-said.ts';
import { RetryableError } from './retry.ts';
import { createThinkingFilter } from './strip-thinking.ts';

export type StreamOptions = {
  /** Sent beside model and messages. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The answer is cut off after so many letters: not every server keeps to a limit of tokens. */
  readonly maxChars?: number;
  /** Told once, when the stream is over, in good order or at a limit. */
  readonly onUsed?: (tokens: UsedTokens) => void;
};

/** What a server says of a model that used up its tokens before the first word. */
export const THOUGHT_TO_THE_LIMIT = 'The model thought up to the limit of tokens and wrote nothing.';

/** Stands for a reason to end where a server gives none. */
const DONE = 'done';
/** Reasons to end that leave a reply unfinished, as OpenAI, Azure and Mistral name them. */
const CUT = ['length', 'content_filter', 'model_length'];

/**
 * One try at `POST /chat/completions`, streamed; yields pieces of text as they come, without what the model thinks. Throws
 * `FailureError` when the answer is no answer or not a whole one, and the signal's reason when aborted.
 */
export async function* streamChat(
  server: Server,
  messages: readonly ModelMessage[],
  signal: AbortSignal,
  { fields = {}, maxChars = Number.POSITIVE_INFINITY, onUsed }: StreamOptions = {},
): AsyncGenerator<string> {
  const stop = new AbortController();
  const ending = AbortSignal.any([signal, stop.signal]);
  const filter = createThinkingFilter();
  let received = 0;
  let host = '';
  let last: Partial<ReadChunk> = {};
  try {
    const body = { model: server.endpoint.model, messages, stream: true, ...fields };
    const answer = await askServer(server, '/chat/completions', body, ending);
    host = answer.host;
    for await (const chunk of readChunks(answer, server.key, stop)) {
      signal.throwIfAborted();
      last = {
        finish: chunk.finish === DONE ? (last.finish ?? DONE) : (chunk.finish ?? last.finish),
        used: chunk.used ?? last.used,
      };
      const piece = filter.push(chunk.text);
      received += piece.length;
      if (piece !== '') yield piece;
      if (received > maxChars) throw new CutOff();
    }
    signal.throwIfAborted();
    const rest = filter.end();
    received += rest.length;
    if (rest !== '') yield rest;
    if (last.used) onUsed?.(last.used);
    if (received === 0) throw garbled(host, last.finish === 'length' ? THOUGHT_TO_THE_LIMIT : 'The answer holds no text.');
    if (last.finish === undefined || CUT.includes(last.finish)) throw new CutOff();
  } catch (thrown) {
    signal.throwIfAborted();
    throw toFailureError(thrown, host, received);
  } finally {
    stop.abort();
  }
}

/** The stream ended, in good order, before the reply did. */
class CutOff extends Error {}

function toFailureError(thrown: unknown, host: string, received: number): FailureError {
  if (thrown instanceof FailureError) return thrown;
  if (thrown instanceof CutOff) return new FailureError({ kind: 'backend-cut-off', host, received });
  return thrown instanceof SyntaxError || thrown instanceof z.ZodError
    ? garbled(host, 'Part of the answer is not JSON of the expected form.')
    : new RetryableError({ kind: 'backend-cut-off', host, received }, undefined, { cause: thrown });
}

/** Looks at what came, not at its content type: servers behind proxies mislabel both. */
async function* readChunks(answer: Answer, key: string, stop: AbortController): AsyncGenerator<ReadChunk> {
  const opening = new TextDecoder().decode(answer.start).trimStart();
  if (answer.start === undefined || isHtml(opening)) {
    throw garbled(answer.host, answer.start === undefined ? 'The answer is empty.' : readSaid(await readText(answer), key));
  }
  if (/^[{[]/.test(opening)) {
    const whole = readWhole(await readText(answer), answer.host, key);
    return yield { ...whole, finish: whole.finish ?? DONE };
  }
  for await (const data of readEvents(answer, stop)) {
    if (data.startsWith('[DONE]')) return yield { text: '', toolArguments: undefined, finish: DONE, used: undefined };
    yield readWhole(data, answer.host, key);
  }
}

/** One JSON value that is a completion, or a chunk of one. Throws `backend-garbled` for an error with a good status. */
export function readWhole(body: string, host: string, key: string): ReadChunk {
  const value: unknown = JSON.parse(body);
  const error = readErrorMessage(body);
  if (error !== undefined) throw garbled(host, toSaid(error, key));
  return readChunk(value);
}

function garbled(host: string, said: string): FailureError {
  return new FailureError({ kind: 'backend-garbled', host, said });
}
