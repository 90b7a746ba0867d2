import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, expect, it } from 'vitest';
import { createDemoHelpdesk } from '../../scripts/demo-helpdesk/create-demo-helpdesk.ts';
import { startFaultServer, toEvent, toStream, type FaultServer } from '../servers/fault-server.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readOutcomes, sendFromPage } from '../support/own-data.ts';

let extension: Extension;
let helpdesk: Awaited<ReturnType<typeof createDemoHelpdesk>>;
let backend: FaultServer;
let own: Page;
let ticket: Page;
let panel: Page;

beforeAll(async () => {
  helpdesk = await createDemoHelpdesk({ port: 0, dataFile: join(await mkdtemp(join(tmpdir(), 'deskside-desk-')), 'data.json') });
  backend = await startFaultServer({
    '/good/chat/completions': () => toStream('Guests are not affected by Require SSO. [1] You may have 200 pizzas. [1]'),
    '/cut/chat/completions': [{ pieces: [toEvent('A reset link is val')], ending: 'cut' }],
    '/html/chat/completions': [{ headers: { 'content-type': 'text/html' }, pieces: ['<!doctype html><title>Router</title>'] }],
    '/key/chat/completions': [{ status: 401, pieces: ['{"error":{"message":"bad key"}}'] }],
  });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  own = await extension.openOwnPage('options.html');
  await sendFromPage(own, 'sample-add', {});
});
afterAll(async () => {
  await extension?.close();
  await helpdesk.close();
  await backend.close();
});
beforeEach(async () => {
  ticket = await extension.context.newPage();
});
afterEach(async () => {
  await panel.close();
  await ticket.close();
});

async function openTicket(ref: string, query = ''): Promise<void> {
  await ticket.goto(`${helpdesk.url}/tickets/${helpdesk.idOf(ref)}${query}`);
  panel = await extension.openOwnPage(`sidepanel.html?tab=${await extension.tabIdOf(ticket)}`);
}

async function useBackend(baseUrl: string): Promise<void> {
  await sendFromPage(own, 'backend-save', { endpoint: { baseUrl, model: 'm' }, key: 'k' });
}
const useEmbedded = (): Promise<void> => own.evaluate(() => chrome.storage.local.remove('settings'));

it('a working backend writes the draft and is named in the ledger line', async () => {
  await useBackend(`${backend.origin}/good`);
  await openTicket('sso-okta');
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
  expect(await panel.locator('.ledger-line').innerText()).toContain(backend.host);
  expect(await panel.locator('.claim-unsupported').innerText(), 'what no passage bears out stays, marked').toContain(
    '200 pizzas',
  );
});

it.each([
  ['an endpoint that is down', 'http://127.0.0.1:9/v1', "can't be reached"],
  ['a wrong key', 'key', 'did not accept the key'],
  ['a web page instead of JSON', 'html', 'is no reply'],
  ['a stream cut in the middle', 'cut', 'stopped in the middle'],
])('%s: the embedded drafter answers, the panel says what happened and what to do', async (_what, path, said) => {
  await useBackend(path.startsWith('http') ? path : `${backend.origin}/${path}`);
  await openTicket('sso-okta');
  await panel
    .getByRole('button', { name: /^(Insert|Try)/ })
    .first()
    .waitFor();
  await panel.keyboard.press('g');
  await panel.getByText(said).waitFor();
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
  expect(await panel.getByText('put together in your browser').count()).toBe(1);
  if (path === 'cut') {
    await panel.getByRole('button', { name: /^Edit/ }).click();
    await panel.getByText('What had arrived before it stopped').click();
    expect(await panel.getByRole('textbox', { name: 'Reply' }).inputValue()).toContain('A reset link is val');
  }
});

it('a ticket page that loads slowly says that it is being read, and then drafts', async () => {
  await useEmbedded();
  await openTicket('invite-member', '?slow=2500');
  await panel.getByText('Reading the ticket').waitFor();
  await panel.getByRole('button', { name: /^Insert/ }).waitFor({ timeout: 20_000 });
});

it('half a ticket gets no draft: the panel names what is missing and offers to read again', async () => {
  await openTicket('vat-id-fr', '?half=1');
  await panel.getByText(/did not show/).waitFor({ timeout: 20_000 });
  expect(await panel.getByRole('button', { name: /^Insert/ }).count()).toBe(0);
  await ticket.goto(`${helpdesk.url}/tickets/${helpdesk.idOf('vat-id-fr')}`);
  await panel.getByRole('button', { name: /^Insert/ }).waitFor({ timeout: 20_000 });
});

it('200 messages are read and drafted from', async () => {
  await openTicket('long-conversation');
  await panel.getByRole('button', { name: /^Insert/ }).waitFor({ timeout: 20_000 });
});

it.each([
  ['empty', 'has no message yet'],
  ['thank-you', 'Nothing to answer'],
  ['off-topic', 'the knowledge does not cover this'],
])('%s: no draft, and the reason in plain words', async (ref, said) => {
  await openTicket(ref);
  await panel.getByText(said).waitFor();
});

it('a clarifying question goes into the box of its own ticket and climbs no ladder', async () => {
  await openTicket('off-topic');
  await panel.getByRole('button', { name: /^Insert the question/ }).click();
  await panel.getByText('The question is in the box').waitFor();
  expect(await ticket.locator('[data-reply-editor]').innerText()).toContain('wall calendars');
  const rows = (await readOutcomes(own)).filter((row) => row.ticketId === helpdesk.idOf('off-topic'));
  expect(rows.map((row) => row.step).toSorted()).toEqual(['abstained', 'eligible']);
});

it('with drafts on request nothing is drafted or sent before the agent asks', async () => {
  await useBackend(`${backend.origin}/good`);
  await own.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), draftOn: 'request' } });
  });
  const before = backend.seen.length;
  await openTicket('webhook-angry');
  await panel.getByText('No draft yet').waitFor();
  expect(backend.seen.length).toBe(before);
  await panel.getByRole('button', { name: /^Draft/ }).click();
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
  expect(backend.seen.length).toBe(before + 1);
  await useEmbedded();
});

it('when the requester writes again the draft is dimmed and locked, not lost', async () => {
  await openTicket('two-factor-de');
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
  await fetch(`${helpdesk.url}/simulate/tickets/${helpdesk.idOf('two-factor-de')}/requester-message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Noch eine Frage: wie lange gilt der Code?' }),
  });
  await panel.getByRole('button', { name: /^Insert/ }).click();
  await panel
    .getByText(/Not inserted|wrote again/)
    .first()
    .waitFor();
  expect(await ticket.locator('[data-reply-editor]').innerText()).not.toContain('Handy');
  await ticket.bringToFront();
  await ticket.reload();
  await panel.getByText('wrote again').waitFor();
  await panel.getByRole('button', { name: /^Redraft/ }).click();
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
});

it('markup in a ticket is text in the panel and runs nothing', async () => {
  const id = await helpdesk.addTicket({ subject: '<img src=x onerror="document.title=1">Reset link' });
  await fetch(`${helpdesk.url}/simulate/tickets/${id}/requester-message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'How long is a reset link valid? <script>document.title=2</script>' }),
  });
  await ticket.goto(`${helpdesk.url}/tickets/${id}`);
  panel = await extension.openOwnPage(`sidepanel.html?tab=${await extension.tabIdOf(ticket)}`);
  await panel.getByText('<img src=x onerror').first().waitFor();
  expect(await panel.locator('.panel img, .panel script').count()).toBe(0);
});
