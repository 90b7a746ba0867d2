import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

export type BenchServer = {
  readonly origin: string;
  /** Every request so far, as `GET /path`. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
};

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const person = (id: string, name: string) => ({ id, name, email: `${id}@desk.example` });

const ticket = {
  id: '1',
  subject: 'Reset link',
  queue: 'Support',
  requester: person('maria', 'Maria Keller'),
  me: person('ana', 'Ana Ruiz'),
  messages: [
    {
      id: '10',
      author: person('maria', 'Maria Keller'),
      authorRole: 'requester',
      visibility: 'public',
      createdAt: '2026-11-18T10:00:00Z',
      text: 'Hello, how long is a password reset link valid?',
    },
  ],
};

/** A ticket of the demo helpdesk around one editor, the one that `?editor=` names; `.artifacts/editors` has to be built. */
export async function startBenchServer(): Promise<BenchServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench.invalid');
    requests.push(`${request.method} ${pathname}`);
    const answer = (status: number, type: string, body: string | Buffer): void =>
      void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    if (pathname === '/api/tickets/1') return answer(200, 'application/json', JSON.stringify(ticket));
    readFile(toPath(pathname)).then(
      (body) => answer(200, `${TYPES[extname(toPath(pathname))] ?? 'application/octet-stream'}; charset=utf-8`, body),
      () => answer(404, 'text/plain', 'Not here.'),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** CKEditor 4 loads its parts from its own folder. */
function toPath(pathname: string): string {
  if (pathname.startsWith('/tickets/')) return '.artifacts/editors/index.html';
  const path = normalize(pathname);
  return path.startsWith('/vendor/ckeditor4/')
    ? join('node_modules', path.slice('/vendor/'.length))
    : join('.artifacts/editors', path);
}
