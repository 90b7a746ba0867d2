import { z } from 'zod/mini';
import { browser } from 'wxt/browser';
import { taughtHelpdeskSchema, type TaughtHelpdesk } from '../domain/taught-helpdesk.ts';

const KEY = 'taught-helpdesks';

/** What was taught, by name; one helpdesk a host. What no longer fits its schema is left out, and kept. */
export async function readTaught(): Promise<readonly TaughtHelpdesk[]> {
  const all = await readRaw();
  return all.flatMap((raw) => taughtHelpdeskSchema.safeParse(raw).data ?? []).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Adds a helpdesk; it takes the place of the one that was taught of its host before. */
export async function saveTaught(helpdesk: TaughtHelpdesk): Promise<void> {
  await write([...(await readRaw()).filter((raw) => hostOf(raw) !== helpdesk.host), helpdesk]);
}

export async function removeTaught(host: string): Promise<void> {
  await write((await readRaw()).filter((raw) => hostOf(raw) !== host));
}

/** Calls back when something was taught, changed or removed, until the returned function is called. */
export function watchTaught(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (KEY in changes) onChange();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

async function readRaw(): Promise<readonly unknown[]> {
  return z.array(z.unknown()).safeParse((await browser.storage.local.get(KEY))[KEY]).data ?? [];
}

const write = (all: readonly unknown[]): Promise<void> => browser.storage.local.set({ [KEY]: all });

const hostOf = (raw: unknown): string | undefined => z.object({ host: z.string() }).safeParse(raw).data?.host;
