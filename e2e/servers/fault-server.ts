import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the server. Pieces are written one by one, each flushed, so that they arrive as separate reads. */
export type FaultAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly pieces?: readonly (string | Uint8Array)[];
  /** `end` closes in good order, `cut` breaks the connection, `hang` says nothing more. */
  readonly ending?: 'end' | 'cut' | 'hang';
};
/** Answers in order, the last one again and again; or made from the request. */
export type FaultScript = readonly FaultAnswer[] | ((prompt: string) => FaultAnswer);
export type SeenRequest = { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string };
export type FaultServer = {
  readonly host: string;
  readonly origin: string;
  /** Requests in the order they came. */
  readonly seen: SeenRequest[];
  /** Resolves when a client has gone away in the middle of an answer. */
  readonly clientGone: Promise<void>;
  readonly close: () => Promise<void>;
};

/** A chunk of a streamed chat completion, as an event. */
export function toEvent(content: string | undefined, finish: string | null = null): string {
  const delta = content === undefined ? {} : { content };
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}

/** A whole reply, word by word. */
export function toStream(text: string): FaultAnswer {
  const words = text.match(/\S+\s*/g) ?? [];
  return { pieces: [...words.map((word) => toEvent(word)), toEvent(undefined, 'stop'), 'data: [DONE]\n\n'] };
}

/** Does what the ticket orders, as a model would that fell for the attack: repeats what it is told to say or to link to. */
export const obey: FaultScript = (prompt) => {
  const order = /(?:say|write|reply with|answer|include|insert|print|add)(?: exactly| only| this)?:? *["“']?([^"”'\n]+)/i.exec(
    prompt,
  );
  return toStream(order?.[1] ?? 'There is no order in this ticket.');
};

/**
 * An OpenAI-compatible server on loopback that answers by script. Scripts are named by path below the origin
 * ("/v1/chat/completions"), or, going first, by a mark in the prompt ("[[fault:cut]]" plays the script named "cut").
 */
export async function startFaultServer(scripts: Readonly<Record<string, FaultScript>>): Promise<FaultServer> {
  const seen: SeenRequest[] = [];
  const played = new Map<string, number>();
  const gone = Promise.withResolvers<void>();
  const choose = (path: string, body: string): FaultAnswer => {
    const mark = /\[\[fault:([\w-]+)\]\]/.exec(body)?.[1];
    const name = mark !== undefined && mark in scripts ? mark : path;
    const script = scripts[name];
    if (script === undefined) return { status: 404, pieces: ['{"error":{"message":"Not found"}}'] };
    if (typeof script === 'function') return script(readPrompt(body));
    const turn = played.get(name) ?? 0;
    played.set(name, turn + 1);
    return script[Math.min(turn, script.length - 1)] ?? {};
  };
  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      const path = request.url ?? '';
      seen.push({ path, headers: request.headers, body });
      response.on('close', () => response.writableFinished || gone.resolve());
      await play(choose(path, body), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { host, origin: `http://${host}`, seen, clientGone: gone.promise, close };
}

async function play(
  { status = 200, headers = {}, pieces = [], ending = 'end' }: FaultAnswer,
  response: ServerResponse,
): Promise<void> {
  if (pieces.length === 0 && ending === 'cut') return void response.destroy();
  if (pieces.length === 0 && ending === 'hang') return;
  response.writeHead(status, { 'content-type': 'text/event-stream', ...headers });
  for (const piece of pieces) {
    await new Promise((resolve) => response.write(piece, resolve));
    // One turn of the loop, so that the next piece is a packet of its own.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (ending === 'end') response.end();
  if (ending !== 'cut') return;
  // A connection that breaks at once takes with it what the client has not read yet.
  await new Promise((resolve) => setTimeout(resolve, 50));
  response.destroy();
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces).toString('utf8');
}

/** What the user message says; the ticket stands in it. */
function readPrompt(body: string): string {
  const { messages = [] } = JSON.parse(body || '{}') as { messages?: { role: string; content: string }[] };
  return messages.findLast((message) => message.role === 'user')?.content ?? '';
}
