import { afterAll, beforeAll, expect, it } from 'vitest';
import { startOrderServer, type OrderServer } from '../servers/order-server.ts';
import { launchExtension, type Extension } from '../support/extension.ts';

let extension: Extension;
let server: OrderServer;
/** What the browser refuses by a content security policy, on our pages and in the worker. */
const violations: string[] = [];

beforeAll(async () => {
  server = await startOrderServer();
  extension = await launchExtension({ allowed: ['http://127.0.0.1/*'] });
  for (const from of [extension.context, await extension.worker()]) {
    from.on('console', (message: { text: () => string }) => {
      if (/content security policy|unsafe-eval|trusted type/i.test(message.text())) violations.push(message.text());
    });
  }
});
afterAll(async () => {
  await extension?.close();
  await server?.close();
});

it('the worker asks a real MCP server for its tools, and a ticked one is saved with what it promised', async () => {
  const page = await extension.openOwnPage('options.html');
  await page.getByRole('button', { name: 'Add a server' }).click();
  const section = page.getByRole('region', { name: 'Live look-ups' });
  await section.getByLabel('Name', { exact: true }).fill('Orders');
  await section.getByLabel('Address').fill(server.url);
  await section.getByLabel('Key').fill('sk-orders');
  await section.getByRole('button', { name: 'List its tools' }).click();
  await section.getByRole('checkbox', { name: 'Order', exact: true }).check();
  await section.getByRole('button', { name: 'Save' }).click();
  await section.getByText('The tool needs this.').waitFor();
  await section.getByLabel('number', { exact: true }).selectOption('pattern');
  await section.getByLabel('Pattern of number').fill('NW-\\d{6}');
  await section.getByRole('button', { name: 'Save' }).click();
  await section.getByText('asks get_order').waitFor();
  expect(server.calls).toEqual([]);
  expect(server.seen.length).toBeGreaterThan(0);
  expect(server.seen.every((one) => one.headers.authorization === 'Bearer sk-orders' && one.headers.cookie === undefined)).toBe(
    true,
  );

  const stored = await page.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  expect(stored).toContain('schemaHash');
  expect(stored).not.toContain('sk-orders');

  server.mood.tool = 'changed';
  await section.getByRole('button', { name: 'Change Orders' }).click();
  await section.getByRole('button', { name: 'List its tools' }).click();
  await section.getByText('changed since it was ticked').waitFor();
  expect(await section.getByRole('checkbox', { name: 'Order', exact: true }).isChecked()).toBe(false);

  await section.getByRole('button', { name: 'Cancel' }).click();
  await section.getByRole('button', { name: 'Remove Orders' }).click();
  await section.getByText('No server is set up.').waitFor();
});

it('a server that is gone is told, with what to check', async () => {
  const page = await extension.openOwnPage('options.html');
  await page.getByRole('button', { name: 'Add a server' }).click();
  const section = page.getByRole('region', { name: 'Live look-ups' });
  server.mood.http = 401;
  await section.getByLabel('Address').fill(server.url);
  await section.getByRole('button', { name: 'List its tools' }).click();
  await section.getByText('The server refused the request.').waitFor();
});

it('nothing made code out of text', () => {
  expect(violations).toEqual([]);
});
