import { articleSchema, passageSchema, sourceIdSchema, type Article, type Passage } from '../../utils/domain/passage.ts';
import { createDatabaseOpener } from '../../utils/storage/database.ts';
import { createKnowledgeStore } from '../../utils/storage/knowledge-store.ts';
import type { Order, Reply } from './orders.ts';
import { storedEngines, type Ask, type StoredEngine } from './stored-engines.ts';

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
    const storedBytes = await engineOf(order.engine).build(passages, order.size);
    const textBytes = passages.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
    return { kind: 'built', ms: performance.now() - startedAt, storedBytes, textBytes };
  }
  if (order.kind === 'first') return { kind: 'found', ids: await (await askerOf(order))(order.question) };
  if (order.kind === 'update') return update(order.times);
  const ask = await askerOf(order);
  const ms: number[] = [];
  for (const [at, question] of order.questions.entries()) {
    const startedAt = performance.now();
    await ask(question);
    if (at >= order.warmUp) ms.push(performance.now() - startedAt);
  }
  return { kind: 'asked', ms };
}

function engineOf(name: string): StoredEngine {
  const engine = storedEngines[name];
  if (!engine) throw new Error(`No engine is called ${name}.`);
  return engine;
}

async function askerOf({ engine, size }: { engine: string; size: number }): Promise<Ask> {
  const name = `${engine} ${size}`;
  if (opened?.name !== name) opened = { name, ask: await engineOf(engine).open(size) };
  return opened.ask;
}

async function readCorpus(size: number): Promise<Passage[]> {
  const text = await (await fetch(`/corpus?size=${size}`)).text();
  return text
    .trim()
    .split('\n')
    .map((line) => passageSchema.parse(JSON.parse(line)));
}

/** One article of the source is changed again and again, as a reading of its source would. */
async function update(times: number): Promise<Reply> {
  const store = createKnowledgeStore(createDatabaseOpener());
  const sourceId = sourceIdSchema.parse('bench');
  await store.putSource({
    id: sourceId,
    kind: 'help-centre',
    name: 'Bench',
    audience: 'public',
    importedAt: new Date(0).toISOString(),
    unreadable: [],
  });
  const at = new Date(0).toISOString();
  const step = (article: Article) => ({
    articles: [article],
    unchanged: [],
    removed: [],
    unreadable: [],
    sync: {
      sourceId,
      runId: 'run',
      state: 'running' as const,
      startedAt: at,
      steppedAt: at,
      done: 0,
      added: 0,
      changed: 0,
      unchanged: 0,
      removed: 0,
    },
  });
  const ms: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const article = articleSchema.parse({
      id: 'changed',
      sourceId,
      title: 'Changed article',
      locale: 'en',
      audience: 'public',
      fetchedAt: at,
      sections: [{ headings: [], text: `The zebracode of this article is now z${time}code. It was changed ${time} times.` }],
    });
    const startedAt = performance.now();
    await store.saveStep(step(article));
    ms.push(performance.now() - startedAt);
    await store.settle();
  }
  const query = { questions: [`zebracode z${times - 1}code`], context: '', language: 'en', mayUse: ['public'] as const };
  const found = await store.search(query, 5, new AbortController().signal);
  const isFound = found.filter(({ passage }) => passage.articleId === 'changed').length === 1;
  return { kind: 'updated', ms, isFound };
}
