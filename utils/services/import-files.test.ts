import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { FailureError } from '../domain/failure.ts';
import { sourceIdSchema } from '../domain/passage.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import { createKnowledgeStore, type KnowledgeStore } from '../storage/knowledge-store.ts';
import { importFiles, type FileImportDeps } from './import-files.ts';

const id = sourceIdSchema.parse('files help');
let store: KnowledgeStore;
let nowMs: number;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  store = createKnowledgeStore(createDatabaseOpener());
  nowMs = Date.parse('2026-11-21T09:00:00Z');
});

const toFile = (n: number, says = `The mark of this page is quokka${n}.`) => ({
  name: `help/page-${n}.md`,
  bytes: async () => new TextEncoder().encode(`# Page ${n}\n\n${says}`),
});
const pages = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => toFile(from + at));
const source = {
  id,
  kind: 'files',
  name: 'help',
  audience: 'public',
  importedAt: '2026-11-21T09:00:00.000Z',
} as const;

type Run = Partial<FileImportDeps> & { readonly cancel?: AbortController };
const run = (files: ReturnType<typeof toFile>[], { cancel = new AbortController(), ...deps }: Run = {}): Promise<void> =>
  importFiles(
    { source, files },
    {
      writer: store,
      now: () => new Date((nowMs += 300)),
      makeId: () => `run at ${nowMs}`,
      rest: async () => undefined,
      onSaved: () => undefined,
      tellChanged: async () => undefined,
      ...deps,
    },
    cancel.signal,
  );
const find = async (words: string): Promise<string[]> => {
  const query = { questions: [words], context: '', language: 'en', mayUse: ['public' as const] };
  return (await store.search(query, 3, new AbortController().signal)).map(({ passage }) => passage.title);
};
const readSource = async () => (await store.listSources()).find((each) => each.id === id);
const readRow = async () => (await store.listSyncs()).find(({ sourceId }) => sourceId === id);

it('of a thousand pages the first are found while the rest is read, and progress counts files', async () => {
  const progress: number[] = [];
  let inTheMiddle: string[] = [];
  await run(pages(0, 1000), {
    onSaved: (done, total) => progress.push(done, total),
    async rest() {
      if (progress.at(-2) === 500) inTheMiddle = await find('quokka3');
    },
  });
  expect(inTheMiddle[0]).toBe('Page 3');
  expect(progress.filter((_, at) => at % 2 === 1).every((total) => total === 1000)).toBe(true);
  expect(progress.filter((_, at) => at % 2 === 0).slice(0, 3)).toEqual([25, 50, 75]);
  expect(await readSource()).toMatchObject({ articles: 1000, passages: 1000, unreadable: [] });
  expect(await readRow()).toMatchObject({ state: 'done', done: 1000, total: 1000, added: 1000, removed: 0 });
}, 60_000);

it('those who search are told at most once a second, and once more at the end', async () => {
  const told: number[] = [];
  await run(pages(0, 250), { tellChanged: async () => void told.push(nowMs) });
  const gaps = told.slice(1, -1).map((at, place) => at - (told[place] ?? 0));
  expect(gaps.length).toBeGreaterThan(1);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
});

it('cancelled, it keeps what was read, and the row says that it was cut short', async () => {
  const cancel = new AbortController();
  const importing = run(pages(0, 200), { cancel, onSaved: (done) => done === 75 && cancel.abort(new Error('enough')) });
  await expect(importing).rejects.toThrow('enough');
  expect(await readSource()).toMatchObject({ articles: 75 });
  expect((await find('quokka70'))[0]).toBe('Page 70');
  expect(await readRow()).toMatchObject({ state: 'cancelled', done: 75, total: 200 });
});

it('imported again, changed pages are replaced and missing ones go, at the end and not before', async () => {
  await run(pages(0, 60));
  const before: number[] = [];
  await run([...pages(10, 59), toFile(59, 'Now it says wombat.')], {
    rest: async () => void before.push((await readSource())?.articles ?? 0),
  });
  expect(before).toEqual([60, 60, 60]);
  expect(await readSource()).toMatchObject({ articles: 50, passages: 50 });
  expect(await readRow()).toMatchObject({ state: 'done', added: 0, changed: 1, unchanged: 49, removed: 10 });
  expect((await find('wombat'))[0]).toBe('Page 59');
  expect(await find('quokka5')).not.toContain('Page 5');
});

it('cancelled the second time, what the first brought is still there', async () => {
  await run(pages(0, 60));
  const cancel = new AbortController();
  await run(pages(30, 90), { cancel, onSaved: () => cancel.abort(new Error('enough')) }).catch(() => undefined);
  expect((await find('quokka5'))[0]).toBe('Page 5');
  expect(await readSource()).toMatchObject({ articles: 60 });
});

it('when there is no room left, what was saved stays and nothing is removed', async () => {
  await run(pages(0, 10));
  let steps = 0;
  const writer: KnowledgeStore = {
    ...store,
    async saveStep(step) {
      steps += 1;
      if (steps === 3) throw new FailureError({ kind: 'storage-full' });
      return store.saveStep(step);
    },
  };
  const tellChanged = vi.fn(async () => undefined);
  await expect(run(pages(10, 100), { writer, tellChanged })).rejects.toMatchObject({ failure: { kind: 'storage-full' } });
  expect(await readSource()).toMatchObject({ articles: 60 });
  expect((await find('quokka5'))[0]).toBe('Page 5');
  expect((await find('quokka55'))[0]).toBe('Page 55');
  expect(await readRow()).toMatchObject({ state: 'cancelled', done: 50 });
  expect(tellChanged).toHaveBeenCalledTimes(2);
});

it('a source that is removed while it is imported stays away', async () => {
  await run(pages(0, 100), { rest: () => store.removeSource(id) });
  expect(await readSource()).toBeUndefined();
  expect(await store.listArticles(id)).toEqual([]);
});

it('pages for segments are for these segments only', async () => {
  await importFiles(
    { source: { ...source, audience: 'segment', segments: ['Pro'] }, files: pages(0, 2) },
    {
      writer: store,
      now: () => new Date(nowMs),
      makeId: () => 'r',
      rest: async () => undefined,
      onSaved: () => undefined,
      tellChanged: async () => undefined,
    },
    new AbortController().signal,
  );
  expect(await store.listArticles(id)).toEqual([
    expect.objectContaining({ audience: 'segment', segments: ['Pro'] }),
    expect.objectContaining({ audience: 'segment', segments: ['Pro'] }),
  ]);
});
