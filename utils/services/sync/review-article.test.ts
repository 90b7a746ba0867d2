import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { toFailure } from '../../domain/failure.ts';
import { sourceIdSchema, type Article, type Audience, type Source } from '../../domain/passage.ts';
import type { KnowledgeSource } from '../../ports/knowledge-source.ts';
import { createDatabaseOpener } from '../../storage/database.ts';
import { createKnowledgeStore, type KnowledgeStore } from '../../storage/knowledge-store.ts';
import { createWorld, help, sourceInput, toArticle, type World } from './sync-world.test-support.ts';

const reasons = ['words that give orders to an assistant'];
const flagged = (version = 1): Article => ({
  ...toArticle(help, 'a', version, new Date('2026-11-21T10:00:00.000Z')),
  review: { state: 'needed', reasons },
});

let store: KnowledgeStore;
let world: World;
/** What the place holds at the next reading. */
let articles: Article[];
const source: KnowledgeSource = {
  isFor: () => true,
  async *read({ cursor }) {
    if (cursor === undefined)
      yield { articles, unchanged: [], removed: [], unreadable: [], cursor: 'end', total: articles.length };
  },
};
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  store = createKnowledgeStore(createDatabaseOpener());
  world = createWorld(store);
  articles = [flagged(), toArticle(help, 'b', 1, world.now)];
});

async function readPlace() {
  const worker = world.startWorker({ findSource: () => source });
  await ((await store.listSources()).length === 0 ? worker.add(sourceInput(), '') : worker.start(help));
  await worker.wake();
  return worker;
}
const find = async (...mayUse: Audience[]): Promise<string[]> =>
  (
    await store.search(
      { questions: ['article a version reset link valid'], context: '', language: 'en', mayUse },
      10,
      new AbortController().signal,
    )
  ).map(({ passage }) => passage.articleId);
const stateOf = async (): Promise<unknown> => (await store.getArticle(help, 'a'))?.review?.state;

it('an article that a person keeps internal waits no more, stays with the team, and can still be passed', async () => {
  const worker = await readPlace();
  await worker.review(help, 'a', 'kept-internal');
  expect([await stateOf(), await find('public'), await find('internal')]).toEqual([
    'kept-internal',
    expect.not.arrayContaining(['a']),
    ['a'],
  ]);
  await worker.review(help, 'a', 'passed');
  expect(await find('public')).toContain('a');
});

it('what was kept internal is not asked about again while its words are the same', async () => {
  await (await readPlace()).review(help, 'a', 'kept-internal');
  await readPlace();
  expect(await stateOf()).toBe('kept-internal');
  articles = [flagged(2)];
  await readPlace();
  expect(await stateOf()).toBe('needed');
});

it('a flagged article is not for the public until a person has passed it, and again when it is sent back', async () => {
  const worker = await readPlace();
  expect(await find('public')).not.toContain('a');
  await worker.review(help, 'a', 'passed');
  expect(await find('public')).toContain('a');
  await worker.review(help, 'a', 'needed');
  expect(await find('public')).not.toContain('a');
  expect(await find('internal')).toContain('a');
});

it('a review is no change of the place: the reading’s counts and the other articles stay', async () => {
  const worker = await readPlace();
  const before = await world.row();
  await worker.review(help, 'a', 'passed');
  expect(await world.row()).toEqual(before);
  expect((await store.listSources())[0]).toMatchObject({ articles: 2, passages: 2 });
});

it('what was passed stays passed while its words are the same, and waits again when they change', async () => {
  await (await readPlace()).review(help, 'a', 'passed');
  await readPlace();
  expect([await stateOf(), (await world.row())?.unchanged]).toEqual(['passed', 2]);
  articles = [flagged(2)];
  await readPlace();
  expect([await stateOf(), (await world.row())?.changed]).toEqual(['needed', 1]);
});

it('what was passed waits again when something else is found in it', async () => {
  await (await readPlace()).review(help, 'a', 'passed');
  articles = [{ ...flagged(), review: { state: 'needed', reasons: ['text that readers can’t see'] } }];
  await readPlace();
  expect(await stateOf()).toBe('needed');
});

it('an imported file is reviewed too, although nothing reads it again', async () => {
  const files: Source['id'] = sourceIdSchema.parse('files');
  const { origin: _origin, ...input } = { ...sourceInput(), id: files, kind: 'files' as const, unreadable: [] };
  await store.addSource(input, [{ ...flagged(), sourceId: files }], new AbortController().signal);
  const worker = world.startWorker();
  await worker.review(files, 'a', 'passed');
  expect(await find('public')).toEqual(['a']);
  await worker.wake();
  expect(world.alarm).toBeUndefined();
});

it('an article that is gone can’t be reviewed, and one without a flag is left alone', async () => {
  const worker = await readPlace();
  const thrown: unknown = await worker.review(help, 'zzz', 'passed').catch((each: unknown) => each);
  expect(toFailure(thrown).kind).toBe('unexpected');
  await worker.review(help, 'b', 'passed');
  expect((await store.getArticle(help, 'b'))?.review).toBeUndefined();
});
