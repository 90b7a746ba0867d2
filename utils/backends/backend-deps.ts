/** What a backend needs of the world, as values: tests give a clock that does not wait. */
export type BackendDeps = {
  readonly fetch: typeof globalThis.fetch;
  /** In [0, 1); spreads retries. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts first. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** At least 64 random bits in lower-case hex, new each time. */
  readonly makeBoundary: () => string;
  /** Longest wait for the first byte of an answer: 150 s, since a local model may have to be loaded first, which takes two minutes on a slow disk. */
  readonly firstByteMs: number;
  /** Longest silence within an answer: 40 s; servers that think for longer send keep-alive comments. */
  readonly stallMs: number;
  /** Does the computer have a network? Browsers say yes too often and never no wrongly; absent: not known. */
  readonly isOnline?: () => boolean;
};

export const browserDeps: BackendDeps = {
  fetch: (input, init) => fetch(input, init),
  random: Math.random,
  now: Date.now,
  sleep,
  makeBoundary: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  firstByteMs: 150_000,
  stallMs: 40_000,
  isOnline: () => navigator.onLine !== false,
};

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(toError(signal.reason));
    const stop = (): void => {
      clearTimeout(timer);
      reject(toError(signal.reason));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/** `work`, or `undefined` when `ms` pass first. Rejects with the signal's reason as soon as it aborts, whatever `work` does. */
export async function within<T>(
  work: Promise<T>,
  ms: number,
  sleepFor: BackendDeps['sleep'],
  signal: AbortSignal,
): Promise<T | undefined> {
  const over = new AbortController();
  try {
    return await Promise.race([work, sleepFor(ms, AbortSignal.any([over.signal, signal])).then(() => undefined)]);
  } finally {
    over.abort();
  }
}
