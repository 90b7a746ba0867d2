import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { sendToTab } from '../support/send-to-tab.ts';
import { askRest, openSignedIn, RT, startRequestTracker } from './rt.ts';

let extension: Extension;
let page: Page;

beforeAll(async () => {
  await startRequestTracker({ reset: true });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  page = await openSignedIn(extension.context);
}, 300_000);
afterAll(() => extension?.close());

const read = async (): Promise<unknown> => ((await sendToTab(extension, page, 'page-read', {})) as { report: unknown }).report;

it('never takes half a ticket when Request Tracker is slow, answers with an error or breaks off', async () => {
  const trouble: [string, (route: Parameters<Parameters<Page['route']>[1]>[0]) => Promise<void>][] = [
    ['an error page', (route) => route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Internal error</h1>' })],
    ['no connection', (route) => route.abort()],
    ['half an answer', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"items":[' })],
    ['a page instead of data', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Maintenance' })],
  ];
  for (const [name, answer] of trouble) {
    await page.route('**/REST/2.0/ticket/1/history**', answer);
    await page.goto(`${RT}/Ticket/Display.html?id=1`);
    expect(await read(), name).toMatchObject({
      kind: 'unreadable',
      failure: { kind: 'ticket-unreadable', missing: expect.stringContaining('messages') },
    });
    await page.unroute('**/REST/2.0/ticket/1/history**');
  }
  await page.goto(`${RT}/Ticket/Display.html?id=1`);
  expect(await read()).toMatchObject({ kind: 'ticket' });
}, 240_000);

it('reads the whole ticket although the page has not loaded its history', async () => {
  await page.route('**/Helpers/TicketHistory**', () => new Promise(() => undefined));
  await page.goto(`${RT}/Ticket/Display.html?id=1`, { waitUntil: 'domcontentloaded' });
  expect(await read()).toMatchObject({ kind: 'ticket', ticket: { id: '1' } });
  expect(await page.locator('.transaction').count()).toBe(0);
  await page.unroute('**/Helpers/TicketHistory**');
});

it('sees what came since, although the answers allow a cache', async () => {
  await page.goto(`${RT}/Ticket/Display.html?id=1`);
  await read();
  await askRest('/ticket/1', { user: 'root', body: { Requestor: 'sam.okoye@example.org', Subject: 'Another subject' } });
  expect(await read()).toMatchObject({ ticket: { subject: 'Another subject', requester: { id: 'sam.okoye@example.org' } } });
});

it('goes quiet without an error when the extension is updated while the page is open', async () => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${RT}/Ticket/Display.html?id=2`);
  await read();
  const worker = await extension.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await page.bringToFront();
  await page.waitForTimeout(3000);
  let asked = 0;
  page.on('request', (request) => (asked += Number(request.url().includes('/REST/'))));
  await page.waitForTimeout(17_000);
  expect(errors.filter((text) => /extension|context/i.test(text))).toEqual([]);
  expect(asked, 'questions asked by a script whose extension is gone').toBe(0);
}, 240_000);
