import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { sendFromPage } from '../support/own-data.ts';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import type { BenchedEditor } from './families.ts';
import { makeDraft } from './make-draft.ts';
import { buildBench, runMatrix, type Matrix } from './run-matrix.ts';
import { checkTable } from './table.ts';

let extension: Extension;
let server: BenchServer;
let own: Page;
let matrix: Matrix;

async function openTab({ name }: BenchedEditor) {
  const page = await extension.context.newPage();
  const url = `${server.origin}/tickets/1?editor=${name}`;
  await page.goto(url);
  await page.evaluate(() => (globalThis as unknown as { bench: { start: (p: string[]) => Promise<void> } }).bench.start(['']));
  const session = await extension.context.newCDPSession(page);
  // Playwright lets each page think that it has the focus.
  const keepFocus = (enabled: boolean) => session.send('Emulation.setFocusEmulationEnabled', { enabled });
  const draft = await own.evaluate(makeDraft, url);
  return {
    evaluate: page.evaluate.bind(page) as never,
    type: (text: string) => page.keyboard.type(text),
    press: (keys: string) => page.keyboard.press(keys),
    async leave() {
      await keepFocus(false);
      await page.bringToFront();
      await own.bringToFront();
    },
    comeBack: async () => void (await keepFocus(true)),
    order: (message: string, more: object) => sendFromPage(own, message, { ...draft, ...more }),
    close: () => page.close(),
  };
}

beforeAll(async () => {
  buildBench();
  server = await startBenchServer();
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  own = await extension.openOwnPage('options.html');
  await sendFromPage(own, 'sample-add', {});
  matrix = await runMatrix(openTab, 4);
}, 240_000);
afterAll(async () => {
  await extension?.close();
  await server?.close();
});

it('gives what docs/editors.md says of Chromium', () => {
  checkTable('Chromium', matrix);
});

it('sends nothing but GET, whatever the editor', () => {
  expect(server.requests.length).toBeGreaterThan(0);
  expect(server.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
});
