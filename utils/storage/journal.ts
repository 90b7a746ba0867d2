import { browser } from 'wxt/browser';
import { outcomeRowSchema, type OutcomeRow } from '../domain/outcome.ts';

const PREFIX = 'journal:';

/**
 * Second copy of outcome rows on their way into the database, in `storage.local`: written before, removed after the
 * database has them for good. Rows found here at start did not make it and are put in again.
 */
export type Journal = {
  readonly write: (rows: readonly OutcomeRow[]) => Promise<void>;
  readonly read: () => Promise<OutcomeRow[]>;
  readonly erase: (rows: readonly OutcomeRow[]) => Promise<void>;
};

export function createJournal(): Journal {
  return {
    write: (rows) => browser.storage.local.set(Object.fromEntries(rows.map((row) => [PREFIX + row.id, row]))),
    async read() {
      const everything: Record<string, unknown> = await browser.storage.local.get(null);
      return Object.entries(everything).flatMap(([key, value]) => {
        if (!key.startsWith(PREFIX)) return [];
        const row = outcomeRowSchema.safeParse(value);
        return row.success ? [row.data] : [];
      });
    },
    erase: (rows) => browser.storage.local.remove(rows.map((row) => PREFIX + row.id)),
  };
}
