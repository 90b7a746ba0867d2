import { browser } from 'wxt/browser';
import { teachingSchema, type Teaching } from '../domain/teaching.ts';

const keyOf = (tabId: number): string => `teaching:${tabId}`;

/** What was shown in a tab so far, in session storage: it outlives the worker and not the browser. */
export async function readTeaching(tabId: number): Promise<Teaching | undefined> {
  return teachingSchema.safeParse((await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)]).data;
}

export async function writeTeaching(teaching: Teaching): Promise<void> {
  await browser.storage.session.set({ [keyOf(teaching.tabId)]: teaching });
}

export async function forgetTeaching(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Calls back with every new state of the tab's teaching until the returned function is called. */
export function watchTeaching(tabId: number, onChange: (teaching: Teaching | undefined) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[keyOf(tabId)];
    if (change) onChange(teachingSchema.safeParse(change.newValue).data);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
