import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';

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
