import type { Locator, Page } from 'playwright-core';
import type { Settings } from '../../utils/domain/settings.ts';
import type { ModelMood } from '../servers/model-server/model-mood.ts';
import type { ModelRequest } from '../servers/model-server/model-request.ts';
import type { Desk, DraftingWorld } from './drafting-world.ts';

const INSERT = /^Insert(?=\W|$)/;

/** What a request asks a model for, told from its rules. */
export type Asked = 'draft' | 'edit' | 'ground' | 'translate' | 'json';

export function askedFor({ body }: ModelRequest): Asked {
  if (body.schema !== undefined || body.tool !== undefined || body.isJsonObject) return 'json';
  const system = body.messages.find(({ role }) => role === 'system')?.content ?? '';
  if (system.includes('You edit replies')) return 'edit';
  if (system.includes('You check replies')) return 'ground';
  return system.includes('You translate') ? 'translate' : 'draft';
}

/** The model says one thing for each kind of request. */
export function sayBy(world: DraftingWorld, texts: Partial<Record<Asked, string>>, rest: ModelMood = {}): void {
  world.model.setMood((request) => {
    const text = texts[askedFor(request)];
    return { ...rest, ...(text === undefined ? {} : { text }) };
  });
}

/** Everything that a request says, in one text. */
export const wordsOf = ({ body }: ModelRequest): string => body.messages.map(({ content }) => content).join('\n');

/** Arranges settings without their forms; the forms that matter are driven by the tests themselves. */
export async function arrange({ own }: DraftingWorld, change: Partial<Settings>): Promise<void> {
  await own.evaluate(async (part) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), ...part } });
  }, change);
}

export async function readSettings({ own }: DraftingWorld): Promise<Settings> {
  return own.evaluate(async () => (await chrome.storage.local.get('settings'))['settings'] as Settings);
}

export const button = (page: Page, name: RegExp | string): Locator => page.getByRole('button', { name });

/** Shows the ticket and waits for its draft. */
export async function openDraft(desk: Desk, ticketId: string): Promise<void> {
  await desk.show(ticketId);
  // A tab that is not in front draws once a second, and every click waits for two drawings.
  await desk.panel.bringToFront();
  await desk.panel.locator('.ticket-number', { hasText: `#${ticketId}` }).waitFor();
  await waitForDraft(desk);
}

export async function waitForDraft({ panel }: Desk): Promise<void> {
  await button(panel, INSERT)
    .waitFor({ timeout: 10_000 })
    .catch(async () => {
      throw new Error(`The panel shows no draft: ${await panel.locator('body').innerText()}`);
    });
}

export async function draftOf(world: DraftingWorld, desk: Desk, question: string): Promise<string> {
  const id = await world.ask(question);
  await openDraft(desk, id);
  return id;
}

export const shownText = ({ panel }: Desk): Promise<string> => panel.locator('.draft').first().innerText();

export async function openRefine({ panel }: Desk): Promise<Locator> {
  await button(panel, /^Refine/).click();
  return panel.getByRole('region', { name: 'Refine' });
}

/** A step of the Refine menu; resolves once it has begun. */
export async function refine(desk: Desk, step: string): Promise<void> {
  await (await openRefine(desk)).getByRole('button', { name: new RegExp(`^${step}`) }).click();
}

/** What stands in the helpdesk's reply box. */
export const boxText = ({ ticket }: Desk): Promise<string> => ticket.locator('[data-reply-editor]').innerText();

export async function insert(desk: Desk): Promise<string> {
  await button(desk.panel, INSERT).click();
  await desk.panel.getByText('The reply is in the box.').waitFor();
  return boxText(desk);
}
