import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { sendFromPage } from '../support/own-data.ts';
import { startUnseenSystem, type UnseenSystem } from './start-unseen-systems.ts';
import { unseenTickets, type UnseenTicket } from './unseen-tickets.ts';

const [taughtFrom, unseen] = unseenTickets;
let extension: Extension;
let own: Page;
let plain: UnseenSystem;
let app: UnseenSystem;

beforeAll(async () => {
  [plain, app] = await Promise.all([startUnseenSystem('plain'), startUnseenSystem('app')]);
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  own = await extension.openOwnPage('options.html');
  await sendFromPage(own, 'sample-add', {});
});
afterAll(async () => {
  await extension?.close();
  await Promise.all([plain?.close(), app?.close()]);
});

const addressOf = {
  plain: ({ id }: UnseenTicket): string => `${plain.origin}/case.cgi?op=show&cid=${id}`,
  app: ({ id }: UnseenTicket): string => `${app.origin}/inbox/all/${id}`,
};

async function openTicket(kind: 'plain' | 'app', ticket: UnseenTicket): Promise<{ page: Page; panel: Page; tabId: number }> {
  const page = await extension.context.newPage();
  await page.goto(addressOf[kind](ticket));
  const tabId = await extension.tabIdOf(page);
  return { page, panel: await extension.openOwnPage(`sidepanel.html?tab=${tabId}`), tabId };
}

/** Teaches by clicks in the page, each once the panel asks for it; answers how many there were. */
async function teach(page: Page, panel: Page, box: string): Promise<number> {
  let clicks = 0;
  const show = async (step: RegExp, target: Locator): Promise<void> => {
    await panel.locator('.teach .is-now').getByText(step).waitFor();
    await target.click();
    clicks += 1;
  };
  const first = (kind: string): Locator =>
    page.getByText(taughtFrom.messages.find((message) => message.kind === kind)?.lines[0] ?? '', { exact: true });
  await panel.getByRole('button', { name: /^Show me/ }).click();
  await show(/the subject/, page.locator('h2, .Top_title__u8Vb3').getByText(taughtFrom.subject));
  await show(/from the customer/, first('requester'));
  await show(/from an agent/, first('agent'));
  await show(/internal note/, first('note'));
  await show(/box you reply in/, page.locator(box));
  await panel.getByText('The requester reads it').click();
  await panel.getByText('What would be read').first().waitFor();
  return clicks;
}

type ReadTicket = {
  readonly id: string;
  readonly subject: string;
  readonly requester: { readonly name: string };
  readonly messages: readonly {
    readonly author: { readonly name: string };
    readonly role: string;
    readonly visibility: string;
    readonly at: string;
    readonly text: string;
  }[];
};

async function readTicketOf(tabId: number): Promise<ReadTicket | undefined> {
  return own.evaluate(async (key) => {
    // The worker's own record of the tab, as it was checked against its schema.
    const stored = (await chrome.storage.session.get(key))[key] as { report?: { ticket?: ReadTicket } } | undefined;
    return stored?.report?.ticket;
  }, `tab:${tabId}`);
}

async function expectExact(tabId: number, ticket: UnseenTicket): Promise<void> {
  await expect.poll(async () => (await readTicketOf(tabId))?.id, { timeout: 20_000 }).toBe(ticket.id);
  const read = await readTicketOf(tabId);
  expect(read?.subject).toBe(ticket.subject);
  expect(read?.requester.name).toBe(ticket.messages[0]?.author);
  expect(
    read?.messages.map(({ author, role, visibility, at, text }) => ({ author: author.name, role, visibility, at, text })),
  ).toEqual(
    ticket.messages.map(({ kind, author, at, lines }) => ({
      author,
      role: kind === 'requester' ? 'requester' : 'agent',
      visibility: kind === 'note' ? 'internal' : 'public',
      at,
      text: lines.join('\n\n'),
    })),
  );
}

it('a plain ticket system is taught in at most six clicks; another ticket is read exactly, and a reply goes into its box', async () => {
  const { page, panel, tabId } = await openTicket('plain', taughtFrom);
  const clicks = await teach(page, panel, 'textarea[name=answer]');
  expect(clicks).toBeLessThanOrEqual(6);
  await panel.getByRole('button', { name: /^Save/ }).click();
  await expectExact(tabId, taughtFrom);

  await page.goto(addressOf.plain(unseen));
  await expectExact(tabId, unseen);
  await panel.getByRole('button', { name: /^Insert/ }).click();
  await panel.getByText('It is not sent').waitFor();
  expect(await page.locator('textarea[name=answer]').inputValue()).toMatch(/60 minutes|valid/);
  expect(plain.asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
  await page.close();
  await panel.close();
});

it('an app with made-up class names is taught without its page hearing of the clicks; a note’s tab is no reply box', async () => {
  const { page, panel, tabId } = await openTicket('app', taughtFrom);
  const clicks = await teach(page, panel, '[contenteditable]');
  expect(clicks).toBeLessThanOrEqual(6);
  expect(await page.evaluate(() => Reflect.get(window, 'clicks'))).toBe(0);
  await panel.getByRole('button', { name: /^Save/ }).click();
  await expectExact(tabId, taughtFrom);

  await page.getByRole('button', { name: unseen.subject }).click();
  await expectExact(tabId, unseen);
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
  await page.getByRole('tab', { name: 'Note' }).click();
  await panel.getByRole('button', { name: /^Insert/ }).click();
  await panel.getByText('Not inserted: this page does not say who reads the box').waitFor();
  expect(await page.locator('[contenteditable]').innerText()).toBe('');
  await page.getByRole('tab', { name: 'Reply' }).click();
  await panel.getByRole('button', { name: /^Insert/ }).click();
  await panel.getByText('It is not sent').waitFor();
  expect(await page.locator('[contenteditable]').innerText()).toMatch(/60 minutes|valid/);
  expect(app.asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
  await page.close();
  await panel.close();
});

it('what was taught goes out to a file, is forgotten, and works again from the file', async () => {
  await own.reload();
  const host = new URL(plain.origin).host;
  const section = own.locator('#helpdesks');
  const [download] = await Promise.all([
    own.waitForEvent('download'),
    section.getByRole('button', { name: `Export ${host}` }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  for (const word of ['Petra', 'Keller', 'Ruiz', 'Atlas', 'export stops', '311']) expect(text).not.toContain(word);

  await section.getByRole('button', { name: `Remove ${host}` }).click();
  await section.getByRole('button', { name: 'Remove', exact: true }).click();
  const { page, panel, tabId } = await openTicket('plain', unseen);
  await panel.getByRole('button', { name: /^Show me/ }).waitFor();

  await own
    .locator('#helpdesks input[type=file]')
    .setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await section.getByText('no taught helpdesk').waitFor();
  await own
    .locator('#helpdesks input[type=file]')
    .setInputFiles({ name: 'desk.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await section.getByRole('button', { name: `Export ${host}` }).waitFor();
  await expectExact(tabId, unseen);
  expect(plain.asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
  await page.close();
  await panel.close();
});
