/** Does `work` once for all who ask for the same while it is under way. */
export type ShareWork<Event> = (
  key: string,
  emit: (event: Event) => void,
  signal: AbortSignal,
  work: (emit: (event: Event) => void, signal: AbortSignal) => Promise<void>,
) => Promise<void>;

/**
 * One piece of work for each key at a time: who asks meanwhile hears what the first hears, from then on. It is aborted when
 * nobody listens any more; who asks after that begins anew. Resolves, or rejects, with the work, or resolves at once when the
 * asker's own signal aborts.
 */
export function createShareWork<Event>(): ShareWork<Event> {
  type Shared = {
    readonly listeners: Set<(event: Event) => void>;
    readonly cancel: AbortController;
    readonly done: Promise<void>;
  };
  const running = new Map<string, Shared>();

  function begin(key: string, work: Parameters<ShareWork<Event>>[3]): Shared {
    const listeners: Shared['listeners'] = new Set();
    const cancel = new AbortController();
    const done = work((event) => {
      for (const listener of listeners) listener(event);
    }, cancel.signal).finally(() => {
      if (running.get(key)?.listeners === listeners) running.delete(key);
    });
    const shared = { listeners, cancel, done };
    running.set(key, shared);
    return shared;
  }

  return async (key, emit, signal, work) => {
    if (signal.aborted) return;
    // One of their own, so that two who pass the same function count as two.
    const listener = (event: Event): void => emit(event);
    const shared = running.get(key) ?? begin(key, work);
    shared.listeners.add(listener);
    const left = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        shared.listeners.delete(listener);
        if (shared.listeners.size === 0) {
          if (running.get(key) === shared) running.delete(key);
          shared.cancel.abort(signal.reason);
        }
        resolve();
      });
    });
    // After everybody left nobody hears how it ended.
    shared.done.catch(() => undefined);
    await Promise.race([shared.done, left]);
  };
}
