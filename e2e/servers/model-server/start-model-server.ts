import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelMood } from './model-mood.ts';
import { readChatBody, type ModelRequest } from './model-request.ts';
import { playReply } from './play-reply.ts';

export type ModelServer = {
  readonly host: string;
  /** Base address for the settings: `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string;
  /** Chat requests in the order they came; requests for other paths are in `otherPaths`. */
  readonly requests: ModelRequest[];
  readonly otherPaths: string[];
  /** From now on; one mood for all, or one for each request. */
  readonly setMood: (mood: ModelMood | ((request: ModelRequest) => ModelMood)) => void;
  readonly close: () => Promise<void>;
};

export const MODELS = ['obeying-model', 'obeying-model-mini'] as const;

/**
 * An OpenAI-compatible server on loopback with a model that obeys: it does what the ticket or an article in the prompt orders,
 * see `obey-orders.ts`, and otherwise answers from the sources. How fast and how well, says the mood.
 */
export async function startModelServer(first: ModelMood | ((request: ModelRequest) => ModelMood) = {}): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const otherPaths: string[] = [];
  let mood = first;
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = incoming.url ?? '';
    const text = await readBody(incoming);
    if (path === '/v1/models') {
      otherPaths.push(path);
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(
        JSON.stringify({ object: 'list', data: MODELS.map((id) => ({ id, object: 'model', owned_by: 'tests' })) }),
      );
    }
    if (path !== '/v1/chat/completions') {
      otherPaths.push(path);
      response.writeHead(404, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ error: { message: `There is no ${path} here.` } }));
    }
    const request: ModelRequest = {
      path,
      headers: incoming.headers,
      text,
      body: readChatBody(text),
      at: Date.now(),
      firstTokenAt: undefined,
      endedAt: undefined,
      closedAt: undefined,
      tokens: 0,
    };
    requests.push(request);
    response.on('finish', () => (request.endedAt = Date.now()));
    response.on('close', () => (request.closedAt = response.writableFinished ? undefined : Date.now()));
    await playReply(request, typeof mood === 'function' ? mood(request) : mood, response);
  };
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((thrown: unknown) => {
      console.error(thrown);
      response.destroy();
    });
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    baseUrl: `http://${host}/v1`,
    requests,
    otherPaths,
    setMood: (next) => (mood = next),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces).toString('utf8');
}
