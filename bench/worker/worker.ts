import type { Passage } from '../../utils/domain/passage.ts';
import type { Order, Reply } from './orders.ts';
import { loadEngine } from './load-engine.ts';
import type { Ask, StoredEngine } from './stored-engine.ts';

let opened: { name: string; ask: Ask } | undefined;

self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  carryOut(data).then(
    (reply) => self.postMessage(reply),
    (thrown: unknown) => self.postMessage({ kind: 'failed', said: String(thrown) } satisfies Reply),
  );
});

async function carryOut(order: Order): Promise<Reply> {
  if (order.kind === 'build') {
    const passages = await readCorpus(order.size);
    const startedAt = performance.now();
    const storedBytes = await (await engineOf(order.engine)).build(passages, order.size);
    const textBytes = passages.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
    return { kind: 'built', ms: performance.now() - startedAt, storedBytes, textBytes };
  }
  if (order.kind === 'first') return { kind: 'found', ids: await (await askerOf(order))(order.question) };
  if (order.kind === 'update') return (await import('./update-article.ts')).updateArticle(order.times);
  const ask = await askerOf(order);
  const ms: number[] = [];
  for (const [at, question] of order.questions.entries()) {
    const startedAt = performance.now();
    await ask(question);
    if (at >= order.warmUp) ms.push(performance.now() - startedAt);
  }
  return { kind: 'asked', ms };
}

async function engineOf(name: string): Promise<StoredEngine> {
  const load = loadEngine[name];
  if (!load) throw new Error(`No engine is called ${name}.`);
  return load();
}

async function askerOf({ engine, size }: { engine: string; size: number }): Promise<Ask> {
  const name = `${engine} ${size}`;
  if (opened?.name !== name) opened = { name, ask: await (await engineOf(engine)).open(size) };
  return opened.ask;
}

async function readCorpus(size: number): Promise<Passage[]> {
  const text = await (await fetch(`/corpus?size=${size}`)).text();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Passage);
}
