import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { draftIdSchema } from '../domain/draft.ts';
import { articleSchema, sourceIdSchema, sourceSchema, type Passage } from '../domain/passage.ts';
import { syncSchema } from '../domain/sync.ts';
import { makePassage, makeRecord, makeSentRow } from '../insights/lineage/test-support.ts';
import { createArticleReader } from '../storage/article-reader.ts';
import { createDatabaseOpener } from '../storage/database.ts';
import { createDraftStore } from '../storage/draft-store.ts';
import { createJournal } from '../storage/journal.ts';
import { createKnowledgeStore } from '../storage/knowledge-store.ts';
import { createOutcomeLog } from '../storage/outcome-log.ts';
import { createVectorStore } from '../storage/vector-store.ts';
import { createRecallList } from './recall-list.ts';
import { removeSourceEverywhere } from './remove-source.ts';

const signal = new AbortController().signal;
const help = sourceIdSchema.parse('help');
const other = sourceIdSchema.parse('other');
/** Stands nowhere but in the source; each part of an article has its own. */
const canaries = ['zanzibarquux', 'plumbusheading', 'wibbletitle', 'frobnicatorsentence', 'xyzzyaddress'];
const at = '2026-11-01T00:00:00.000Z';
const model = { baseUrl: 'https://models.example/v1', model: 'embed', dimensions: 2, generation: 1 };
const now = (): Date => new Date('2026-11-21T12:00:00.000Z');

const sourceOf = (id: typeof help) =>
  sourceSchema.parse({
    id,
    kind: 'files',
    name: 'Help',
    audience: 'public',
    importedAt: at,
    articles: 0,
    passages: 0,
    unreadable: [],
  });
const articleOf = (sourceId: typeof help, text: string) =>
  articleSchema.parse({
    id: 'refunds',
    sourceId,
    title: sourceId === help ? 'Wibbletitle' : 'Delivery',
    url: sourceId === help ? 'https://help.example/xyzzyaddress' : undefined,
    locale: 'en',
    audience: 'public',
    fetchedAt: at,
    sections: [{ headings: [sourceId === help ? 'Plumbusheading' : 'By ship'], text }],
  });

function openStores() {
  const open = createDatabaseOpener();
  const journal = createJournal();
  return {
    open,
    journal,
    knowledge: createKnowledgeStore(open),
    drafts: createDraftStore(open),
    outcomes: createOutcomeLog(open, journal),
    articles: createArticleReader(open),
    vectors: createVectorStore(open),
    now,
  };
}
type Stores = ReturnType<typeof openStores>;

/** Where a canary stands: names of stores, `storage.local` among them; bytes are read as text in three encodings. */
async function findCanaries({ open }: Stores): Promise<Record<string, string[]>> {
  const database = await open();
  const found: Record<string, string[]> = {};
  const look = (store: string, values: readonly unknown[]): void => {
    const text = values.map(toText).join('\n').toLowerCase();
    const here = canaries.filter((canary) => text.includes(canary));
    if (here.length > 0) found[store] = here;
  };
  for (const store of database.objectStoreNames) look(store, [await database.getAll(store), await database.getAllKeys(store)]);
  look('storage.local', [await browser.storage.local.get(null)]);
  look('storage.session', [await browser.storage.session.get(null)]);
  return found;
}

function toText(value: unknown): string {
  if (value instanceof ArrayBuffer) return toText(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return ['utf-8', 'utf-16le', 'latin1'].map((encoding) => new TextDecoder(encoding).decode(bytes)).join('\n');
  }
  if (typeof value === 'object' && value !== null) return [...Object.keys(value), ...Object.values(value).map(toText)].join('\n');
  return String(value);
}

/** Stores in which a whole value or key, or a part of one between slashes, is this id. */
async function storesNaming(id: string): Promise<string[]> {
  const database = await stores.open();
  const named = await Promise.all(
    [...database.objectStoreNames].map(async (store) => {
      const text = toText([await database.getAll(store), await database.getAllKeys(store)]);
      return text.split(/[\n/]/).includes(id) ? [store as string] : [];
    }),
  );
  return named.flat();
}

let stores: Stores;
let cited: Passage;
let indexBefore: readonly string[];
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  stores = openStores();
  const { knowledge, drafts, outcomes, journal, vectors } = stores;
  const run = syncSchema.parse({
    sourceId: help,
    runId: 'r1',
    state: 'running',
    startedAt: at,
    steppedAt: at,
    done: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    removed: 0,
  });
  await knowledge.addSource(sourceOf(other), [articleOf(other, 'Parcels go by ship.')], signal);
  await knowledge.settle();
  indexBefore = await (await stores.open()).getAllKeys('index');
  await knowledge.putSource(sourceOf(help));
  const step = { unchanged: [], removed: [], unreadable: [], sync: run };
  await knowledge.saveStep({
    ...step,
    articles: [articleOf(help, 'Refunds take zanzibarquux days. A frobnicatorsentence helps.')],
  });
  await knowledge.settle();
  const passages = await (await stores.open()).getAll('passages');
  cited = passages.find(({ sourceId }) => sourceId === help) ?? makePassage('none');
  await vectors.changeState((state) => ({ ...state, serving: model, building: { ...model, generation: 2 } }));
  for (const one of [model, { ...model, generation: 2 }])
    await vectors.addVectors(
      one,
      passages.map(({ id, sourceId }) => ({ id, sourceId, vector: [0.6, 0.8] })),
      (state) => state,
    );
  const record = makeRecord('d1', cited, [{ text: 'It takes zanzibarquux days.', cites: 'zanzibarquux days' }]);
  const receipt = { at, text: 'It takes zanzibarquux days.', visibility: 'public' as const, technique: 't', keptText: false };
  await drafts.save({ ...record, receipt });
  await drafts.save(
    makeRecord('d2', makePassage('Parcels go by ship.', { sourceId: other }), [{ text: 'By ship.', cites: 'ship' }]),
  );
  const nearest = [{ passage: cited, score: 1, coverage: 0.1, matchedTerms: 1, terms: 3 }];
  await drafts.save({
    ...makeRecord('d3', cited, [{ text: 'Nothing.' }]),
    outcome: { kind: 'abstained', reason: 'nothing-relevant', nearest, question: 'Do you mean wibbletitle?', language: 'en' },
  });
  await outcomes.append([makeSentRow(record, 'It takes zanzibarquux days.')]);
  await journal.write([makeSentRow(record, 'It takes zanzibarquux days.', '2026-10-06T10:00:00.000Z')]);
});

it('before, the source stands in every store; the index holds hashes of its words only', async () => {
  expect(Object.keys(await findCanaries(stores)).toSorted()).toEqual([
    'articles',
    'drafts',
    'outcomes',
    'passages',
    'storage.local',
  ]);
  const database = await stores.open();
  expect(await storesNaming(help)).toEqual([
    'articles',
    'drafts',
    'index',
    'outcomes',
    'passages',
    'seen',
    'sources',
    'syncs',
    'vectors',
  ]);
  expect(await database.getAllKeys('index')).not.toEqual(indexBefore);
});

describe('a removed source', () => {
  beforeEach(async () => {
    await removeSourceEverywhere(stores, help, { forget: false });
  });

  it('is in no store but the drafts and outcomes that it explains', async () => {
    expect(Object.keys(await findCanaries(stores)).toSorted()).toEqual(['drafts', 'outcomes', 'storage.local']);
    expect(await storesNaming(help)).toEqual(['drafts', 'outcomes']);
    expect(await storesNaming(cited.id)).toEqual(['drafts']);
    expect(await (await stores.open()).getAllKeys('index')).toEqual(indexBefore);
  });

  it('leaves drafts the exact passage, marked, and other drafts as they were', async () => {
    const outcome = (await stores.drafts.get(draftIdSchema.parse('d1')))?.outcome;
    expect(outcome).toMatchObject({
      draft: { sources: [{ passage: cited, removed: { at: now().toISOString(), forgotten: false } }] },
    });
    const untouched = (await stores.drafts.get(draftIdSchema.parse('d2')))?.outcome;
    expect(untouched?.kind === 'drafted' && untouched.draft.sources[0]).not.toHaveProperty('removed');
  });

  it('leaves the other source to be found', async () => {
    const query = { questions: ['How do parcels go?'], context: '', language: 'en', mayUse: ['public'] as const };
    expect((await stores.knowledge.search(query, 5, signal)).map(({ passage }) => passage.sourceId)).toEqual([other]);
  });

  it('can be forgotten later, and keeps the day it was removed', async () => {
    await removeSourceEverywhere({ ...stores, now: () => new Date('2026-12-24T00:00:00.000Z') }, help, { forget: true });
    expect(await findCanaries(stores)).toEqual({});
    const outcome = (await stores.drafts.get(draftIdSchema.parse('d1')))?.outcome;
    expect(outcome).toMatchObject({ draft: { sources: [{ removed: { at: now().toISOString(), forgotten: true } }] } });
  });
});

describe('a forgotten source', () => {
  it('is in no store at all; hashes, dates and figures stay', async () => {
    expect(await removeSourceEverywhere(stores, help, { forget: true })).toEqual({ drafts: 2 });
    expect(await findCanaries(stores)).toEqual({});
    const record = await stores.drafts.get(draftIdSchema.parse('d1'));
    expect(record).toMatchObject({
      versions: [{ text: '' }],
      outcome: { draft: { sources: [{ number: 1, passage: { id: cited.id, articleId: 'refunds', fetchedAt: at } }] } },
    });
    const [row] = await stores.outcomes.all();
    expect(row).toMatchObject({ id: 'sent:d1', step: 'sent', retainedShare: 1, draftText: '', sentText: '' });
  });

  it('takes records along that nothing can read any more', async () => {
    const unreadable = { ...makeRecord('d9', cited, [{ text: 'x' }]), createdAt: 'some day' };
    await (await stores.open()).put('drafts', unreadable);
    await removeSourceEverywhere(stores, help, { forget: true });
    expect(await findCanaries(stores)).toEqual({});
  });

  it('also goes from a draft that was saved while it was being removed', async () => {
    const late = makeRecord('d7', cited, [{ text: 'Late zanzibarquux.', cites: 'zanzibarquux' }]);
    const knowledge = {
      removeSource: async (id: typeof help) => {
        await stores.drafts.save(late);
        await stores.knowledge.removeSource(id);
      },
    };
    await removeSourceEverywhere({ ...stores, knowledge }, help, { forget: true });
    expect(await findCanaries(stores)).toEqual({});
  });

  it('ended halfway, it still stands in the list and can be removed again', async () => {
    const broken = { removeSource: () => Promise.reject(new Error('worker ended')) };
    await expect(removeSourceEverywhere({ ...stores, knowledge: broken }, help, { forget: true })).rejects.toThrow(
      'worker ended',
    );
    expect(Object.keys(await findCanaries(stores)).toSorted()).toEqual(['articles', 'passages']);
    expect((await stores.knowledge.listSources()).map(({ id }) => id)).toContain(help);
    await removeSourceEverywhere(stores, help, { forget: true });
    expect(await findCanaries(stores)).toEqual({});
  });
});

describe('the recall list', () => {
  const list = (only?: Pick<Passage, 'sourceId' | 'articleId'>) => createRecallList(stores).list(signal, only);

  it('is empty while the article says what it said', async () => {
    expect(await list()).toEqual([]);
    expect((await createRecallList(stores).describe(cited)).change).toEqual({ kind: 'same' });
  });

  it('has the reply once the article says something else, with the old text from the draft and the new one from the store', async () => {
    await stores.knowledge.addSource(
      sourceOf(help),
      [articleOf(help, 'Refunds take five days. A frobnicatorsentence helps.')],
      signal,
    );
    const [reply, ...more] = await list();
    expect(more).toEqual([]);
    expect(reply).toMatchObject({
      draftId: 'd1',
      passages: [{ old: { id: cited.id }, change: { kind: 'changed', changedAt: at } }],
    });
    const change = reply?.passages[0]?.change;
    expect(change?.kind === 'changed' && change.now?.text).toContain('five days');
    expect(await list({ sourceId: other, articleId: 'refunds' })).toEqual([]);
    expect(await list(cited)).toHaveLength(1);
  });

  it('says which is gone: the article or its source', async () => {
    await stores.knowledge.addSource(sourceOf(help), [], signal);
    expect((await list())[0]?.passages[0]?.change).toEqual({ kind: 'article-gone' });
    await stores.knowledge.removeSource(help);
    expect((await list())[0]?.passages[0]?.change).toEqual({ kind: 'source-gone' });
  });

  it('has nothing of a forgotten source', async () => {
    await removeSourceEverywhere(stores, help, { forget: true });
    expect(await list()).toEqual([]);
  });
});
