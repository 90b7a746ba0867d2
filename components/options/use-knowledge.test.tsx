// @vitest-environment happy-dom
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { FailureError } from '../../utils/domain/failure.ts';
import { sourceIdSchema, sourceSchema } from '../../utils/domain/passage.ts';
import { syncSchema, type Sync } from '../../utils/domain/sync.ts';
import type { FindingsReader } from '../knowledge/article-findings.ts';
import { useKnowledge, type Knowledge, type KnowledgePageStores } from './use-knowledge.ts';

const origin = { kind: 'web-pages', addresses: ['https://help.example/sitemap.xml'] } as const;
const source = sourceSchema.parse({
  id: 'help',
  kind: 'web-pages',
  name: 'help.example',
  audience: 'public',
  importedAt: '2026-11-01T00:00:00.000Z',
  origin,
  articles: 1,
  passages: 1,
  unreadable: [],
});
const sync = (state: Sync['state'], runId = 'r1'): Sync =>
  syncSchema.parse({
    sourceId: 'help',
    runId,
    state,
    startedAt: '2026-11-21T11:58:00.000Z',
    steppedAt: '2026-11-21T11:59:00.000Z',
    done: 1,
    added: 0,
    changed: 0,
    unchanged: 0,
    removed: 0,
  });

let root: Root;
let known: Knowledge;
const order: string[] = [];
const request = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>();
type Store = KnowledgePageStores['knowledge'];
const store = {
  listSources: vi.fn<Store['listSources']>(),
  addSource: vi.fn<Store['addSource']>(),
  listSyncs: vi.fn<Store['listSyncs']>(),
  putSource: vi.fn<Store['putSource']>(),
  getArticle: vi.fn<Store['getArticle']>(),
  saveStep: vi.fn<Store['saveStep']>(),
  finishRun: vi.fn<Store['finishRun']>(),
  saveSync: vi.fn<Store['saveSync']>(),
};
const removeSource = vi.fn<KnowledgePageStores['removeSource']>();
const findings = vi.fn<FindingsReader['findings']>();

function Page() {
  const now = useKnowledge({ knowledge: store, articles: { findings }, removeSource });
  useEffect(() => {
    known = now;
  });
  return null;
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  order.length = 0;
  vi.clearAllMocks();
  request.mockResolvedValue(true);
  vi.spyOn(browser.permissions, 'request').mockImplementation((async (asked: { origins: string[] }) => {
    order.push(`ask ${asked.origins.join()}`);
    return request(asked);
  }) as never);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async ({ name }: { name: string }) => {
    order.push(name);
    return { ok: true, value: { kind: 'done' } };
  }) as never);
  store.listSources.mockResolvedValue([source]);
  store.listSyncs.mockResolvedValue([]);
  removeSource.mockImplementation(async (id, forget) => void order.push(`removed ${id} ${forget}`));
  findings.mockResolvedValue({ flagged: [], old: new Map([['help', 2]]) });
  document.body.innerHTML = '<main></main>';
  root = createRoot(document.querySelector('main') ?? document.body);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const draw = (): Promise<void> => act(async () => root.render(<Page />));
const pass = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));
const hide = (hidden: boolean): Promise<void> =>
  act(async () => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });

it('the browser is asked for the site at once, in the turn of the click, and the worker only after it agreed', async () => {
  await draw();
  const { articles: _, passages: __, unreadable: ___, ...input } = source;
  await act(async () => {
    const added = known.actions.onSourceAdd(input, 'k');
    expect(order).toEqual(['ask https://help.example/*']);
    expect(await added).toMatchObject({ ok: true });
  });
  expect(order).toEqual(['ask https://help.example/*', 'source-add']);
});

it('without the permission nothing is ordered, and the host is named', async () => {
  request.mockResolvedValue(false);
  await draw();
  await act(async () => {
    expect(await known.actions.onSyncStart(source)).toEqual({
      ok: false,
      error: { kind: 'source-not-allowed', host: 'help.example' },
    });
  });
  expect(order).toEqual(['ask https://help.example/*']);
});

it('readings are looked at once a second while one is under way, and not while none is', async () => {
  await draw();
  await pass(5000);
  expect(store.listSyncs).toHaveBeenCalledTimes(1);
  store.listSyncs.mockResolvedValue([sync('running')]);
  await act(async () => void (await known.actions.onSyncStart(source)));
  expect(store.listSyncs).toHaveBeenCalledTimes(2);
  await pass(3000);
  expect(store.listSyncs).toHaveBeenCalledTimes(5);
  expect(known.readings.syncs).toEqual([sync('running')]);
  store.listSyncs.mockResolvedValue([sync('done')]);
  await pass(1000);
  await pass(4000);
  expect(store.listSyncs).toHaveBeenCalledTimes(6);
});

it('a hidden page looks at nothing, and looks once when it is seen again', async () => {
  store.listSyncs.mockResolvedValue([sync('waiting')]);
  await draw();
  await hide(true);
  const before = store.listSyncs.mock.calls.length;
  await pass(5000);
  expect(store.listSyncs).toHaveBeenCalledTimes(before);
  await hide(false);
  expect(store.listSyncs).toHaveBeenCalledTimes(before + 1);
});

it('articles are gone through when the page opens and when a reading has ended, not at every step', async () => {
  store.listSyncs.mockResolvedValue([sync('running')]);
  await draw();
  const before = findings.mock.calls.length;
  await pass(3000);
  expect(findings).toHaveBeenCalledTimes(before);
  store.listSyncs.mockResolvedValue([sync('done')]);
  await pass(1000);
  expect(findings).toHaveBeenCalledTimes(before + 1);
  expect(known.readings.old.get('help')).toBe(2);
});

it('what is being read is stopped before it is removed, so that it does not come back', async () => {
  await draw();
  await act(async () => known.actions.onSourceRemove(source.id, true));
  expect(order).toEqual(['sync-cancel', 'removed help true', 'knowledge-changed']);
});

it('segments chosen for files go with the source and with each of its articles', async () => {
  await draw();
  await act(async () => known.actions.onPasteText('Discounts', 'Ten percent.', { audience: 'segment', segments: ['Pro'] }));
  const [added, articles] = store.addSource.mock.lastCall ?? [];
  expect(added).toMatchObject({ id: sourceIdSchema.parse('pasted Discounts'), audience: 'segment', segments: ['Pro'] });
  expect(articles).toEqual([expect.objectContaining({ audience: 'segment', segments: ['Pro'] })]);
});

describe('files', () => {
  const files = Array.from({ length: 60 }, (_, n) => ({
    name: `help/${n}.md`,
    bytes: async () => new TextEncoder().encode(`# Page ${n}\n\nWhat page ${n} says.`),
  }));
  beforeEach(() => {
    let row: Sync | undefined;
    store.saveSync.mockImplementation(async (given) => void (row = given));
    store.listSyncs.mockImplementation(async () => (row ? [row] : []));
    store.saveStep.mockImplementation(async (step) => (row = step.sync));
    store.finishRun.mockImplementation(async (given) => (row = { ...given, state: 'done' }));
  });
  const importAll = (): Promise<void> => act(async () => known.actions.onImportFiles(files, { audience: 'public' }));
  /** Turns pass, as many as it takes. */
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 500 && !isSo(); turn += 1)
      await act(async () => new Promise<void>((resolve) => setTimeout(resolve)));
    expect(isSo()).toBe(true);
  };

  it('are saved some at a time, with the files done of all, and the worker is told before the end', async () => {
    await draw();
    const seen: unknown[] = [];
    let save = (): void => undefined;
    store.saveStep.mockImplementation((step) => new Promise((resolve) => (save = () => resolve(step.sync))));
    await importAll();
    for (const step of [1, 2, 3]) {
      await until(() => store.saveStep.mock.calls.length === step);
      seen.push([known.importing?.done, known.importing?.total, order.includes('knowledge-changed')]);
      await act(async () => save());
    }
    await until(() => known.importing === undefined);
    expect(seen).toEqual([
      [0, 60, false],
      [25, 60, true],
      [50, 60, true],
    ]);
    expect(store.finishRun).toHaveBeenCalledOnce();
    expect(order.at(-1)).toBe('knowledge-changed');
  });

  it('that no longer fit leave what was saved, and the page says how much that is', async () => {
    await draw();
    store.saveStep
      .mockImplementationOnce(async (step) => step.sync)
      .mockRejectedValueOnce(new FailureError({ kind: 'storage-full' }));
    await importAll();
    await until(() => known.importing === undefined);
    expect(known.importProblem).toContain('no room left');
    expect(known.importProblem).toContain('25 of 60 files were read before');
    expect(store.finishRun).not.toHaveBeenCalled();
  });
});
