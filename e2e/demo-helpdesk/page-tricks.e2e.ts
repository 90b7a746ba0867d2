import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createDemoHelpdesk } from '../../scripts/demo-helpdesk/create-demo-helpdesk.ts';
import { insertResultSchema, type InsertResult } from '../../utils/domain/insertion.ts';
import { pageReportSchema, type PageReport } from '../../utils/domain/page-report.ts';
import { toTicketLock, type Ticket } from '../../utils/domain/ticket.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { requireReadsOnly } from '../support/record-script-requests.ts';
import { sendToTab } from '../support/send-to-tab.ts';

const REPLY = 'A reset link is valid for 60 minutes and works once.';

let extension: Extension;
let helpdesk: Awaited<ReturnType<typeof createDemoHelpdesk>>;
let page: Page;
beforeAll(async () => {
  helpdesk = await createDemoHelpdesk({ port: 0, dataFile: join(await mkdtemp(join(tmpdir(), 'deskside-desk-')), 'data.json') });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
});
afterAll(async () => {
  await extension?.close();
  await helpdesk.close();
});
beforeEach(async () => {
  page = await extension.context.newPage();
});
afterEach(() => page.close());

const pathOf = (ref: string): string => `/tickets/${helpdesk.idOf(ref)}`;
const open = (ref: string) => page.goto(`${helpdesk.url}${pathOf(ref)}`);
const read = async (): Promise<PageReport> =>
  pageReportSchema.parse(((await sendToTab(extension, page, 'page-read', {})) as { report: unknown }).report);
async function readTicket(): Promise<Ticket> {
  const report = await read();
  if (report.kind !== 'ticket') throw new Error(JSON.stringify(report));
  return report.ticket;
}
const insert = async (ticket: Ticket): Promise<InsertResult> =>
  insertResultSchema.parse(
    await sendToTab(extension, page, 'reply-insert', {
      insertId: String(Math.random()),
      lock: toTicketLock(ticket),
      text: REPLY,
    }),
  );

it('notices within a second that the page went to another ticket without loading', async () => {
  await open('sso-okta');
  await readTicket();
  const path = pathOf('invite-member');
  const asked = page.waitForRequest((request) => request.url().includes(`/api${path}`));
  const wentAtMs = await page.evaluate((to) => {
    history.pushState(null, '', to);
    return performance.timeOrigin + performance.now();
  }, path);
  // Both by the browser's clock.
  const noticedAfterMs = (await asked).timing().startTime - wentAtMs;
  expect(noticedAfterMs).toBeLessThan(1000);
});

it('reads and inserts as ever in a page that has replaced the methods of its own world', async () => {
  await open('sso-okta');
  const known = await readTicket();
  await page.addInitScript(() => {
    const wrong = (): never => {
      throw new Error('taken');
    };
    for (const { prototype } of [Document, Element, Node, HTMLFormElement, Array, String, Response])
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const { value, writable } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
        if (writable && typeof value === 'function' && name !== 'constructor') Reflect.set(prototype, name, wrong);
      }
    Reflect.set(window, 'fetch', wrong);
    Reflect.set(JSON, 'parse', wrong);
  });
  await open('sso-okta');
  const ticket = await readTicket();
  expect(ticket).toEqual(known);
  expect(await insert(ticket)).toMatchObject({ kind: 'inserted' });
});

it.each(['querySelector', 'body', 'getElementById'])(
  'is not misled by a form named "%s", which stands for the document’s own in the page’s scripts',
  async (name) => {
    await open('sso-okta');
    const ticket = await readTicket();
    const isTaken = await page.evaluate((taken) => {
      const form = document.createElement('form');
      form.setAttribute('name', taken);
      document.documentElement.append(form);
      return Reflect.get(document, taken) === form;
    }, name);
    expect(isTaken).toBe(true);
    expect(await readTicket()).toEqual(ticket);
    expect(await insert(ticket)).toMatchObject({ kind: 'inserted', receipt: { visibility: 'public' } });
  },
);

it.each(['dataset', 'parentElement', 'querySelectorAll', 'children', 'hasAttribute'])(
  'refuses, or inserts as ever, while a field named "%s" hides what the reply form is asked for, and inserts when it is gone',
  async (name) => {
    await open('sso-okta');
    const ticket = await readTicket();
    const field = page.locator('form[data-reply-form] input.trick');
    await page.evaluate((taken) => {
      const input = document.createElement('input');
      input.setAttribute('name', taken);
      input.className = 'trick';
      input.type = 'hidden';
      document.querySelector('form[data-reply-form]')?.append(input);
    }, name);
    const result = await insert(ticket);
    if (result.kind === 'refused') expect(result.detail).toMatch(/\w \w/);
    else expect(result).toMatchObject({ receipt: { visibility: 'public' } });
    expect(await page.locator('[data-reply-editor]').innerText()).toMatch(
      result.kind === 'inserted' ? /60 minutes/ : /^(?!.*60)/s,
    );
    await field.evaluate((input) => input.remove());
    expect(await insert(ticket)).toMatchObject({ kind: 'inserted' });
  },
);

it.each([
  [
    'a login page with 200',
    { status: 200, contentType: 'text/html', body: '<form><input type="password"></form>' },
    'signed-out',
  ],
  ['401', { status: 401, body: '{}' }, 'signed-out'],
  ['403', { status: 403, body: '{"error":"Forbidden"}' }, 'ticket-unreadable'],
  ['429', { status: 429, body: '{}' }, 'ticket-unreadable'],
  ['a page in place of data', { status: 200, contentType: 'text/html', body: '<p>Maintenance' }, 'ticket-unreadable'],
])('takes %s for no ticket, before the draft and at the click', async (_what, answer, kind) => {
  await open('sso-okta');
  const ticket = await readTicket();
  await page.route('**/api/tickets/**', (route) => route.fulfill(answer));
  expect(await read()).toMatchObject({ kind: 'unreadable', failure: { kind } });
  expect(await insert(ticket)).toMatchObject({ kind: 'refused', reason: 'ticket-unreadable' });
  expect(await page.locator('[data-reply-editor]').innerText()).not.toContain('60 minutes');
});

it('has only read from the site, with GET', () => {
  expect(extension.scriptRequests.length, 'the recorder sees our scripts').toBeGreaterThan(10);
  requireReadsOnly(extension.scriptRequests);
});
