import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { messages } from '../../utils/messaging/contract.ts';
import { embeddingRunSchema, type EmbeddingRun } from '../../utils/storage/embedding-state.ts';
import { startEmbeddingServer, type EmbeddingServer } from '../servers/embedding-server.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readStore, sendFromPage } from '../support/own-data.ts';

/** The question's words, each as the word of the passage that means the same: what a real model has learned. */
const sameMeaning: Record<string, string> = { puppies: 'dogs', allowed: 'welcome', workplace: 'office' };

let extension: Extension;
let model: EmbeddingServer;
let page: Page;

beforeAll(async () => {
  model = await startEmbeddingServer({ dimensions: 256, sameMeaning });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  page = await extension.openOwnPage('options.html');
  await addText('Animals', 'Dogs welcome in every office.');
  await addText('Lunch', 'The canteen opens at noon.');
});
afterAll(async () => {
  await extension?.close();
  await model?.close();
});

async function addText(title: string, text: string): Promise<void> {
  await page.getByRole('button', { name: /Paste text/ }).click();
  await page.getByLabel(/Title/).fill(title);
  await page.getByLabel('Text', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Add the text' }).click();
  await page.getByRole('button', { name: new RegExp(`Remove ${title}`) }).waitFor();
}
const section = () => page.getByRole('region', { name: 'Search by meaning' });
const question = 'puppies allowed workplace';
async function search(): Promise<string[]> {
  const request = { text: question, mayUse: ['public', 'signed-in', 'internal'], pool: 'articles', limit: 5 };
  const answered = z.object({ ok: z.literal(true), value: messages['knowledge-search'].reply });
  const { value: reply } = answered.parse(await sendFromPage(page, 'knowledge-search', request));
  if (reply.kind === 'failed') throw new Error(reply.failure.kind);
  return reply.passages.map(({ passage }) => passage.title);
}
async function readRun(): Promise<EmbeddingRun | undefined> {
  for (const raw of await readStore(page, 'vectors')) {
    if (typeof raw === 'object' && raw !== null && 'run' in raw) return embeddingRunSchema.parse(raw.run);
  }
  return undefined;
}

it('words alone don’t find a passage that says it in other words', async () => {
  expect(await search()).toEqual([]);
});

it('an estimate is shown while nothing has been sent', async () => {
  await section().getByLabel('Address').fill(model.baseUrl);
  await section().getByLabel('Embedding model').fill('hashed');
  await section()
    .getByLabel(/^Price/)
    .fill('0.02');
  await section().getByLabel(/^Key/).fill('sk-meaning-1');
  await section().getByRole('button', { name: 'Estimate' }).click();
  await section().getByText('less than 0.01').waitFor();
  expect(await section().getByRole('group', { name: 'Estimate' }).innerText()).toMatch(/Passages\s+2/);
  expect(model.seen).toEqual([]);
});

it('once started and finished, the question finds the passage; the key goes to that server and stands in no setting', async () => {
  await section().getByRole('button', { name: 'Start', exact: true }).click();
  await section().getByText('2 of 2 passages by hashed').waitFor();
  expect((await readRun())?.state).toBe('done');
  expect((await search())[0]).toBe('Animals');
  expect(model.seen.at(-1)?.input).toEqual([question]);
  expect(new Set(model.seen.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer sk-meaning-1']));
  expect(await page.evaluate(async () => JSON.stringify(await chrome.storage.local.get()))).not.toContain('sk-meaning');
});

it('knowledge that is added later is sent by itself, and the page shows it', async () => {
  await addText('Parking', 'Bicycles park behind the building.');
  await section().getByText('3 of 3 passages by hashed').waitFor();
  expect(model.embedded.filter((text) => text.includes('Bicycles'))).toHaveLength(1);
});

it('what a worker left undone is done by the next one, as soon as it starts', async () => {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('deskside');
        opening.addEventListener('success', () => {
          const store = opening.result.transaction('vectors', 'readwrite').objectStore('vectors');
          const walk = store.openCursor();
          walk.addEventListener('success', () => {
            const cursor = walk.result;
            if (!cursor) return;
            const value = cursor.value as { run?: { state: string } };
            if (value.run) cursor.update({ ...value, run: { ...value.run, state: 'running' } });
            cursor.continue();
          });
          store.transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
          store.transaction.addEventListener('error', () => reject(store.transaction.error));
        });
      }),
  );
  expect((await readRun())?.state).toBe('running');
  const session = await extension.browserSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extension.id));
  if (!worker) throw new Error('No worker runs.');
  await session.send('Target.closeTarget', { targetId: worker.targetId });
  // Any message wakes the next one.
  await page.evaluate(() => chrome.runtime.sendMessage({ name: 'knowledge-search', request: {} }).catch(() => undefined));
  await expect.poll(async () => (await readRun())?.state).toBe('done');
});

it('removed, nothing is sent any more', async () => {
  await section().getByRole('button', { name: 'Remove…' }).click();
  await section().getByRole('button', { name: 'Remove all vectors' }).click();
  await section().getByRole('button', { name: 'Estimate' }).waitFor();
  const sent = model.seen.length;
  expect(await search()).toEqual([]);
  expect(model.seen).toHaveLength(sent);
});
