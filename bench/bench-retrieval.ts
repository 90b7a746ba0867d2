import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { z } from 'zod';
import { passageSchema, type Passage } from '../utils/domain/passage.ts';
import { makePassages, makeQuestions } from './made-up-passages.ts';
import type { Order, Reply } from './worker/orders.ts';

const BUILT = '.artifacts/bench';
const QUESTIONS = 220;
const WARM_UP = 20;
const FRESH_STARTS = 7;
const UPDATES = 9;
/** Sizes that a library has not got through within minutes before. */
const TOO_LARGE: Readonly<Record<string, number>> = { orama: 20_000, minisearch: 200_000, flexsearch: 200_000 };

export type RetrievalRow = {
  engine: string;
  passages: number;
  buildMs: number;
  storedShareOfText: number;
  freshMs: number;
  p50Ms: number;
  p95Ms: number;
  idleMB: number;
  updateMs: number | undefined;
};

export type RetrievalOptions = {
  readonly sizes: readonly number[];
  readonly engines: readonly string[];
  /** A `.jsonl` or `.jsonl.gz` file of passages instead of made-up ones; questions may stand beside, one a line. */
  readonly corpus?: string | undefined;
  readonly questions?: string | undefined;
};

/** Builds, opens and asks each engine in a worker of a real Chromium, one after another in one run. */
export async function benchRetrieval(options: RetrievalOptions, onRow: (row: RetrievalRow) => void): Promise<RetrievalRow[]> {
  await promisify(execFile)('vite', ['build', 'bench/worker', '--logLevel', 'error']);
  const largest = Math.max(...options.sizes);
  const passages = options.corpus ? await readCorpus(options.corpus) : makePassages(largest);
  const server = await serve(passages);
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const rows: RetrievalRow[] = [];
  try {
    const session = await browser.newBrowserCDPSession();
    for (const size of options.sizes) {
      const own = passages.slice(0, size);
      const questions = options.questions ? await readQuestions(options.questions) : makeQuestions(own, QUESTIONS);
      for (const engine of options.engines) {
        if (size > (TOO_LARGE[engine] ?? Infinity)) continue;
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto(`http://127.0.0.1:${port}/index.html`);
        const row = await measure(page, session, engine, size, questions);
        await context.close();
        rows.push(row);
        onRow(row);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  return rows;
}

async function measure(
  page: Page,
  session: CDPSession,
  engine: string,
  size: number,
  questions: readonly string[],
): Promise<RetrievalRow> {
  const built = await ask(page, { kind: 'build', engine, size }, true, 'built');
  const fresh: number[] = [];
  for (let start = 0; start < FRESH_STARTS; start += 1)
    fresh.push((await ask(page, { kind: 'first', engine, size, question: questions[start] ?? '' }, true, 'found')).ms);
  const asked = await ask(
    page,
    { kind: 'ask', engine, size, questions: questions.slice(0, QUESTIONS), warmUp: WARM_UP },
    true,
    'asked',
  );
  await page.waitForTimeout(6000);
  const idleMB = await measureWorker(session);
  const updated =
    engine === 'deskside' ? (await ask(page, { kind: 'update', size, times: UPDATES }, true, 'updated')).reply : undefined;
  if (updated && !updated.isFound) throw new Error('The changed article was not found once.');
  return {
    engine,
    passages: size,
    buildMs: built.reply.ms,
    storedShareOfText: built.reply.storedBytes / built.reply.textBytes,
    freshMs: quantile(fresh, 0.5),
    p50Ms: quantile(asked.reply.ms, 0.5),
    p95Ms: quantile(asked.reply.ms, 0.95),
    idleMB,
    updateMs: updated ? quantile(updated.ms, 0.5) : undefined,
  };
}

async function ask<K extends Reply['kind']>(
  page: Page,
  order: Order,
  fresh: boolean,
  kind: K,
): Promise<{ reply: Extract<Reply, { kind: K }>; ms: number }> {
  const { reply, ms } = await page.evaluate(([what, anew]) => window.ask(what, anew), [order, fresh] as const);
  if (reply.kind !== kind)
    throw new Error(`${JSON.stringify(order).slice(0, 100)}: ${reply.kind === 'failed' ? reply.said : reply.kind}`);
  return { reply: reply as Extract<Reply, { kind: K }>, ms };
}

const answerSchema = z.object({
  id: z.number(),
  result: z.looseObject({ usedSize: z.number().optional(), backingStorageSize: z.number().optional() }).optional(),
});

/** Heap and buffers of the one worker that runs, in megabytes, after garbage was collected. */
async function measureWorker(session: CDPSession): Promise<number> {
  const { targetInfos } = await session.send('Target.getTargets', {
    filter: [{ type: 'worker' }, { type: 'page', exclude: true }],
  });
  const target = targetInfos.find(({ type }) => type === 'worker');
  if (!target) return Number.NaN;
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  const call = async (id: number, method: string): Promise<z.infer<typeof answerSchema>> => {
    const answer = new Promise<z.infer<typeof answerSchema>>((resolve) => {
      const listen = ({ message }: { message: string }): void => {
        const parsed = answerSchema.safeParse(JSON.parse(message));
        if (!parsed.success || parsed.data.id !== id) return;
        session.off('Target.receivedMessageFromTarget', listen);
        resolve(parsed.data);
      };
      session.on('Target.receivedMessageFromTarget', listen);
    });
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return answer;
  };
  await call(1, 'HeapProfiler.collectGarbage');
  const { result } = await call(2, 'Runtime.getHeapUsage');
  return ((result?.usedSize ?? 0) + (result?.backingStorageSize ?? 0)) / 1e6;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const corpusLine = z.object({ id: z.string(), title: z.string().default(''), text: z.string(), url: z.string().optional() });

async function readCorpus(path: string): Promise<Passage[]> {
  const bytes = await readFile(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
  return lines.map((line, position) => {
    const { id, title, text, url } = corpusLine.parse(JSON.parse(line));
    return passageSchema.parse({
      id: createHash('sha256').update(id).digest('hex').slice(0, 32),
      articleId: url?.split('#')[0] ?? id,
      sourceId: 'bench',
      title,
      headings: [],
      text,
      locale: 'en',
      audience: 'public',
      fetchedAt: '2026-01-01T00:00:00.000Z',
      position,
    });
  });
}

async function readQuestions(path: string): Promise<string[]> {
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  return lines.map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text);
}

async function serve(passages: readonly Passage[]): Promise<Server> {
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/corpus') {
      const size = Number(url.searchParams.get('size'));
      for (const passage of passages.slice(0, size)) response.write(`${JSON.stringify(passage)}\n`);
      response.end();
      return;
    }
    readFile(join(BUILT, url.pathname)).then(
      (bytes) => response.setHeader('content-type', types[extname(url.pathname)] ?? 'application/octet-stream').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
