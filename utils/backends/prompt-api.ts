/**
 * The part of the browser's Prompt API that is used here.
 * @see https://webmachinelearning.github.io/prompt-api/ and https://developer.mozilla.org/docs/Web/API/LanguageModel
 */
export type PromptApi = {
  readonly availability: () => Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  /** Rejects with `NotAllowedError` when a download would begin without a click, `NotSupportedError`, `QuotaExceededError`. */
  readonly create: (options: PromptOptions) => Promise<PromptSession>;
};

export type PromptMessage = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

export type PromptOptions = {
  /** A message of the role `system` has to be the first. */
  readonly initialPrompts?: readonly PromptMessage[];
  readonly signal: AbortSignal;
  /** Tells the download: `loaded` is the share, 0–1. */
  readonly monitor?: (monitor: {
    readonly addEventListener: (type: 'downloadprogress', listen: (event: { readonly loaded: number }) => void) => void;
  }) => void;
};

export type PromptSession = {
  /** Yields what is new, piece by piece. */
  readonly promptStreaming: (
    input: string,
    options: { readonly signal: AbortSignal; readonly responseConstraint?: Readonly<Record<string, unknown>> },
  ) => ReadableStream<string>;
  readonly destroy: () => void;
  /** Tokens that the session holds; absent in older browsers. */
  readonly contextUsage?: number;
};

/** The API of this browser, `undefined` where it has none. Chrome has it in extension pages and in an extension's worker. */
export function findPromptApi(scope: object = globalThis): PromptApi | undefined {
  const found: unknown = Reflect.get(scope, 'LanguageModel');
  return isPromptApi(found) ? found : undefined;
}

function isPromptApi(value: unknown): value is PromptApi {
  return (
    (typeof value === 'function' || (typeof value === 'object' && value !== null)) &&
    typeof Reflect.get(value, 'availability') === 'function' &&
    typeof Reflect.get(value, 'create') === 'function'
  );
}
