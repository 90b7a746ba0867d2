import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { sendFromPage } from '../support/own-data.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** What the browser itself reports as refused by a page's content security policy, on any of our pages. */
const violations: string[] = [];
let extension: Extension;

beforeAll(async () => {
  extension = await launchExtension();
  extension.context.on('console', (message) => {
    if (/content security policy|trusted type/i.test(message.text())) violations.push(message.text());
  });
});
afterAll(() => extension?.close());

async function open(path: string): Promise<Page> {
  const page = await extension.openOwnPage(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

it('Options imports a zip and a pasted text, lists what could not be read, and removes a source everywhere', async () => {
  const page = await open('options.html');
  const zip = zipSync({
    'help/links.md': encode('# Reset links\n\nA reset link is valid for 60 minutes.'),
    'help/logo.png': Uint8Array.from([0x89, 0, 1]),
  });
  await page
    .locator('#knowledge input[type=file]')
    .first()
    .setInputFiles({ name: 'help.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await page.getByText('help.zip').first().waitFor();
  await page
    .getByText(/not read, and why/)
    .first()
    .click();
  await page.getByText('help.zip/help/logo.png').waitFor();

  await page.getByRole('button', { name: /Paste text/ }).click();
  await page.getByLabel(/Title/).fill('House rules');
  await page.getByLabel('Text', { exact: true }).fill('Never promise a discount.');
  await page.getByRole('button', { name: 'Add the text' }).click();
  await page.locator('#knowledge').getByText('House rules').first().waitFor();

  await page.getByRole('button', { name: /Remove House rules/ }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.locator('#knowledge').getByText('House rules').waitFor({ state: 'detached' });
});

it('an endpoint elsewhere over http is refused with what to do', async () => {
  const page = await open('options.html');
  await page.getByRole('radio', { name: /^Other/ }).check();
  await page
    .locator('#backend')
    .getByLabel(/Address/)
    .fill('http://models.example/v1');
  await page.locator('#backend').getByRole('button', { name: /^Save/ }).click();
  await page
    .getByText(/https:/)
    .first()
    .waitFor();
});

it('a stored key is never given back: not to a page, not in settings', async () => {
  const page = await open('options.html');
  await sendFromPage(page, 'backend-save', { endpoint: { baseUrl: 'http://127.0.0.1:9/v1', model: 'm' }, key: 'sk-canary-7731' });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const everything = await page.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
  );
  expect(everything).not.toContain('sk-canary');
  expect(await page.content()).not.toContain('sk-canary');
  expect(
    await page.locator('input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).join(' ')),
  ).not.toContain('sk-canary');
});

it.each(['insights.html', 'first-run.html', 'options.html'])('%s opens and says what it is for', async (path) => {
  const page = await open(path);
  expect((await page.locator('body').innerText()).length).toBeGreaterThan(100);
});

it('the panel can’t reach the network: not by fetch, picture, beacon, socket or frame', async () => {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.address() as AddressInfo).port;
  const page = await extension.openOwnPage('sidepanel.html');
  const fetched = await page.evaluate(async (origin) => {
    new Image().src = `${origin}/picture`;
    navigator.sendBeacon(`${origin}/beacon`);
    const frame = document.createElement('iframe');
    frame.src = `${origin}/frame`;
    document.body.append(frame);
    try {
      new WebSocket(origin.replace('http', 'ws'));
    } catch {
      // Refused at once, which is as good.
    }
    return fetch(`${origin}/fetch`, { mode: 'no-cors' }).then(
      () => 'reached',
      () => 'refused',
    );
  }, `http://127.0.0.1:${port}`);
  await page.waitForTimeout(500);
  expect(fetched).toBe('refused');
  expect(hits).toBe(0);
  server.close();
  await page.close();
  violations.length = 0;
});

it('no page breaks its own content security policy', async () => {
  for (const path of ['sidepanel.html', 'insights.html', 'first-run.html', 'options.html', 'compare.html'])
    await (await extension.openOwnPage(path)).waitForTimeout(300);
  expect(violations).toEqual([]);
});
