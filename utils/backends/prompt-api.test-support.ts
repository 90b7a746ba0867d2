import type { PromptApi, PromptOptions } from './prompt-api.ts';

export type PromptScript = {
  readonly states?: readonly ('unavailable' | 'downloadable' | 'downloading' | 'available')[];
  readonly pieces?: readonly string[];
  /** Thrown after the pieces. */
  readonly breaks?: Error;
  readonly refuses?: Error;
  /** Shares told while the model is downloaded. */
  readonly progress?: readonly number[];
  /** What goes on until it is aborted. */
  readonly slow?: 'opening' | 'answering';
};

export type FakePromptApi = PromptApi & {
  readonly created: PromptOptions[];
  readonly asked: { input: string; responseConstraint?: unknown }[];
  destroyed: number;
};

/**
 * A browser's Prompt API that does as documented: `availability` in four words, `create` with `initialPrompts` and `monitor`, a stream of what
 * is new, `AbortError` on abort, `InvalidStateError` after `destroy`.
 * @see https://webmachinelearning.github.io/prompt-api/
 */
export function createFakePromptApi({
  states = ['available'],
  pieces = [],
  breaks,
  refuses,
  progress = [],
  slow,
}: PromptScript): FakePromptApi {
  let turn = 0;
  const fake: FakePromptApi = {
    created: [],
    asked: [],
    destroyed: 0,
    availability: async () => states[Math.min(turn++, states.length - 1)] ?? 'unavailable',
    create: async (options) => {
      options.signal.throwIfAborted();
      fake.created.push(options);
      if (options.initialPrompts?.slice(1).some(({ role }) => role === 'system')) throw new TypeError('system must be the first');
      options.monitor?.({
        addEventListener: (_type, listen) => {
          for (const loaded of progress) listen({ loaded });
        },
      });
      if (refuses) throw refuses;
      if (slow === 'opening') await whenAborted(options.signal);
      let isOpen = true;
      let contextUsage = 100;
      return {
        get contextUsage() {
          return contextUsage;
        },
        destroy: () => {
          isOpen = false;
          fake.destroyed += 1;
        },
        promptStreaming: (input, { signal, ...rest }) => {
          if (!isOpen) throw new DOMException('The session has been destroyed.', 'InvalidStateError');
          fake.asked.push({ input, ...rest });
          const left = [...pieces];
          return new ReadableStream<string>({
            async pull(controller) {
              const piece = left.shift();
              if (piece !== undefined) return controller.enqueue(piece);
              contextUsage += 20;
              if (breaks) return controller.error(breaks);
              if (slow === 'answering') await whenAborted(signal);
              controller.close();
            },
          });
        },
      };
    },
  };
  return fake;
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(new DOMException('Aborted', 'AbortError'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
