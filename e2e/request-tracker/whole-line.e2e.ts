import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { readOutcomes, sendFromPage } from '../support/own-data.ts';
import { askRest, openSignedIn, RT, startRequestTracker } from './rt.ts';

let extension: Extension;
let page: Page;
let own: Page;

beforeAll(async () => {
  await startRequestTracker({ reset: true });
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  own = await extension.openOwnPage('options.html');
  await sendFromPage(own, 'sample-add', {});
  page = await openSignedIn(extension.context);
}, 300_000);
afterAll(() => extension?.close());

const stepsOf = async (ticketId: number): Promise<string[]> =>
  (await readOutcomes(own)).filter((row) => row.ticketId === String(ticketId)).map((row) => row.step);

async function openPanel(ticketId: number): Promise<Page> {
  await page.goto(`${RT}/Ticket/Display.html?id=${ticketId}`);
  return extension.openOwnPage(`sidepanel.html?tab=${await extension.tabIdOf(page)}`);
}

it('ticket → cited draft → inserted on the reply page → sent by the agent → retained', async () => {
  const panel = await openPanel(7);
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
  expect(await panel.locator('.cite').count(), 'citations in the draft').toBeGreaterThan(0);
  await panel.getByRole('button', { name: /^Insert/ }).click();
  await page.waitForURL(/Update\.html\?Action=Respond&id=7/);
  await panel.getByText('It is not sent').waitFor();
  expect(page.url(), 'the reply page is still open: nothing was sent').toContain('Update.html');

  await page.locator('form[name=TicketUpdate] input[name=SubmitTicket]').first().click();
  await page.waitForURL(/Display\.html/);
  await expect.poll(() => stepsOf(7), { timeout: 20_000 }).toContain('sent');
  expect((await stepsOf(7)).toSorted()).toEqual(['eligible', 'inserted', 'offered', 'retained', 'seen', 'sent']);
  const sent = (await readOutcomes(own)).find((row) => row.step === 'sent');
  expect(sent).toMatchObject({ agent: { id: 'agent1', name: 'Ana Ruiz' } });
  expect(sent?.step === 'sent' && sent.retainedShare).toBe(1);
  await panel.close();
});

it('the agent’s edit goes in, and what was sent is compared with the draft as offered', async () => {
  const panel = await openPanel(4);
  await panel.getByRole('button', { name: /^Edit/ }).click();
  await panel
    .getByRole('textbox', { name: 'Reply' })
    .fill('Guests keep their password. Everything else I will check and write to you separately, with the details you need.');
  await panel.getByRole('button', { name: /^Insert/ }).click();
  await panel.getByText('It is not sent').waitFor();
  await page.locator('form[name=TicketUpdate] input[name=SubmitTicket]').first().click();
  await page.waitForURL(/Display\.html/);
  await expect.poll(() => stepsOf(4), { timeout: 20_000 }).toContain('sent');
  expect(await stepsOf(4)).not.toContain('retained');
  const inserted = (await readOutcomes(own)).find((row) => row.step === 'inserted' && row.ticketId === '4');
  expect(inserted).toMatchObject({ edited: true });
  await panel.close();
});

it('a customer who writes again makes the draft outdated; it can’t be inserted and is kept', async () => {
  const panel = await openPanel(5);
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
  await askRest('/ticket/5/correspond', { user: 'root', body: { Content: 'One more thing.', ContentType: 'text/plain' } });
  await panel.getByRole('button', { name: /^Insert/ }).click();
  await panel
    .getByText(/wrote|Not inserted/)
    .first()
    .waitFor();
  expect(await stepsOf(5)).not.toContain('inserted');
  await panel.close();
});
