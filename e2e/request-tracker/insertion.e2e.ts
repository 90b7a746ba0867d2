import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertResultSchema, type InsertResult } from '../../utils/domain/insertion.ts';
import { pageReportSchema } from '../../utils/domain/page-report.ts';
import { toTicketLock, type TicketLock } from '../../utils/domain/ticket.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readFromRest, toInk } from './read-from-rest.ts';
import { sendToTab } from '../support/send-to-tab.ts';
import { askRest, openSignedIn, RT, startRequestTracker } from './rt.ts';

const REPLY = 'Hello & <b>welcome</b>,\n\nplease do this:\n\n1. Open Settings.\n2. Choose "Billing".\n\nKind regards';
const TYPED = 'Typed by the agent.';

let extension: Extension;
let page: Page;
/** Requests that write to the REST interface from the browser: there must be none, ever. */
const writes: string[] = [];
let inserts = 0;

beforeAll(async () => {
  await startRequestTracker({ reset: true });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  extension.context.on('request', (request) => {
    if (request.url().includes('/REST/') && request.method() !== 'GET') writes.push(`${request.method()} ${request.url()}`);
  });
  page = await openSignedIn(extension.context);
}, 300_000);
afterAll(async () => {
  expect(writes, 'nothing was written through the API').toEqual([]);
  await extension?.close();
});

async function readLock(): Promise<TicketLock> {
  const { report } = (await sendToTab(extension, page, 'page-read', {})) as { report: unknown };
  const parsed = pageReportSchema.parse(report);
  if (parsed.kind !== 'ticket') throw new Error(JSON.stringify(parsed));
  return toTicketLock(parsed.ticket);
}

async function insert(lock: TicketLock, text = REPLY, insertId = `insert-${(inserts += 1)}`): Promise<InsertResult> {
  return insertResultSchema.parse(await sendToTab(extension, page, 'reply-insert', { insertId, lock, text }));
}

const rich = () => page.frameLocator('iframe.cke_wysiwyg_frame').locator('body.cke_editable');
const openReplyPage = (id: number) => page.goto(`${RT}/Ticket/Update.html?Action=Respond&id=${id}`);

async function typeOnTop(): Promise<void> {
  await rich().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(TYPED);
}

/** List marks are drawn, not written, in the rich editor. */
const toUnmarked = (text: string): string => toInk(text.replace(/^\d+\. /gm, ''));

async function expectUntouched(): Promise<void> {
  expect(toInk(await rich().innerText()), 'the box holds the signature and nothing else').toBe(
    toInk('-- Ana Ruiz\nNorthwind Cloud Support'),
  );
}

async function sendAsAgent(): Promise<void> {
  await page.locator('form[name=TicketUpdate] input[name=SubmitTicket]').first().click();
  await page.waitForURL(/Display\.html/);
}

it('puts the reply between typed text and signature in the rich editor; sent by the agent, all three arrive', async () => {
  await openReplyPage(3);
  await typeOnTop();
  const lock = await readLock();
  const result = await insert(lock);
  expect(result).toMatchObject({ kind: 'inserted', receipt: { technique: 'ckeditor4', visibility: 'public', keptText: true } });
  const shown = toInk(await rich().innerText());
  expect(shown).toBe(`${toInk(TYPED)}${toUnmarked(REPLY)}${toInk('-- Ana Ruiz Northwind Cloud Support')}`);
  expect(await rich().locator('li').count()).toBe(2);
  expect(await rich().locator('b').count(), 'markup in the reply stays text').toBe(0);
  expect(await rich().locator('p', { hasText: TYPED }).innerText(), 'typed text keeps its own paragraph').toBe(TYPED);
  await sendAsAgent();
  const sent = (await readFromRest(3)).messages.at(-1);
  expect(sent).toMatchObject({ author: 'agent1', visibility: 'public', ownInk: shown });
});

it('answers the same order twice and inserts once', async () => {
  await openReplyPage(4);
  const lock = await readLock();
  const first = await insert(lock, REPLY, 'same');
  expect(first.kind).toBe('inserted');
  expect(await insert(lock, REPLY, 'same')).toEqual(first);
  expect(toInk(await rich().innerText()).split(toInk('Choose "Billing"')).length).toBe(2);
});

it('takes an insert back, unless the agent has changed it since', async () => {
  await openReplyPage(4);
  const lock = await readLock();
  await insert(lock);
  expect(await sendToTab(extension, page, 'reply-undo', {})).toEqual({ kind: 'undone' });
  await expectUntouched();
  await insert(lock);
  await rich().click();
  await page.keyboard.type('more');
  expect(await sendToTab(extension, page, 'reply-undo', {})).toEqual({ kind: 'nothing-to-undo' });
});

it('is one step for the agent’s own undo', async () => {
  await openReplyPage(4);
  await typeOnTop();
  await insert(await readLock());
  await rich().click();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => toInk(await rich().innerText())).toBe(toInk(`${TYPED}-- Ana Ruiz Northwind Cloud Support`));
});

it('opens the reply page of the same ticket when this page has no box', async () => {
  await page.goto(`${RT}/Ticket/Display.html?id=5`);
  expect(await insert(await readLock())).toEqual({ kind: 'opening-reply-page' });
  await page.waitForURL(/Update\.html\?Action=Respond&id=5$/);
});

it('inserts nothing when ticket, requester, conversation, pane or audience changed in between', async () => {
  const wrong: string[] = [];
  const expectRefused = async (lock: TicketLock, reason: string): Promise<void> => {
    const result = await insert(lock);
    if (result.kind === 'inserted') wrong.push(reason);
    expect(result).toMatchObject({ kind: 'refused', reason });
    await expectUntouched();
  };
  await openReplyPage(5);
  const five = await readLock();
  await openReplyPage(6);
  await rich().waitFor();
  await expectRefused(five, 'other-ticket');

  const six = await readLock();
  await page.locator('form[name=TicketUpdate] input[name=id]').evaluate((input: HTMLInputElement) => (input.value = '7'));
  await expectRefused(six, 'other-ticket');
  await openReplyPage(6);
  await rich().waitFor();
  await page.locator('select#UpdateType').evaluate((select: HTMLSelectElement) => (select.value = 'private'));
  await expectRefused(six, 'internal-note');

  await openReplyPage(6);
  await rich().waitFor();
  await askRest('/ticket/6/comment', { user: 'agent2', body: { Content: 'Wait, I am on it.', ContentType: 'text/plain' } });
  await expectRefused(six, 'new-message');

  const again = await readLock();
  await askRest('/ticket/6', { user: 'root', body: { Requestor: 'maria.keller@kellerbakery.example' } });
  await expectRefused(again, 'requester-changed');
  expect(wrong).toEqual([]);
});

it('keeps typed text in the plain editor as well, and reads an internal comment page as internal', async () => {
  await page.goto(`${RT}/Prefs/Other.html`);
  await page.locator('[name=MessageBoxRichText][value="0"]').first().check({ force: true });
  await page.locator('form[name=ModifyPreferences] [type=submit]').first().click();
  await page.waitForLoadState();
  await openReplyPage(7);
  const box = page.locator('textarea#UpdateContent');
  const preset = await box.inputValue();
  await box.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(`${TYPED}\nSecond line.`);
  const result = await insert(await readLock());
  expect(result).toMatchObject({ kind: 'inserted', receipt: { technique: 'textarea', keptText: true } });
  expect(await box.inputValue()).toBe(`${TYPED}\nSecond line.\n\n${REPLY}\n\n${preset.trimStart()}`);
  await sendAsAgent();
  const sent = (await readFromRest(7)).messages.at(-1);
  expect(sent).toMatchObject({ author: 'agent1', visibility: 'public' });
  expect(sent?.ownInk).toBe(toInk(`${TYPED}Second line.${REPLY}${preset}`));

  await page.goto(`${RT}/Ticket/Update.html?Action=Comment&id=7`);
  expect(await insert(await readLock())).toMatchObject({ kind: 'refused', reason: 'internal-note' });
});
