import type { Failure } from '../../domain/failure.ts';
import type { PresetId } from '../../domain/settings.ts';

/** Where a shape is documented, and when that was looked up. */
export type Documented = { readonly source: string; readonly lookedUp: string };

/** One streamed answer as it goes over the wire, and what has to be read out of it. */
export type StreamCase = Documented & {
  readonly what: string;
  readonly wire: readonly string[];
  /** The reply, letter by letter; what had come, when the stream ends in a failure. */
  readonly text: string;
  /** Tokens that the server says it used. */
  readonly used?: { readonly input: number; readonly output: number };
  readonly fails?: { readonly kind: Failure['kind']; readonly said?: string };
};

/** An answer with a bad status, and what the server says in it. */
export type ErrorCase = Documented & {
  readonly what: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** The server's words for a person, without the JSON around them. */
  readonly said: string;
};

/** An answer to `GET /models`. */
export type ModelsCase = Documented & {
  readonly what: string;
  readonly body: string;
  readonly ids: readonly string[];
  /** Those of them that turn text into vectors. */
  readonly embeds?: readonly string[];
  /** Another spelling of the first id under which the server takes it. */
  readonly alsoCalled?: string;
};

export type ServerFamily = {
  readonly name: string;
  readonly preset: PresetId;
  readonly streams: readonly StreamCase[];
  readonly errors: readonly ErrorCase[];
  readonly models: readonly ModelsCase[];
};

/** Events of a stream, one JSON value each. */
export function toEvents(...values: readonly unknown[]): string[] {
  return values.map((value) => `data: ${JSON.stringify(value)}\n\n`);
}

export const DONE = 'data: [DONE]\n\n';

/** A chunk of a streamed completion; `rest` holds what only this server adds. */
export function toChunk(delta: object, finish: string | null = null, rest: object = {}): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1790000000,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...rest,
  };
}
