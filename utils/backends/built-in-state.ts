import { FailureError } from '../domain/failure.ts';
import { findPromptApi, type PromptApi } from './prompt-api.ts';

export type BuiltInState = 'none' | 'to-download' | 'downloading' | 'ready';

const states = { unavailable: 'none', downloadable: 'to-download', downloading: 'downloading', available: 'ready' } as const;

/** Can the browser's own model be used? Never rejects: a browser without it, or one that fails to say, has none. */
export async function builtInState(api: PromptApi | undefined = findPromptApi()): Promise<BuiltInState> {
  try {
    return api ? states[await api.availability()] : 'none';
  } catch {
    return 'none';
  }
}

/**
 * Downloads the browser's own model, some gigabytes, and resolves when it can be used. Call it from a page, on a click: browsers
 * begin no download without one. `onProgress` is told the share, 0–1, never less than before. Throws `model-unavailable`, and the signal's reason
 * when aborted; what came stays, the browser may go on by itself.
 */
export async function downloadBuiltIn(
  onProgress: (share: number) => void,
  signal: AbortSignal,
  api: PromptApi | undefined = findPromptApi(),
): Promise<void> {
  const state = await builtInState(api);
  signal.throwIfAborted();
  if (!api || state === 'none') throw new FailureError({ kind: 'model-unavailable', state: 'none' });
  let most = 0;
  try {
    const session = await api.create({
      signal,
      monitor: (monitor) =>
        monitor.addEventListener('downloadprogress', ({ loaded }) => {
          most = Math.min(1, Math.max(most, loaded));
          onProgress(most);
        }),
    });
    session.destroy();
    if (most < 1) onProgress(1);
  } catch (thrown) {
    signal.throwIfAborted();
    throw await toUnavailable(thrown, api);
  }
}

/** The failure behind what `create` rejected with. */
export async function toUnavailable(thrown: unknown, api: PromptApi): Promise<FailureError> {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (name === 'NotAllowedError')
    return new FailureError({ kind: 'model-unavailable', state: 'no-user-gesture' }, { cause: thrown });
  const state = await builtInState(api);
  return new FailureError({ kind: 'model-unavailable', state: state === 'ready' ? 'none' : state }, { cause: thrown });
}
