import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { createDemoHelpdesk } from '../../scripts/demo-helpdesk/create-demo-helpdesk.ts';
import type { ModelRequest } from '../servers/model-server/model-request.ts';
import { startModelServer, type ModelServer } from '../servers/model-server/start-model-server.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { sendFromPage } from '../support/own-data.ts';

type DemoHelpdesk = Awaited<ReturnType<typeof createDemoHelpdesk>>;

/** A browser with the built extension, a helpdesk, the sample knowledge and the model that obeys as the backend. */
export type DraftingWorld = {
  readonly extension: Extension;
  readonly helpdesk: DemoHelpdesk;
  readonly model: ModelServer;
  /** One of our own pages, to send messages from. */
  readonly own: Page;
  readonly useBackend: (baseUrl: string, key?: string) => Promise<void>;
  /** A new ticket in which a requester asks this; gives its id. */
  readonly ask: (text: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** A question that the sample knowledge answers. */
export const QUESTION = 'Hello, how long is a password reset link valid?';

/** `args` go to the browser. */
export async function createDraftingWorld(args: readonly string[] = []): Promise<DraftingWorld> {
  const helpdesk = await createDemoHelpdesk({
    port: 0,
    dataFile: join(await mkdtemp(join(tmpdir(), 'deskside-desk-')), 'data.json'),
  });
  const model = await startModelServer();
  const extension = await launchExtension({ allowed: ['http://127.0.0.1/*'], args });
  const own = await extension.openOwnPage('options.html');
  await sendFromPage(own, 'sample-add', {});
  const useBackend = async (baseUrl: string, key = 'sk-tests'): Promise<void> => {
    await sendFromPage(own, 'backend-save', { endpoint: { baseUrl, model: 'obeying-model' }, key });
  };
  await useBackend(model.baseUrl);
  return {
    extension,
    helpdesk,
    model,
    own,
    useBackend,
    ask: (text) => askInNewTicket(helpdesk, text),
    async close() {
      await extension.close();
      await model.close();
      await helpdesk.close();
    },
  };
}

export async function askInNewTicket(helpdesk: DemoHelpdesk, text: string): Promise<string> {
  const id = await helpdesk.addTicket({ subject: 'Reset link' });
  const answer = await fetch(`${helpdesk.url}/simulate/tickets/${id}/requester-message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  expect(answer.status).toBe(201);
  return id;
}

/** Requests for a reply, in the order they came; a draft may ask for more than that. */
export function repliesOf({ model }: Pick<DraftingWorld, 'model'>): readonly ModelRequest[] {
  return model.requests.filter(({ body }) => body.stream);
}

/** A tab with tickets and the panel beside it, in the size of a side panel. */
export type Desk = {
  readonly ticket: Page;
  readonly panel: Page;
  readonly show: (ticketId: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens a desk on a page without a ticket; `prepare` runs before the panel loads. */
export async function openDesk(
  { extension, helpdesk }: DraftingWorld,
  prepare?: (panel: Page) => Promise<unknown>,
): Promise<Desk> {
  const ticket = await extension.context.newPage();
  await ticket.goto(`${helpdesk.url}/?desk=${Math.random()}`);
  const tabId = await extension.tabIdOf(ticket);
  const panel = await extension.context.newPage();
  await panel.setViewportSize({ width: 380, height: 860 });
  await prepare?.(panel);
  await panel.goto(`chrome-extension://${extension.id}/sidepanel.html?tab=${tabId}`);
  return {
    ticket,
    panel,
    show: async (ticketId) => void (await ticket.goto(`${helpdesk.url}/tickets/${ticketId}`)),
    async close() {
      await panel.close();
      await ticket.close();
    },
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
