import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { sourceIdSchema, type Article } from '../../domain/passage.ts';
import type { KnowledgeSource, SourceStep } from '../../ports/knowledge-source.ts';
import { createDatabaseOpener } from '../../storage/database.ts';
import { createKnowledgeStore } from '../../storage/knowledge-store.ts';
import { createWorld, help, sourceInput, toArticle } from './sync-world.test-support.ts';

/** A world over the real store with a place that knows no marks and no dates: every reading brings every article. */
function openWorld() {
  globalThis.indexedDB = new IDBFactory();
  const store = createKnowledgeStore(createDatabaseOpener());
  const world = createWorld(store);
  const step: { articles: Article[]; unreadable: SourceStep['unreadable'] } = { articles: [], unreadable: [] };
  const source: KnowledgeSource = {
    isFor: () => true,
    async *read({ cursor }) {
      if (cursor === undefined) yield { ...step, unchanged: [], removed: [], cursor: 'end' };
    },
  };
  const read = async () => {
    const worker = world.startWorker({ findSource: () => source });
    await ((await store.listSources()).length === 0 ? worker.add(sourceInput(), '') : worker.start(help));
    await worker.wake();
    return world.row();
  };
  const article = (id: string, version: number): Article => {
    const { etag: _etag, ...rest } = toArticle(help, id, version, world.now);
    return rest;
  };
  return { store, world, step, read, article };
}

it('an article counts as changed only when its words have, in whatever order its parts come', async () => {
  const { world, step, read, article } = openWorld();
  step.articles = [article('a', 1), article('b', 1), article('c', 1)];
  expect(await read()).toMatchObject({ added: 3, changed: 0, unchanged: 0, removed: 0, done: 3 });
  world.pass(60);
  const { sections, ...rest } = article('a', 1);
  step.articles = [{ sections, ...rest }, article('b', 2), article('d', 1)];
  expect(await read()).toMatchObject({ added: 1, changed: 1, unchanged: 1, removed: 1, done: 3 });
  expect((await world.writer.listArticles(help)).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
});

it('what can’t be read is told, and no longer once it can', async () => {
  const { store, step, read, article } = openWorld();
  step.unreadable = [{ name: 'scan.pdf', reason: 'it holds no text' }];
  step.articles = [article('a', 1)];
  await read();
  expect((await store.listSources())[0]?.unreadable).toEqual(step.unreadable);
  step.unreadable = [];
  await read();
  expect((await store.listSources())[0]?.unreadable).toEqual([]);
});

it('what is no article is told and left out, and the rest is read', async () => {
  const { store, step, read, article } = openWorld();
  const foreign = { ...article('x', 1), sourceId: sourceIdSchema.parse('other') };
  step.articles = [article('a', 1), { ...article('b', 1), fetchedAt: 'yesterday' }, foreign];
  expect(await read()).toMatchObject({ added: 1, done: 3 });
  expect((await store.listSources())[0]?.unreadable.map(({ name }) => name)).toEqual(['Article b', 'Article x']);
});
