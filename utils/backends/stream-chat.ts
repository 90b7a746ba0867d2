import { APIError } from 'openai/core/error';
import { Stream } from 'openai/core/streaming';
import { z } from 'zod';
import { FailureError } from '../domain/failure.ts';
import { askServer, readText, type Answer, type Server } from './ask-server.ts';
import { isHtml, readErrorMessage, readSaid, toSaid } from './read-said.ts';
import { RetryableError } from './retry.ts';

/** What is read of a chunk; reasoning, tool calls and whatever else a server adds are left aside. */
const chunkSchema = z.looseObject({
  choices: z
    .array(
      z.looseObject({ delta: z.looseObject({ content: z.string().nullish() }).nullish(), finish_reason: z.string().nullish() }),
    )
    .nullish(),
});
const completionSchema = z.looseObject({
  choices: z
    .array(z.looseObject({ message: z.looseObject({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
});

export type ChatMessage = { readonly role: 'system' | 'user'; readonly content: string };

/**
 * One try at `POST /chat/completions`, streamed; yields the pieces of text as they come. Throws `FailureError` when the
 * answer is no answer or not a whole one, and the signal's reason when aborted. Of the openai package only the stream
 * decoder is used (4.5 kB gzipped; the client is 83 kB, logs, and sends headers that local servers refuse).
 */
export async function* streamChat(server: Server, messages: readonly ChatMessage[], signal: AbortSignal): AsyncGenerator<string> {
  const stop = new AbortController();
  const ending = AbortSignal.any([signal, stop.signal]);
  let received = 0;
  let host = '';
  try {
    const answer = await askServer(server, '/chat/completions', { model: server.endpoint.model, messages, stream: true }, ending);
    host = answer.host;
    for await (const piece of readPieces(answer, server.key, stop)) {
      signal.throwIfAborted();
      received += piece.length;
      yield piece;
    }
    // The decoder ends without an error on abort.
    signal.throwIfAborted();
    if (received === 0) throw garbled(host, 'The answer holds no text.');
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof CutOff) throw new FailureError({ kind: 'backend-cut-off', host, received });
    if (thrown instanceof FailureError) throw thrown;
    if (thrown instanceof APIError)
      throw garbled(
        host,
        toSaid(readErrorMessage(JSON.stringify({ error: thrown.error ?? null })) ?? thrown.message, server.key),
      );
    if (thrown instanceof SyntaxError || thrown instanceof z.ZodError)
      throw garbled(host, 'Part of the answer is not JSON of the expected form.');
    throw new RetryableError({ kind: 'backend-cut-off', host, received }, undefined, { cause: thrown });
  } finally {
    stop.abort();
  }
}

/** The stream ended, in good order, before the reply did. */
class CutOff extends Error {}

/** Looks at what came, not at its content type: servers behind proxies mislabel both. */
async function* readPieces(answer: Answer, key: string, stop: AbortController): AsyncGenerator<string> {
  const opening = new TextDecoder().decode(answer.start).trimStart();
  if (answer.start === undefined || isHtml(opening)) {
    throw garbled(answer.host, answer.start === undefined ? 'The answer is empty.' : readSaid(await readText(answer), key));
  }
  if (!opening.startsWith('{')) return yield* readEvents(answer, stop);
  const body = await readText(answer);
  const error = readErrorMessage(body);
  if (error !== undefined) throw garbled(answer.host, toSaid(error, key));
  const [choice] = completionSchema.parse(JSON.parse(body)).choices;
  if (choice) yield choice.message.content;
  if (choice?.finish_reason === 'length') throw new CutOff();
}

async function* readEvents(answer: Answer, stop: AbortController): AsyncGenerator<string> {
  let tail = '';
  const watch = (piece: Uint8Array): Uint8Array => {
    tail = (tail + new TextDecoder('latin1').decode(piece.slice(-TAIL_CHARS))).slice(-TAIL_CHARS);
    return piece;
  };
  let next: Uint8Array | undefined = answer.start;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = next ?? (await answer.rest());
      next = undefined;
      if (piece === undefined) controller.close();
      else controller.enqueue(watch(piece));
    },
  });
  let finish: string | undefined;
  for await (const event of Stream.fromSSEResponse<unknown>(new Response(body), stop)) {
    const choice = chunkSchema.parse(event).choices?.[0];
    finish = choice?.finish_reason ?? finish;
    if (choice?.delta?.content) yield choice.delta.content;
  }
  // The decoder ends alike at `[DONE]` and at the end of the connection.
  if (finish === 'length' || (finish === undefined && !/data: ?\[DONE\]\s*$/.test(tail))) throw new CutOff();
}

/** Longer than `data: [DONE]` with its line ends. */
const TAIL_CHARS = 64;

function garbled(host: string, said: string): FailureError {
  return new FailureError({ kind: 'backend-garbled', host, said });
}
