import {
  Client,
  ProtocolError,
  SdkError,
  SdkErrorCode,
  StreamableHTTPClientTransport,
  type Tool,
} from '@modelcontextprotocol/client';
import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/client/validators/cf-worker';
import { z } from 'zod';
import { guardFetch, LookUpError } from './guard-fetch.ts';
import type { ToolAnswer } from './read-result.ts';
import type { ToolArguments } from './fill-arguments.ts';

export type Session = {
  readonly listTools: () => Promise<readonly Tool[]>;
  readonly call: (tool: string, values: ToolArguments) => Promise<ToolAnswer>;
};

export type SessionRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof globalThis.fetch;
  /** For all that is done in the session, milliseconds. */
  readonly timeoutMs: number;
};

/** Pages of a list of tools; a server with more has none that a person could tick. */
const MAX_LIST_PAGES = 5;

const answerSchema = z.object({
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).default([]),
  structuredContent: z.unknown().optional(),
  isError: z.boolean().optional(),
});

/**
 * Connects to an MCP server for one piece of work and leaves it again. The server is offered nothing in return: no model, no
 * files, no questions to the agent. Throws `LookUpError` for all trouble, and the signal's reason when aborted.
 */
export async function openSession<T>(
  request: SessionRequest,
  signal: AbortSignal,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const overall = AbortSignal.any([signal, stop.signal, AbortSignal.timeout(request.timeoutMs)]);
  let status = 0;
  const fetch = guardFetch(
    new URL(request.url),
    request.headers,
    request.fetch,
    (error) => stop.abort(error),
    (last) => {
      status = last;
    },
  );
  const client = new Client(
    { name: 'deskside', version: '1' },
    {
      capabilities: {},
      // The other validators make code from text, which an extension may not.
      jsonSchemaValidator: new CfWorkerJsonSchemaValidator(),
      versionNegotiation: { mode: 'auto' },
      inputRequired: { autoFulfill: false },
      listMaxPages: MAX_LIST_PAGES,
    },
  );
  const transport = new StreamableHTTPClientTransport(new URL(request.url), {
    fetch,
    reconnectionOptions: { initialReconnectionDelay: 0, maxReconnectionDelay: 0, reconnectionDelayGrowFactor: 1, maxRetries: 0 },
  });
  const options = { signal: overall, timeout: request.timeoutMs };
  const attempt = async <V>(step: () => Promise<V>): Promise<V> => {
    status = 0;
    try {
      return await Promise.race([step(), rejectOn(overall)]);
    } catch (thrown) {
      signal.throwIfAborted();
      throw toLookUpError(stop.signal.aborted ? stop.signal.reason : thrown, status, overall.aborted);
    }
  };
  try {
    await attempt(() => client.connect(transport, options));
    return await work({
      listTools: () => attempt(async () => (await client.listTools(undefined, options)).tools),
      call: (name, values) =>
        attempt(async () => {
          const answer = answerSchema.parse(await client.callTool({ name, arguments: { ...values } }, options));
          if (answer.isError) throw new LookUpError('tool-failed', answer.content.map((block) => block.text ?? '').join(' '));
          return answer;
        }),
    });
  } finally {
    await client.close().catch(() => undefined);
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}

function toLookUpError(thrown: unknown, status: number, isOver: boolean): LookUpError {
  if (thrown instanceof LookUpError) return thrown;
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const options = { cause: thrown };
  if (isOver || (thrown instanceof SdkError && thrown.code === SdkErrorCode.RequestTimeout)) {
    return new LookUpError('too-slow', 'No answer in time.', undefined, options);
  }
  if (thrown instanceof SdkError && thrown.code === SdkErrorCode.UnsupportedResultType) {
    return new LookUpError('wants-input', said, undefined, options);
  }
  if (thrown instanceof ProtocolError) return new LookUpError('tool-failed', said, undefined, options);
  if (status >= 400) return new LookUpError('rejected', said, status, options);
  return new LookUpError('garbled', said, undefined, options);
}
