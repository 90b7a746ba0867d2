import { browser } from 'wxt/browser';
import { defaultSettings, settingsSchema, type Settings } from '../domain/settings.ts';

const KEY = 'settings';

const parse = (raw: unknown): Settings =>
  settingsSchema.safeParse({ ...defaultSettings, ...(typeof raw === 'object' ? raw : {}) }).data ?? defaultSettings;

/** What the team has set; unreadable settings fall back to the defaults. */
export async function readSettings(): Promise<Settings> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const next = settingsSchema.parse({ ...(await readSettings()), ...change });
  await browser.storage.local.set({ [KEY]: next });
  return next;
}

/** Calls back with every new value until the returned function is called. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (KEY in changes) onChange(parse(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
