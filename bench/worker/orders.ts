/** What the page asks of a worker. Times are in milliseconds. */
export type Order =
  /** Reads `/corpus?size=`, builds the index and stores it. */
  | { readonly kind: 'build'; readonly engine: string; readonly size: number }
  /** Opens the stored index and answers one question. */
  | { readonly kind: 'first'; readonly engine: string; readonly size: number; readonly question: string }
  /** Answers questions with the opened index; the first ones warm it up. */
  | {
      readonly kind: 'ask';
      readonly engine: string;
      readonly size: number;
      readonly questions: readonly string[];
      readonly warmUp: number;
    }
  /** Changes one article of the stored index, several times. */
  | { readonly kind: 'update'; readonly size: number; readonly times: number };

export type Reply =
  | { readonly kind: 'built'; readonly ms: number; readonly storedBytes: number; readonly textBytes: number }
  | { readonly kind: 'found'; readonly ids: number }
  | { readonly kind: 'asked'; readonly ms: readonly number[] }
  | { readonly kind: 'updated'; readonly ms: readonly number[]; readonly isFound: boolean }
  | { readonly kind: 'failed'; readonly said: string };
