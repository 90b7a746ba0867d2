import { startFaultServer, type FaultAnswer } from '../../../e2e/servers/fault-server.ts';
import { toFailure, type Failure } from '../../domain/failure.ts';
import type { BackendDeps } from '../backend-deps.ts';
import { createOpenAiCompatibleBackend } from '../openai-compatible.ts';
import { KEY, makeDeps, makeRequest } from '../test-support.ts';

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

/** What the backend writes, and how it ends. */
export async function readReply(
  baseUrl: string,
  deps: BackendDeps,
): Promise<{ readonly text: string; readonly failure?: Failure }> {
  const backend = createOpenAiCompatibleBackend({ baseUrl, model: 'm', hasKey: true }, KEY, deps);
  let text = '';
  try {
    for await (const piece of backend.streamReply(makeRequest(), new AbortController().signal)) text += piece;
    return { text };
  } catch (thrown) {
    return { text, failure: toFailure(thrown) };
  }
}
