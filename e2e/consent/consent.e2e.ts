import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createDemoHelpdesk } from '../../scripts/demo-helpdesk/create-demo-helpdesk.ts';
import { launchExtension, type Extension } from '../support/extension.ts';

/** The extension exactly as it is built: nothing is allowed at install, and the prompt is the browser's own. */
const DISPLAY = ':97';
let display: ChildProcess;
let helpdesk: Awaited<ReturnType<typeof createDemoHelpdesk>>;
let extension: Extension;
let ticket: Page;

beforeAll(async () => {
  display = spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
  process.env['DISPLAY'] = DISPLAY;
  helpdesk = await createDemoHelpdesk({ port: 0, dataFile: join(await mkdtemp(join(tmpdir(), 'deskside-desk-')), 'data.json') });
});
afterAll(async () => {
  await helpdesk.close();
  display.kill();
});
beforeEach(async () => {
  extension = await launchExtension({ headless: false, args: ['--enable-unsafe-extension-debugging', '--window-size=1200,850'] });
  // The first run opens by itself after installing; only then is the front the agent's again.
  await expect
    .poll(() => extension.context.pages().some((page) => page.url().endsWith('/first-run.html')), { timeout: 10_000 })
    .toBe(true);
  ticket = await extension.context.newPage();
  await ticket.goto(`${helpdesk.url}/tickets/${helpdesk.idOf('sso-okta')}`);
});
afterEach(() => extension.close());

/** Presses the Deskside button in the toolbar, as the browser's own command does it. */
async function pressToolbarButton(): Promise<void> {
  const session = await extension.browserSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  const tab = targetInfos.find((target) => target.type === 'tab' && target.url === ticket.url());
  if (!tab) throw new Error('The tab with the ticket is not among the targets.');
  const post = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  await post('Extensions.triggerAction', { id: extension.id, targetId: tab.targetId });
}

/** The ticket's tab as the extension numbers it. A site that is not allowed does not show its address, so it is found as the only one that is not ours. */
async function openPanel(): Promise<Page> {
  const asker = await extension.openOwnPage('options.html');
  const tabId = await asker.evaluate(async () => {
    const states: Record<string, unknown> = await chrome.storage.session.get(null);
    const key = Object.keys(states).find((name) => name.startsWith('tab:'));
    return key === undefined ? undefined : Number(key.slice('tab:'.length));
  });
  expect(tabId, 'the toolbar click alone let the ticket be read').toBeDefined();
  await asker.close();
  return extension.openOwnPage(`sidepanel.html?tab=${tabId}`);
}

const isAllowed = (page: Page): Promise<boolean> =>
  page.evaluate(() => chrome.permissions.contains({ origins: ['http://127.0.0.1/*'] }));
const press = (...keys: string[]): void => {
  for (const key of keys) execFileSync('xdotool', ['key', key], { env: { ...process.env, DISPLAY } });
};

async function reachFirstDraft(): Promise<{ panel: Page; clicks: number }> {
  let clicks = 0;
  await ticket.bringToFront();
  await ticket.locator('[data-reply-editor]').waitFor();
  await pressToolbarButton();
  clicks += 1;
  await expect
    .poll(
      async () =>
        (await (await extension.worker()).evaluate(() => chrome.storage.session.get(null).then((all) => Object.keys(all)))).some(
          (key) => key.startsWith('tab:'),
        ),
      { timeout: 15_000 },
    )
    .toBe(true);
  const panel = await openPanel();
  await panel.getByRole('button', { name: 'Use the sample help centre' }).click();
  clicks += 1;
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
  return { panel, clicks };
}

it('a new user has a first draft in at most three clicks, with no site allowed', async () => {
  const { panel, clicks } = await reachFirstDraft();
  expect(clicks).toBeLessThanOrEqual(3);
  expect(await isAllowed(panel)).toBe(false);
  expect(await panel.getByText('may read this tab until it leaves the site').count()).toBe(1);
});

it('the toolbar click opens the real side panel beside the ticket, and it shows that ticket', async () => {
  await ticket.bringToFront();
  await ticket.locator('[data-reply-editor]').waitFor();
  await pressToolbarButton();
  const session = await extension.browserSession();
  const findPanel = async () =>
    (await session.send('Target.getTargets', { filter: [{}] })).targetInfos.find((target) =>
      target.url.endsWith('/sidepanel.html'),
    );
  await expect.poll(findPanel, { timeout: 10_000 }).toBeDefined();
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: (await findPanel())?.targetId ?? '',
    flatten: false,
  });
  const readText = (): Promise<string> =>
    new Promise((resolve) => {
      session.on('Target.receivedMessageFromTarget', (event) => {
        if (event.sessionId === sessionId && event.message.includes('"id":1,')) resolve(event.message);
      });
      const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: 'document.body.innerText' } });
      void session.send('Target.sendMessageToTarget', { sessionId, message });
    });
  await expect.poll(readText, { timeout: 10_000 }).toContain('Priya Natarajan');
});

it('allowing the site in the browser’s prompt makes it permanent, for this site and no other', async () => {
  const { panel } = await reachFirstDraft();
  await panel.getByRole('button', { name: 'Allow on this site' }).click();
  await panel.waitForTimeout(1500);
  press('Tab', 'Return');
  await expect.poll(() => isAllowed(panel), { timeout: 10_000 }).toBe(true);
  await panel.getByText('may read this tab until').waitFor({ state: 'detached' });
  const listRegistered = () => panel.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  await expect
    .poll(async () => (await listRegistered()).map(({ matches }) => matches), { timeout: 10_000 })
    .toEqual([['http://127.0.0.1/*']]);
});

it('refusing the browser’s prompt changes nothing, and the draft stays', async () => {
  const { panel } = await reachFirstDraft();
  await panel.getByRole('button', { name: 'Allow on this site' }).click();
  await panel.waitForTimeout(1500);
  press('Return');
  await panel.waitForTimeout(500);
  expect(await isAllowed(panel)).toBe(false);
  expect(await panel.getByRole('button', { name: /^Insert/ }).count()).toBe(1);
});
