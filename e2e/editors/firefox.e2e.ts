import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import type { BenchedEditor } from './families.ts';
import { launchFirefox, type FirefoxExtension } from './launch-firefox.ts';
import { makeDraft } from './make-draft.ts';
import type { BenchTab } from './run-cell.ts';
import { buildBench, runMatrix, type Matrix } from './run-matrix.ts';
import { checkTable } from './table.ts';

let extension: FirefoxExtension;
let server: BenchServer;
let matrix: Matrix;

const send = (name: string, request: object): Promise<unknown> =>
  extension.own.evaluate((message) => chrome.runtime.sendMessage(message), { name, request });

async function openTab({ name }: BenchedEditor): Promise<BenchTab & { close: () => Promise<void> }> {
  const page = await extension.browser.newPage();
  const url = `${server.origin}/tickets/1?editor=${name}`;
  await page.goto(url);
  await page.evaluate(() => (globalThis as unknown as { bench: { start: (p: string[]) => Promise<void> } }).bench.start(['']));
  const draft = await extension.own.evaluate(makeDraft, url);
  await page.bringToFront();
  return {
    evaluate: page.evaluate.bind(page) as never,
    type: (text) => page.keyboard.type(text),
    async press(keys) {
      const [held, key] = keys.includes('+') ? keys.split('+') : [undefined, keys];
      if (held !== undefined) await page.keyboard.down(held as 'Control');
      await page.keyboard.press(key as 'z');
      if (held !== undefined) await page.keyboard.up(held as 'Control');
    },
    leave: () => extension.own.bringToFront(),
    comeBack: () => page.bringToFront(),
    order: (message, more) => send(message, { ...draft, ...more }),
    close: () => page.close(),
  };
}

beforeAll(async () => {
  buildBench();
  server = await startBenchServer();
  extension = await launchFirefox(['http://127.0.0.1/*']);
  await send('sample-add', {});
  // One tab at a time: Firefox gives focus to the one in front only.
  matrix = await runMatrix(openTab, 1);
}, 600_000);
afterAll(async () => {
  await extension?.close();
  await server?.close();
});

it('gives what docs/editors.md says of Firefox', () => {
  checkTable('Firefox', matrix);
});

it('sends nothing but GET, whatever the editor', () => {
  expect(server.requests.length).toBeGreaterThan(0);
  expect(server.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
});
