import { z } from 'zod';
import { browser } from 'wxt/browser';
import { draftIdSchema } from '../domain/draft.ts';
import { tabStateSchema, type TabState } from '../domain/tab-state.ts';
import { ticketLockSchema, visibilitySchema } from '../domain/ticket.ts';

const tabKey = (tabId: number): string => `tab:${tabId}`;
const pendingKey = (tabId: number): string => `pending-insert:${tabId}`;

/** An insert that is under way in a tab, and may go on after a page change or a worker's end. */
export const pendingInsertSchema = z.object({
  insertId: z.string(),
  draftId: draftIdSchema,
  lock: ticketLockSchema,
  text: z.string(),
  visibility: z.prefault(visibilitySchema, 'public'),
  edited: z.boolean(),
  at: z.iso.datetime(),
});
export type PendingInsert = z.infer<typeof pendingInsertSchema>;

const readSession = async (key: string): Promise<unknown> => (await browser.storage.session.get(key))[key];

/** What is known of each tab, in session storage: it outlives the worker and not the browser. */
export async function readTab(tabId: number): Promise<TabState | undefined> {
  return tabStateSchema.safeParse(await readSession(tabKey(tabId))).data;
}

/** Every tab that is known. */
export async function readTabs(): Promise<TabState[]> {
  const everything: Record<string, unknown> = await browser.storage.session.get(null);
  return Object.entries(everything).flatMap(([key, value]) => {
    const state = key.startsWith('tab:') ? tabStateSchema.safeParse(value).data : undefined;
    return state ? [state] : [];
  });
}

export async function writeTab(state: TabState): Promise<void> {
  await browser.storage.session.set({ [tabKey(state.tabId)]: state });
}

export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([tabKey(tabId), pendingKey(tabId)]);
}

/** Calls back with every new state of the tab until the returned function is called. */
export function watchTab(tabId: number, onChange: (state: TabState | undefined) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[tabKey(tabId)];
    if (change) onChange(tabStateSchema.safeParse(change.newValue).data);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

export async function readPendingInsert(tabId: number): Promise<PendingInsert | undefined> {
  return pendingInsertSchema.safeParse(await readSession(pendingKey(tabId))).data;
}

export async function writePendingInsert(tabId: number, pending: PendingInsert): Promise<void> {
  await browser.storage.session.set({ [pendingKey(tabId)]: pending });
}

export async function clearPendingInsert(tabId: number): Promise<void> {
  await browser.storage.session.remove(pendingKey(tabId));
}
