import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createDemoHelpdesk } from '../../scripts/demo-helpdesk/create-demo-helpdesk.ts';
import type { ModelMood } from '../servers/model-server/model-mood.ts';
import type { ModelRequest } from '../servers/model-server/model-request.ts';
import { startModelServer, type ModelServer } from '../servers/model-server/start-model-server.ts';
import { askInNewTicket, QUESTION, repliesOf } from './drafting-world.ts';
import { launchRawChromium, type RawChromium, type RawPage } from './raw-chromium.ts';

const TEXT = 'A password reset link is valid for 60 minutes. [1] It works once. [1]';

type Case = { readonly mark: string; readonly mood: ModelMood };
const cases: readonly Case[] = [
  ...[29, 31, 60, 120].map((seconds): Case => ({
    mark: `Ref F${seconds}`,
    mood: { firstByteMs: seconds * 1000, text: TEXT },
  })),
  ...[10, 39].map((seconds): Case => ({
    mark: `Ref S${seconds}`,
    mood: { stall: { afterTokens: 6, ms: seconds * 1000 }, text: TEXT },
  })),
];

let helpdesk: Awaited<ReturnType<typeof createDemoHelpdesk>>;
let model: ModelServer;
const browsers: RawChromium[] = [];

beforeAll(async () => {
  helpdesk = await createDemoHelpdesk({ port: 0, dataFile: join(await mkdtemp(join(tmpdir(), 'deskside-desk-')), 'data.json') });
  model = await startModelServer((request) => moodOf(request));
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await model?.close();
  await helpdesk?.close();
});

/** A browser for one case: in a shared one, what another ticket does would keep the worker from being ended. */
async function openBrowser(): Promise<{ browser: RawChromium; own: RawPage }> {
  const browser = await launchRawChromium(['http://127.0.0.1/*']);
  browsers.push(browser);
  const own = await browser.open(`chrome-extension://${browser.extensionId}/options.html`);
  await vi.waitUntil(() => own.evaluate(() => document.querySelector('h1') !== null), 20_000);
  const send = (name: string, request: object): Promise<unknown> =>
    own.evaluate(async (message: object): Promise<unknown> => chrome.runtime.sendMessage(message), { name, request });
  await send('sample-add', {});
  await send('backend-save', { endpoint: { baseUrl: model.baseUrl, model: 'obeying-model' }, key: 'sk-tests' });
  return { browser, own };
}

/** Only replies are slow. */
function moodOf({ body }: ModelRequest): ModelMood {
  if (body.schema !== undefined || body.tool !== undefined || body.isJsonObject) return {};
  const prompt = body.messages.map(({ content }) => content).join('\n');
  return cases.find(({ mark }) => prompt.includes(`${mark}.`))?.mood ?? { text: TEXT };
}

type End = { readonly text: string; readonly ledger: string; readonly notice: string; readonly buttons: string };

/** Opens the ticket with the panel beside it, waits for the draft's end, whatever it is, and closes everything. */
async function draft(
  { mark }: Case,
  { browser, own }: Awaited<ReturnType<typeof openBrowser>>,
): Promise<End & { seconds: number }> {
  const ticketId = await askInNewTicket(helpdesk, `${QUESTION} ${mark}.`);
  const url = `${helpdesk.url}/tickets/${ticketId}`;
  const ticket = await browser.open(url);
  const findTab = (): Promise<number | undefined> =>
    own.evaluate(async (wanted: string) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id, url);
  await vi.waitUntil(findTab, 20_000);
  const panel = await browser.open(`chrome-extension://${browser.extensionId}/sidepanel.html?tab=${await findTab()}`);
  const begun = Date.now();
  const look = (): Promise<End> =>
    panel.evaluate(() => {
      const read = (selector: string): string => document.querySelector<HTMLElement>(selector)?.innerText ?? '';
      return {
        text: read('.draft:not([aria-busy="true"])'),
        ledger: read('.ledger-line'),
        notice: read('.notice, .panel-scroll h2'),
        buttons: read('.actions'),
      };
    });
  const hasEnded = async (): Promise<boolean> =>
    /Insert\s|Try again|Draft again|Look again/.test((await look()).buttons.replace('Insert opens', ''));
  // A draft that never ends shows below in what the panel says.
  await vi.waitUntil(hasEnded, { timeout: 240_000, interval: 500 }).catch(() => undefined);
  const end = { ...(await look()), seconds: Math.round((Date.now() - begun) / 1000) };
  for (const page of [panel, ticket, own]) await page.close();
  return end;
}

it('a backend that is slow, or silent in the middle, loses nothing in a worker that the browser may end', async () => {
  const opened: Awaited<ReturnType<typeof openBrowser>>[] = [];
  for (const _case of cases) opened.push(await openBrowser());
  const ends = await Promise.all(
    opened.map(async (each, index) => {
      const given = cases[index];
      if (!given) throw new Error('There is a browser for each case.');
      return { ...given, ...(await draft(given, each)) };
    }),
  );
  console.log(
    ends
      .map(({ mark, seconds, ledger, notice, text }) => `${mark}: ${seconds} s; ${ledger}; ${notice || text.slice(0, 60)}`)
      .join('\n'),
  );
  for (const { mark, text, ledger } of ends) {
    expect(ledger, mark).toContain(`Sent to ${model.host}`);
    expect(text, mark).toContain('valid for 60 minutes');
    expect(text, mark).toContain('works once');
  }
  expect(repliesOf({ model }).length, 'one request for each reply: nothing was asked twice').toBe(cases.length);
  for (const browser of browsers) {
    await expect
      .poll(() => browser.isWorkerRunning(), {
        timeout: 90_000,
        interval: 1000,
        message: 'the browser ends this worker when it idles',
      })
      .toBe(false);
  }
}, 700_000);
