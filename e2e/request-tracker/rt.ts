import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import type { Extension } from '../support/extension.ts';

export const RT = process.env['RT_URL'] ?? 'http://127.0.0.1:8090';

/** Starts Request Tracker, or finds it running; `reset` puts the seeded database back. */
export async function startRequestTracker({ reset }: { readonly reset: boolean }): Promise<void> {
  const script = join(import.meta.dirname, 'start-request-tracker.sh');
  await promisify(execFile)('sh', [script, ...(reset ? ['--reset'] : [])], { timeout: 240_000 });
}

/** Asks REST 2.0 as a person with a password, past our code and past the browser. */
export async function askRest(
  path: string,
  { user = 'agent1', body }: { readonly user?: string; readonly body?: object } = {},
): Promise<unknown> {
  const password = user === 'root' ? 'root-e2e-pass' : `${user}-pass`;
  const answer = await fetch(`${RT}/REST/2.0${path}`, {
    method: body ? (path.endsWith('/correspond') || path.endsWith('/comment') || path === '/ticket' ? 'POST' : 'PUT') : 'GET',
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: HTTP ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** A tab signed in to Request Tracker, as a person signs in. */
export async function openSignedIn(context: BrowserContext, user = 'agent1'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${RT}/`);
  if (await page.locator('input[name=user]').count()) {
    await page.fill('input[name=user]', user);
    await page.fill('input[name=pass]', `${user}-pass`);
    await page.click('input[type=submit]');
    await page.locator('#preferences').waitFor({ state: 'attached' });
  }
  return page;
}

/** Sends to the content script of a tab as the worker does, and gives its answer; asks again while it is starting. */
export async function sendToTab(extension: Extension, page: Page, name: string, request: object): Promise<unknown> {
  const worker = await extension.worker();
  const answer: unknown = await worker.evaluate(
    async ({ url, message }) => {
      for (let attempt = 0; attempt < 40; attempt += 1) {
        const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
        try {
          if (tab?.id !== undefined) return await chrome.tabs.sendMessage(tab.id, message, { frameId: 0 });
        } catch {
          // Not started yet.
        }
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return undefined;
    },
    { url: page.url(), message: { name, request } },
  );
  if (!isAnswer(answer)) throw new Error(`${name} was not answered: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Sends to the content script of a tab once, whatever the tab shows by then; `undefined` when its page goes before it answers. */
export async function orderInTab(extension: Extension, tabId: number, name: string, request: object): Promise<unknown> {
  const worker = await extension.worker();
  const answer: unknown = await worker.evaluate(
    ({ id, message }) => chrome.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => undefined),
    { id: tabId, message: { name, request } },
  );
  return isAnswer(answer) ? answer.value : undefined;
}

/** A ticket of its own with one message; gives its number. */
export async function createTicket(subject: string): Promise<string> {
  const made = await askRest('/ticket', {
    user: 'root',
    body: {
      Queue: 'Support',
      Subject: subject,
      Requestor: 'maria.keller@kellerbakery.example',
      Content: 'Where do I change the plan?',
      ContentType: 'text/plain',
    },
  });
  if (typeof made !== 'object' || made === null || !('id' in made)) throw new Error(JSON.stringify(made));
  return String(made.id);
}

function isAnswer(answer: unknown): answer is { ok: true; value: unknown } {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}

export async function readManifest(): Promise<{ tickets: { id: number; ref: string }[] }> {
  const folder = process.env['STATE_DIR'] ?? '/var/lib/helpdesk-e2e/rt';
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { tickets: { id: number; ref: string }[] };
}

/** Number of a seeded ticket. */
export async function idOf(ref: string): Promise<string> {
  const found = (await readManifest()).tickets.find((ticket) => ticket.ref === ref);
  if (!found) throw new Error(`No ticket is called ${ref}.`);
  return String(found.id);
}
