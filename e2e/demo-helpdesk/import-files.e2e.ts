import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserDeps } from '../../utils/backends/backend-deps.ts';
import { uploadArticles } from '../../utils/backends/vector-store-files.ts';
import { articleSchema, sourceIdSchema, sourceSchema, type Source } from '../../utils/domain/passage.ts';
import { syncSchema, type Sync } from '../../utils/domain/sync.ts';
import { startVectorStoreServer, STORE_ID, STORE_KEY, type VectorStoreServer } from '../servers/vector-store-server.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readStore, sendFromPage } from '../support/own-data.ts';

const PAGES = 1000;
let extension: Extension;
let own: Page;
let place: VectorStoreServer;

beforeAll(async () => {
  place = await startVectorStoreServer();
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  own = await extension.openOwnPage('options.html');
});
afterAll(async () => {
  await extension.close();
  await place.close();
});

const toPage = (n: number): string =>
  `# Setting ${n}\n\nThe dial of quokka${n} stands in the panel.\n\n## Reset\n\n${`Turn dial ${n} to zero and wait until the lamp is green. `.repeat(20)}`;
const findTitles = async (text: string): Promise<string[]> => {
  const request = { text, mayUse: ['public'], pool: 'articles', limit: 3 };
  const answer = (await sendFromPage(own, 'knowledge-search', request)) as {
    value: { passages: { passage: { title: string } }[] };
  };
  return answer.value.passages.map(({ passage }) => passage.title);
};
const readSource = async (): Promise<Source | undefined> =>
  (await readStore(own, 'sources')).map((each) => sourceSchema.parse(each)).find(({ kind }) => kind === 'files');
const readRow = async (): Promise<Sync | undefined> => (await readStore(own, 'syncs')).map((each) => syncSchema.parse(each))[0];
/** A zip of the pages with numbers from `from` on. */
const importPages = (from: number): Promise<void> => {
  const pages = Array.from({ length: PAGES - from }, (_, at) => [`page-${from + at}.md`, strToU8(toPage(from + at))] as const);
  const buffer = Buffer.from(zipSync(Object.fromEntries(pages)));
  return own
    .locator('#knowledge input[type=file]')
    .first()
    .setInputFiles({ name: 'help.zip', mimeType: 'application/zip', buffer });
};
const status = () => own.getByText(/Reading file \d/);

it('a thousand pages are found while they are imported, and the page says how far it is', async () => {
  await importPages(0);
  await status().waitFor();
  await expect.poll(async () => (await readRow())?.done ?? 0, { timeout: 30_000, interval: 20 }).toBeGreaterThan(100);
  const [found, row] = [await findTitles('Where is the dial of quokka3?'), await readRow()];
  expect(found).toContain('Setting 3');
  expect(row?.done).toBeLessThan(PAGES);
  console.log(`Found after ${row?.done} of ${row?.total} files; the page says: ${await status().textContent()}`);
  await expect.poll(async () => (await readRow())?.state, { timeout: 60_000 }).toBe('done');
  expect(await readSource()).toMatchObject({ name: 'help.zip', articles: PAGES, unreadable: [] });
  const { startedAt = '', steppedAt = '' } = (await readRow()) ?? {};
  console.log(`A thousand pages took ${Date.parse(steppedAt) - Date.parse(startedAt)} ms.`);
}, 240_000);

it('stopped the second time nothing goes; at the end of the third what is missing does', async () => {
  await importPages(40);
  await own.getByRole('button', { name: 'Stop reading help.zip' }).click();
  await own.getByText('import it again for the rest').waitFor();
  expect(await readRow()).toMatchObject({ state: 'cancelled', removed: 0 });
  expect((await readSource())?.articles).toBe(PAGES);
  await importPages(40);
  await expect.poll(async () => (await readRow())?.state, { timeout: 60_000 }).toBe('done');
  expect(await readRow()).toMatchObject({ unchanged: PAGES - 40, removed: 40 });
  expect((await readSource())?.articles).toBe(PAGES - 40);
  expect(await findTitles('Where is the dial of quokka3?')).not.toContain('Setting 3');
}, 240_000);

it('a vector store that is added in the form is searched beside it, and nothing of it is kept', async () => {
  const server = { endpoint: { baseUrl: place.baseUrl, model: '' }, key: STORE_KEY, deps: browserDeps };
  const article = articleSchema.parse({
    id: 'wombat',
    sourceId: 'elsewhere',
    title: 'Wombats',
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-20T09:00:00Z',
    sections: [{ headings: [], text: 'A wombat digs at night.' }],
  });
  const sourceId = sourceIdSchema.parse('elsewhere');
  const upload = { server, storeId: STORE_ID, sourceId, articles: [article], onUnreadable: () => undefined };
  for await (const _ of uploadArticles(upload, new AbortController().signal));
  await own.getByRole('button', { name: 'Vector store' }).click();
  const form = own.getByRole('form', { name: 'Search a vector store at your model provider' });
  await form.getByLabel('Address').fill(place.baseUrl);
  await form.getByLabel('Store id').fill(STORE_ID);
  await form.getByLabel('Key').fill(STORE_KEY);
  await form.getByLabel('Who may read it').selectOption('public');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await own.getByText('Searched where it is').waitFor();
  expect(await findTitles('When does a wombat dig?')).toContain('Wombats');
  expect(JSON.stringify([await readStore(own, 'passages'), await readStore(own, 'articles')])).not.toContain('wombat');
}, 240_000);
