import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Attributes = Record<string, string | number | boolean>;
type File = { id: string; filename: string; text: string };
type Entry = { status: string; looks: number; attributes: Attributes | null; last_error: { message: string } | null };

/** How the server behaves from now on; change it between requests. */
export type VectorStoreMood = {
  /** Answers with 429 to so many requests before it answers again; `retryAfter` in seconds. */
  busyFor: number;
  retryAfter: string | undefined;
  /** Looks at a file before it is indexed; Infinity: never. */
  looksUntilIndexed: number;
  /** A file with this in its text cannot be indexed. */
  unreadable: string | undefined;
  /** The shape of a search's answer is another than documented. */
  changedSchema: boolean;
  /** Gives back every file, whatever the filter says. */
  ignoresFilter: boolean;
  /** Breaks the connection at the request with this number, from 1, counted from the last change. */
  cutAt: number | undefined;
};

export type VectorStoreServer = {
  readonly baseUrl: string;
  readonly mood: VectorStoreMood;
  readonly files: Map<string, File>;
  /** What is in the store, by file id. */
  readonly store: Map<string, Entry>;
  readonly seen: { readonly method: string; readonly path: string; readonly body: string }[];
  readonly close: () => Promise<void>;
};

export const STORE_ID = 'vs_northwind';
export const STORE_KEY = 'sk-stand-in';

type Filter = { type: string; key?: string; value?: unknown; filters?: Filter[] };

/** A stand-in for OpenAI's files and vector stores on loopback, with the documented shapes. Search ranks by shared words. */
export async function startVectorStoreServer(): Promise<VectorStoreServer> {
  const mood: VectorStoreMood = {
    busyFor: 0,
    retryAfter: undefined,
    looksUntilIndexed: 0,
    unreadable: undefined,
    changedSchema: false,
    ignoresFilter: false,
    cutAt: undefined,
  };
  const files: VectorStoreServer['files'] = new Map();
  const store: VectorStoreServer['store'] = new Map();
  const seen: VectorStoreServer['seen'] = [];
  let made = 0;
  let sinceCut = 0;

  const answer = async (
    request: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; json: unknown; headers?: Record<string, string> }> => {
    const url = new URL(request.url ?? '', 'http://x');
    const method = request.method ?? '';
    seen.push({ method, path: url.pathname, body: body.toString('utf8') });
    if (request.headers.authorization !== `Bearer ${STORE_KEY}`) return error(401, 'Incorrect API key provided');
    if (mood.busyFor > 0) {
      mood.busyFor -= 1;
      return { ...error(429, 'Rate limit reached'), ...(mood.retryAfter ? { headers: { 'retry-after': mood.retryAfter } } : {}) };
    }
    const [, , room, first, sub, second] = url.pathname.split('/');
    if (room === 'files') {
      if (method === 'POST') {
        const form = await new Response(new Uint8Array(body), {
          headers: { 'content-type': request.headers['content-type'] ?? '' },
        }).formData();
        const file = form.get('file');
        if (form.get('purpose') !== 'assistants' || !(file instanceof Blob)) return error(400, 'purpose and file are required');
        made += 1;
        const id = `file-${made}`;
        files.set(id, { id, filename: file.name, text: await file.text() });
        return ok(toFile(files.get(id)));
      }
      if (method === 'GET') return ok(toPage([...files.values()].map(toFile), url));
      return files.delete(first ?? '') ? ok({ id: first, object: 'file', deleted: true }) : error(404, 'No such File object');
    }
    if (room !== 'vector_stores') return error(404, 'Unknown request URL');
    if (first !== STORE_ID) return error(404, `Vector store with id '${first}' not found`);
    if (sub === undefined)
      return ok({ id: STORE_ID, object: 'vector_store', name: 'Northwind', status: 'completed', file_counts: toCounts(store) });
    if (sub === 'search') return ok(search(JSON.parse(body.toString('utf8')) as never));
    if (method === 'POST') {
      const { file_id: id, attributes = null } = JSON.parse(body.toString('utf8')) as {
        file_id: string;
        attributes?: Attributes;
      };
      if (!files.has(id)) return error(404, 'No such File object');
      store.set(id, { status: 'in_progress', looks: 0, attributes, last_error: null });
      return ok(toEntry(id, look(id)));
    }
    if (second === undefined)
      return ok(
        toPage(
          [...store].map(([id, entry]) => toEntry(id, entry)),
          url,
        ),
      );
    if (!store.has(second)) return error(404, 'No such vector store file');
    if (method === 'GET') return ok(toEntry(second, look(second)));
    store.delete(second);
    return ok({ id: second, object: 'vector_store.file.deleted', deleted: true });
  };

  const look = (id: string): Entry => {
    const entry = store.get(id) ?? { status: 'failed', looks: 0, attributes: null, last_error: null };
    const isBad = mood.unreadable !== undefined && (files.get(id)?.text.includes(mood.unreadable) ?? false);
    if (isBad)
      Object.assign(entry, { status: 'failed', last_error: { code: 'invalid_file', message: 'The file could not be parsed.' } });
    else if (entry.looks >= mood.looksUntilIndexed) entry.status = 'completed';
    entry.looks += 1;
    return entry;
  };

  const search = (asked: { query: string; filters?: Filter; max_num_results?: number }): unknown => {
    if (mood.changedSchema) return { object: 'vector_store.search_results.page', results: [] };
    const words = new Set(asked.query.toLowerCase().match(/\w+/g));
    const data = [...store]
      .filter(
        ([, entry]) =>
          entry.status === 'completed' && (mood.ignoresFilter || !asked.filters || fits(entry.attributes ?? {}, asked.filters)),
      )
      .map(([id, { attributes }]) => {
        const file = files.get(id);
        const held = new Set(file?.text.toLowerCase().match(/\w+/g));
        const score = words.intersection(held).size / (words.size || 1);
        return {
          file_id: id,
          filename: file?.filename ?? '',
          score,
          attributes,
          content: [{ type: 'text', text: file?.text ?? '' }],
        };
      })
      .toSorted((a, b) => b.score - a.score)
      .slice(0, asked.max_num_results ?? 10);
    return { object: 'vector_store.search_results.page', search_query: [asked.query], data, has_more: false, next_page: null };
  };

  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      sinceCut += 1;
      if (mood.cutAt !== undefined && sinceCut >= mood.cutAt) return void response.destroy();
      const { status, json, headers = {} } = await answer(request, body);
      write(response, status, json, headers);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const counted = new Proxy(mood, {
    set(target, key, value) {
      sinceCut = 0;
      return Reflect.set(target, key, value);
    },
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, mood: counted, files, store, seen, close };
}

const ok = (json: unknown) => ({ status: 200, json });
const error = (status: number, message: string) => ({
  status,
  json: { error: { message, type: 'invalid_request_error', code: null } },
});
const toFile = (file: File | undefined) => ({
  id: file?.id,
  object: 'file',
  filename: file?.filename,
  purpose: 'assistants',
  status: 'processed',
});
const toEntry = (id: string, { status, attributes, last_error }: Entry) => ({
  id,
  object: 'vector_store.file',
  vector_store_id: STORE_ID,
  status,
  attributes,
  last_error,
});

function toCounts(store: ReadonlyMap<string, Entry>) {
  const count = (status: string): number => [...store.values()].filter((entry) => entry.status === status).length;
  return {
    in_progress: count('in_progress'),
    completed: count('completed'),
    failed: count('failed'),
    cancelled: 0,
    total: store.size,
  };
}

function toPage<T extends { id: string | undefined }>(all: readonly T[], url: URL) {
  const start = all.findIndex((one) => one.id === url.searchParams.get('after')) + 1;
  const data = all.slice(start, start + Number(url.searchParams.get('limit') ?? 20));
  return {
    object: 'list',
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: start + data.length < all.length,
  };
}

function fits(attributes: Attributes, filter: Filter): boolean {
  if (filter.type === 'or') return (filter.filters ?? []).some((one) => fits(attributes, one));
  if (filter.type === 'and') return (filter.filters ?? []).every((one) => fits(attributes, one));
  return filter.type === 'eq' && attributes[filter.key ?? ''] === filter.value;
}

function write(response: ServerResponse, status: number, json: unknown, headers: Record<string, string>): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}
