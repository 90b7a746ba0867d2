/** Answers to requests that were made before, word for word the same. */
export type AnswerCache = {
  /** `fingerprint`: the whole request as text, without what is new in each. */
  readonly get: (fingerprint: string) => Promise<string | undefined>;
  readonly put: (fingerprint: string, answer: string) => Promise<void>;
};
