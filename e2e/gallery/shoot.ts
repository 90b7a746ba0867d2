import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { actOnOptions } from './act-on-options.ts';
import { actOnPanel } from './act-on-panel.ts';
import { actOnVoice } from './act-on-voice.ts';

/**
 * Shoots every case of the built gallery, light and dark, at three widths, and looks at each for what must not be:
 * accessibility violations (axe-core), a page wider than its window, errors in the console (so also refusals by the CSP).
 * `node e2e/gallery/shoot.ts [pattern of the cases' names]`; exits with 1 when something was found.
 */
const built = join(import.meta.dirname, '../../.artifacts/gallery');
const shots = join(import.meta.dirname, '../../.artifacts/shots');
const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://gallery').pathname;
  if (path === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  try {
    const body = readFileSync(join(built, path === '/' ? 'index.html' : path));
    response.writeHead(200, { 'content-type': types[extname(path === '/' ? 'index.html' : path)] ?? 'text/plain' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const page = await browser.newPage();
const errors: string[] = [];
page.on('console', (message) => {
  if (message.type() === 'error' && !message.text().includes('favicon')) errors.push(message.text());
});
page.on('pageerror', (error) => errors.push(error.message));

const pageSizes = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
  ['light', 960],
  ['light', 1600],
] as const;
const panelSizes = [
  ['light', 380],
  ['dark', 380],
  ['light', 320],
  ['light', 560],
] as const;
const problems: string[] = [];
await page.goto(origin);
const names = ((await page.textContent('p')) ?? '').split(' ').filter((name) => new RegExp(process.argv[2] ?? '').test(name));
for (const name of names) {
  for (const [theme, width] of name.startsWith('panel-') ? panelSizes : pageSizes) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${origin}/?theme=${theme}&case=${name}&width=${width}`);
    await act(page, name);
    const label = `${name}-${theme}-${width}`;
    await page.screenshot({ path: join(shots, `${label}.png`), fullPage: !name.includes('drawer') });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) problems.push(`${label}: ${wide} px too wide`);
    if (width === 1280 || width === 360 || width === 380)
      problems.push(...(await findViolations(page)).map((violation) => `${label}: ${violation}`));
    problems.push(...errors.splice(0).map((error) => `${label}: ${error}`));
  }
  console.log(name);
}
await browser.close();
server.close();
for (const problem of new Set(problems)) console.log(`! ${problem}`);
console.log(`${names.length} cases, ${problems.length} problems; pictures in ${shots}`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** What has to be pressed for the state to be seen. */
async function act(shown: Page, name: string): Promise<void> {
  await shown.waitForSelector('main');
  if (name.startsWith('panel-')) await actOnPanel(shown, name.replace('panel-', ''));
  if (name.startsWith('panel-knowledge')) await actBeside(shown, name.replace(/^panel-knowledge-?/, ''));
  if (name.startsWith('panel-similar')) {
    await shown.getByRole('button', { name: 'Similar' }).click();
    await shown.waitForTimeout(400);
  }
  if (name.startsWith('options-hosted')) {
    await shown.getByRole('button', { name: 'Test connection' }).click();
    await shown.waitForSelector('.test-list');
  }
  if (name === 'options-hosted-bad') {
    await shown.getByRole('button', { name: 'Save' }).click();
    await shown.getByText('not read, and why').first().click();
    await shown.getByRole('button', { name: /^Remove Northwind/ }).click();
  }
  if (name === 'options-late-settings') await shown.getByText('A key is stored for api.openai.com').waitFor();
  if (name === 'options-bad-input') {
    await shown.getByRole('radio', { name: /^Other/ }).check();
    await shown.getByLabel('Address').fill('http://models.example/v1');
    await shown.getByRole('button', { name: 'Test connection' }).click();
    await shown.getByRole('button', { name: 'Paste text' }).click();
    await shown.getByRole('button', { name: 'Add the text' }).click();
    await shown.getByRole('button', { name: 'Delete…' }).click();
  }
  if (name.startsWith('options-knowledge-')) await actOnKnowledge(shown, name.replace('options-knowledge-', ''));
  if (/^options-(?:voice|glossary)-/.test(name)) await actOnVoice(shown, name.replace('options-', ''));
  if (name.startsWith('options-embedding-')) await actOnEmbedding(shown, name.replace('options-embedding-', ''));
  if (name.startsWith('options-')) await actOnOptions(shown, name.replace('options-', ''));
  if (name === 'compare-trace') await shown.getByRole('button', { name: 'How it was made' }).first().click();
  if (name === 'insights-drawer') await shown.locator('#replies .link-button').first().click();
  if (name === 'insights-table') await shown.getByRole('button', { name: 'Show as table' }).click();
  if (name === 'insights-rules') for (const summary of await shown.locator('.rule summary').all()) await summary.click();
  if (name === 'insights-language') await shown.getByLabel('Language').selectOption('de');
}

async function actBeside(shown: Page, name: string): Promise<void> {
  const words = { none: 'nichts', failed: 'kaputt' }[name] ?? 'Rechnung Umsatzsteuer-ID nachtragen';
  await shown.locator('.panel-scroll').focus();
  await shown.keyboard.press('k');
  if (name === '') return;
  if (name === 'macros') {
    await shown.getByRole('button', { name: 'Macros', exact: true }).click();
    return shown.waitForTimeout(400);
  }
  await shown.keyboard.type(words);
  if (name === 'internal') {
    await shown.getByRole('button', { name: 'Also internal' }).click();
    await shown.waitForTimeout(400);
    await shown.getByRole('button', { name: 'Whole passage' }).first().click();
  }
  await shown.waitForTimeout(400);
  if (name === 'used') await shown.getByRole('button', { name: /^Use/ }).first().click();
}

async function actOnKnowledge(shown: Page, name: string): Promise<void> {
  const press = (label: string | RegExp): Promise<void> => shown.getByRole('button', { name: label }).first().click();
  const forms: Record<string, string> = {
    'add-help-centre': 'Help centre',
    'add-problems': 'Help centre',
    'add-refused': 'Help centre',
    'add-web-pages': 'Web pages',
    'add-macros': 'Macros',
    'add-solved-tickets': 'Solved tickets',
  };
  const form = forms[name];
  if (form) await press(form);
  if (name === 'add-problems') {
    await shown.getByLabel('Product').selectOption('freshdesk');
    await shown.getByLabel('Address', { exact: true }).fill('northwind.freshdesk.com');
    await shown.getByLabel(/^Language/).fill('German');
    await shown.getByLabel('Who may read it').selectOption('segment');
    await press('Add and read');
  }
  if (name === 'add-refused') {
    await shown.getByLabel('Address', { exact: true }).fill('https://help.northwind.example');
    await press('Add and read');
    await shown.locator('.source-form .notice-warning').waitFor();
  }
  if (name === 'segment') await shown.getByLabel('Who may read it').selectOption('segment');
  if (name === 'sources') for (const summary of await shown.locator('.knowledge-unreadable summary').all()) await summary.click();
  if (name === 'remove') await press(/^Remove developers/);
  if (name === 'change') await press(/^Change/);
  if (name === 'refused') {
    await press('Allow and read again');
    await shown.waitForTimeout(50);
  }
  if (name === 'flagged') {
    await shown.locator('.review summary').first().click();
    await press(/^Keep internal/);
  }
  if (name === 'dragging') {
    const transfer = await shown.evaluateHandle(() => {
      const made = new DataTransfer();
      made.items.add(new File(['x'], 'handbook.md'));
      return made;
    });
    await shown.locator('.knowledge-drop').dispatchEvent('dragover', { dataTransfer: transfer });
    await shown.locator('.knowledge-drop-hint').waitFor();
  }
  if (name.startsWith('search')) {
    if (!name.endsWith('none')) await shown.getByLabel('The reply goes to').selectOption('internal');
    await shown.getByLabel('Search the knowledge').fill('Rechnung Umsatzsteuer-ID nachtragen');
    await shown.waitForTimeout(400);
    const summary = shown.locator('.why-ranked summary');
    if ((await summary.count()) > 0) await summary.first().click();
  }
}

async function actOnEmbedding(shown: Page, name: string): Promise<void> {
  const press = (label: string): Promise<void> => shown.getByRole('button', { name: label, exact: true }).click();
  if (name === 'change') await press('Change');
  if (name === 'remove') await press('Remove…');
  if (name === 'problems') {
    await shown.getByLabel('Address').fill('http://models.example/v1');
    await shown.getByLabel(/^Price/).fill('two cents');
    await press('Estimate');
  }
  if (name === 'estimated' || name === 'refused' || name === 'estimated-no-price') {
    await shown.getByLabel('Address').fill('https://api.openai.com/v1');
    await shown.getByLabel('Embedding model').fill('text-embedding-3-small');
    if (name !== 'estimated-no-price') await shown.getByLabel(/^Price/).fill('0.02');
    await press('Estimate');
    await shown.locator('.embedding-estimate').waitFor();
  }
  if (name === 'refused') {
    await press('Start');
    await shown.locator('.notice-warning').waitFor();
  }
}

async function findViolations(shown: Page): Promise<string[]> {
  // In the page's own world a script may not be added under its CSP; evaluate is not bound by it.
  await shown.evaluate(axe);
  return shown.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> };
    };
    const { violations } = await runner.run();
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map((node) => `${id} ${node.target.join(' ')}`));
  });
}
