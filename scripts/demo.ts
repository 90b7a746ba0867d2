import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { createDemoHelpdesk } from './demo-helpdesk/create-demo-helpdesk.ts';
import { playAgent, type PlayedTicket } from './demo/play-agent.ts';
import { printReport } from './demo/print-report.ts';
import { launchExtension, type Extension } from '../e2e/support/extension.ts';
import { readOutcomes, sendFromPage } from '../e2e/support/own-data.ts';

/** Tickets that are played without a display: one in English with two questions, one in German, one with rules for money. */
const PLAYED = ['sso-okta', 'annual-refund-de', 'proration'];
const OUTPUT = resolve('.artifacts/demo');

const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const headless = values.headless || !hasDisplay;

await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
const helpdesk = await createDemoHelpdesk({ port: 0, dataFile: join(OUTPUT, 'helpdesk.json') });
const extension = await launchExtension({ headless, allowed: [`http://127.0.0.1/*`], viewport: { width: 900, height: 860 } });
const options = await extension.openOwnPage('options.html');
await sendFromPage(options, 'sample-add', {});
console.log(`Demo helpdesk: ${helpdesk.url}`);

if (headless) await playAll(options);
else await showWindow(extension);

async function playAll(page: Page): Promise<void> {
  const played: PlayedTicket[] = [];
  for (const ref of PLAYED) played.push(await playAgent(extension, helpdesk, ref, OUTPUT));
  const pictures = await takePictures(page);
  printReport(played, await readOutcomes(page), [...played.map(({ picture }) => picture), ...pictures]);
  await extension.close();
  await helpdesk.close();
}

async function takePictures(page: Page): Promise<string[]> {
  const insights = await extension.openOwnPage('insights.html');
  await insights.setViewportSize({ width: 1280, height: 900 });
  await insights.getByRole('heading', { level: 1 }).waitFor();
  const paths = { insights: join(OUTPUT, 'insights.png'), options: join(OUTPUT, 'options.png') };
  await insights.screenshot({ path: paths.insights, fullPage: true });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.screenshot({ path: paths.options, fullPage: true });
  return Object.values(paths);
}

async function showWindow({ context, id }: Extension): Promise<void> {
  const page = await context.newPage();
  await page.goto(helpdesk.url);
  await page.bringToFront();
  console.log(
    'The demo helpdesk is open in Chromium. Open a ticket, then press the Deskside button in the toolbar (behind the puzzle piece).',
  );
  console.log(`Acceptance: chrome-extension://${id}/insights.html · Options: chrome-extension://${id}/options.html`);
  console.log('Close the browser window, or press Ctrl-C here, to end the demo.');
  await new Promise((ended) => context.on('close', ended));
  await helpdesk.close();
}
