import { startFaultServer, type FaultAnswer } from '../../../e2e/servers/fault-server.ts';
import { toFailure, type Failure } from '../../domain/failure.ts';
import type { BackendDeps } from '../backend-deps.ts';
import { createLanguageModel } from '../language-model.ts';
import { KEY, makeDeps } from '../test-support.ts';

export type TriedReply = {
  readonly text: string;
  readonly failure?: Failure;
  /** Milliseconds waited between tries. */
  readonly waits: readonly number[];
  readonly tries: number;
};

/** A whole reply with every try that it takes, from a server that gives these answers in order, the last one again and again. */
export async function tryReply(
  answers: readonly FaultAnswer[],
  deps: BackendDeps & { readonly waits: readonly number[] } = makeDeps(),
): Promise<TriedReply> {
  const server = await startFaultServer({ '/v1/chat/completions': answers });
  const read = await readReply(`${server.origin}/v1`, deps);
  await server.close();
  return { ...read, waits: deps.waits, tries: server.seen.length };
}

/** What the model writes, and how it ends. */
export async function readReply(
  baseUrl: string,
  deps: BackendDeps,
): Promise<{ readonly text: string; readonly failure?: Failure }> {
  const model = createLanguageModel({ baseUrl, model: 'm' }, KEY, deps);
  let text = '';
  try {
    const request = { messages: [{ role: 'user', content: 'How long does a refund take?' }], maxTokens: 500 } as const;
    for await (const event of model.stream(request, new AbortController().signal)) if (event.kind === 'text') text += event.text;
    return { text };
  } catch (thrown) {
    return { text, failure: toFailure(thrown) };
  }
}
