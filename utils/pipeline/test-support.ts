import type { Failure } from '../domain/failure.ts';
import { FailureError } from '../domain/failure.ts';
import type { LanguageModel, ModelRequest } from '../ports/language-model.ts';

/** A model that says these answers in their order (the last one again and again), in pieces; a failure is thrown. For tests. */
export function makeModel(
  ...answers: readonly (string | Failure | ((request: ModelRequest) => string))[]
): LanguageModel & { readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = [];
  const take = (request: ModelRequest): string => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? '';
    asked.push(request);
    if (typeof answer === 'object') throw new FailureError(answer);
    return typeof answer === 'function' ? answer(request) : answer;
  };
  return {
    id: 'openai-compatible',
    host: 'model.example',
    model: 'm-1',
    asked,
    async *stream(request, signal) {
      for (const text of take(request).match(/[^]{1,7}/g) ?? []) {
        signal.throwIfAborted();
        yield { kind: 'text', text };
      }
    },
    askJson: async (request) => ({ value: JSON.parse(take(request)) as unknown }),
  };
}

export const BOUNDARY = '0123456789abcdef0123456789abcdef';
