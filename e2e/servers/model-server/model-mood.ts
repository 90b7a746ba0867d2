/** How the server behaves; everything that is left out is well-behaved. Times in milliseconds. */
export type ModelMood = {
  /** Silence between the request and the status line. */
  readonly firstByteMs?: number;
  /** Words per second once the first has come; all at once by default. */
  readonly tokensPerSecond?: number;
  /** Silence in the middle. */
  readonly stall?: { readonly afterTokens: number; readonly ms: number };
  /** The connection breaks after so many words. */
  readonly cutAfterTokens?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is instead of an answer. */
  readonly body?: string | Uint8Array;
  /** What the model says, whatever it was asked in words. */
  readonly text?: string;
  /** Features of the request that are answered with 400. */
  readonly refuses?: readonly ('json_schema' | 'json_object' | 'tools' | 'stream_options')[];
};
