import type { CDPSession, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleSchema, passageSchema, sourceSchema } from '../../utils/domain/passage.ts';
import { syncSchema, type Sync } from '../../utils/domain/sync.ts';
import { startHelpCentreServer, type HelpCentreServer } from '../servers/help-centre-server.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readStore, sendFromPage } from '../support/own-data.ts';
import { endWorkerAtStop, readCalls, watchWorker } from '../support/worker-stops.ts';

let extension: Extension;
let place: HelpCentreServer;
let own: Page;
let session: CDPSession;

beforeAll(async () => {
  place = await startHelpCentreServer({ size: 60 });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  own = await extension.openOwnPage('options.html');
  session = await extension.browserSession();
});
afterAll(async () => {
  await extension.close();
  await place.close();
});

const toSource = (id: string, part: object = {}): object => ({
  id,
  kind: 'help-centre',
  name: id,
  audience: 'public',
  importedAt: '2026-11-21T10:00:00.000Z',
  origin: { kind: 'help-centre', product: 'zendesk', baseUrl: place.url },
  ...part,
});
const addSource = (id: string, part?: object): Promise<unknown> =>
  sendFromPage(own, 'source-add', { source: toSource(id, part), key: '' });
const readRow = async (id: string): Promise<Sync | undefined> =>
  (await readStore(own, 'syncs')).map((row) => syncSchema.parse(row)).find(({ sourceId }) => sourceId === id);
const untilState = (id: string, state: Sync['state'], timeout = 20_000): Promise<void> =>
  expect.poll(async () => (await readRow(id))?.state, { timeout, interval: 100 }).toBe(state);

/** Requests are calls through which the worker's work leaves it too; with `stopAt` it stands still before them as well. */
async function watchSync(worker: Worker, stopAt = Infinity): Promise<void> {
  await watchWorker(worker, stopAt);
  await worker.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: { calls: string[]; at: number; isFetchWrapped?: boolean } };
    if (watched.isFetchWrapped) return;
    watched.isFetchWrapped = true;
    const original = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      watched.calls.push('fetch');
      // oxlint-disable-next-line no-debugger -- this is the stop: the debugging protocol ends the worker here
      if (watched.calls.length - 1 === watched.at) debugger;
      return original(input, init);
    };
  });
}

/** Exactly the place's articles, each with one passage, and the counts say so. */
async function expectWhole(id: string, where: string): Promise<void> {
  const ids = place.articles.map((article) => `${article.id}/en-us`);
  const articles = (await readStore(own, 'articles'))
    .map((each) => articleSchema.parse(each))
    .filter(({ sourceId }) => sourceId === id);
  const passages = (await readStore(own, 'passages'))
    .map((each) => passageSchema.parse(each))
    .filter(({ sourceId }) => sourceId === id);
  const source = (await readStore(own, 'sources')).map((each) => sourceSchema.parse(each)).find((each) => each.id === id);
  expect(articles.map((each) => each.id).toSorted(), where).toEqual(ids);
  expect(passages.map(({ articleId }) => articleId).toSorted(), where).toEqual(ids);
  expect(source, where).toMatchObject({ articles: 60, passages: 60, unreadable: [] });
  expect(await readRow(id), where).toMatchObject({ state: 'done', done: 60, added: 60, changed: 0, unchanged: 0, removed: 0 });
}

/** Ends the worker when it reaches its stop; false when the reading was through before. */
async function endAtStop(worker: Worker, id: string): Promise<boolean> {
  let isOver = false;
  const through = (async () => {
    while (!isOver && (await readRow(id))?.state !== 'done') await new Promise((resolve) => setTimeout(resolve, 100));
  })();
  const wasStopped = await endWorkerAtStop(extension, worker, session, through);
  isOver = true;
  await through;
  return wasStopped;
}

/** Before each request, and before, at the beginning of, within and at the end of each transaction that writes. */
function chooseStops(calls: readonly string[]): number[] {
  const isWrite = (call: string): boolean => /^idb\.transaction\(.*\+/.test(call);
  const stops = calls.flatMap((call, at) => {
    if (call === 'fetch') return [at];
    if (!isWrite(call)) return [];
    const next = calls.findIndex((other, place) => place > at && /^idb\.transaction|^fetch|^storage/.test(other));
    const end = (next < 0 ? calls.length : next) - 1;
    return [at, at + 1, Math.floor((at + end) / 2), end];
  });
  return [...new Set(stops)].filter((at) => at < calls.length).toSorted((a, b) => a - b);
}

it('the worker may end anywhere in a reading of sixty pages: none is lost, none is doubled', async () => {
  await watchSync(await extension.worker());
  await addSource('whole');
  await untilState('whole', 'done');
  await expectWhole('whole', 'undisturbed');
  const calls = await readCalls(await extension.worker());
  const stops = chooseStops(calls);
  expect(stops.length, 'the reading makes calls that can be stopped at').toBeGreaterThan(30);
  console.log(
    `The worker is ended at ${stops.length} of ${calls.length} calls:\n${stops.map((at) => `${at}. ${calls[at]}`).join('\n')}`,
  );

  let stopped = 0;
  for (const at of stops) {
    const id = `stopped at ${at}`;
    const worker = await extension.worker();
    await watchSync(worker, at);
    const order = addSource(id).catch(() => undefined);
    const wasStopped = await endAtStop(worker, id);
    await order;
    stopped += wasStopped ? 1 : 0;
    const isOnRecord = (await readStore(own, 'sources')).some((source) => sourceSchema.parse(source).id === id);
    // Whoever added it saw that nothing came of it and adds it again; else anything that wakes the worker will do.
    await (isOnRecord ? sendFromPage(own, 'knowledge-changed', {}) : addSource(id));
    await untilState(id, 'done');
    await expectWhole(id, `ended before call ${at}, ${calls[at]}`);
  }
  expect(stopped, 'stops that were reached').toBeGreaterThan(stops.length * 0.9);
}, 1_800_000);

it('when nobody wakes the worker, the alarm does, within about a minute', async () => {
  const worker = await extension.worker();
  await watchSync(worker);
  await addSource('alarm, first');
  await untilState('alarm, first', 'done');
  const calls = await readCalls(worker);
  const fetches = [...calls.keys()].filter((at) => calls[at] === 'fetch');
  await watchSync(worker, fetches[4]);
  const order = addSource('alarm').catch(() => undefined);
  expect(await endAtStop(worker, 'alarm')).toBe(true);
  await order;
  const cut = await readRow('alarm');
  expect(cut).toMatchObject({ state: 'running', done: 20 });
  await untilState('alarm', 'done', 240_000);
  await expectWhole('alarm', 'woken by the alarm');
  const row = await readRow('alarm');
  console.log(`The reading went on ${Math.round((row?.pausedMs ?? 0) / 1000)} s after its last step.`);
}, 300_000);

it('cancelled half-way by a page, what was read is kept, and the next start reads the rest only', async () => {
  const before = place.requests.length;
  await addSource('cancelled');
  await expect
    .poll(async () => (await readRow('cancelled'))?.done ?? 0, { timeout: 20_000, interval: 20 })
    .toBeGreaterThanOrEqual(20);
  expect(await sendFromPage(own, 'sync-cancel', { sourceId: 'cancelled' })).toEqual({ ok: true, value: { kind: 'done' } });
  const row = await readRow('cancelled');
  expect(row?.state).toBe('cancelled');
  expect((await readStore(own, 'articles')).filter((each) => articleSchema.parse(each).sourceId === 'cancelled')).toHaveLength(
    row?.done ?? 0,
  );
  expect(await sendFromPage(own, 'sync-start', { sourceId: 'cancelled' })).toEqual({ ok: true, value: { kind: 'done' } });
  await untilState('cancelled', 'done');
  await expectWhole('cancelled', 'cancelled and started again');
  const pages = place.requests.slice(before).filter((path) => path.includes('articles.json'));
  expect(pages.length, 'the six pages, and one that was cut off at most').toBeLessThanOrEqual(7);
}, 240_000);
