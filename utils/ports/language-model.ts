import type { Price, TokenUse } from '../domain/spending.ts';

export type ModelMessage = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

export type ModelRequest = {
  readonly messages: readonly ModelMessage[];
  /** Longest answer, in tokens, without what a model thinks. */
  readonly maxTokens: number;
};

/** `text`: a piece of the answer, without what a model thinks to itself; `used`: at most once, at the end, also of an answer that then turns out cut off. */
export type ModelEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'used'; readonly tokens: Omit<TokenUse, 'isEstimated'> };

export type JsonRequest = ModelRequest & {
  /** Letters, digits, `_`. */
  readonly name: string;
  /** JSON Schema of an object, as `z.toJSONSchema` makes it. Servers that can't be held to it are asked in words. */
  readonly schema: Readonly<Record<string, unknown>>;
};

/**
 * A model that answers messages. Both throw `FailureError` when it cannot (after the tries that make sense), and the signal's
 * reason when aborted.
 */
export type LanguageModel = {
  readonly id: 'openai-compatible' | 'built-in';
  /** Where requests go; empty: nowhere, the model is on this device. */
  readonly host: string;
  readonly model: string;
  readonly price?: Price;
  /** Tokens that it may think, and charge for, beside the longest answer; absent: none. */
  readonly maxThinkingTokens?: number;
  /** Yields pieces as they come; no new try once one has come. */
  readonly stream: (request: ModelRequest, signal: AbortSignal) => AsyncIterable<ModelEvent>;
  /** One JSON value, unchecked: whoever asks parses it with the schema it was made from. */
  readonly askJson: (
    request: JsonRequest,
    signal: AbortSignal,
  ) => Promise<{ readonly value: unknown; readonly tokens?: Omit<TokenUse, 'isEstimated'> }>;
};
