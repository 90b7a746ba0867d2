import { spentSchema, type Spent } from '../domain/spending.ts';
import type { DesksideDatabase } from './database.ts';

export type SpendingLog = {
  /** A row takes the place of the one with its id. */
  readonly add: (spent: Spent) => Promise<void>;
  /** Rows from `at` on (ISO 8601), oldest first. */
  readonly since: (at: string) => Promise<Spent[]>;
  readonly removeBefore: (at: string) => Promise<void>;
  readonly removeAll: () => Promise<void>;
};

/** What was spent, one row for each request. Rows go with age. */
export function createSpendingLog(open: () => Promise<DesksideDatabase>): SpendingLog {
  return {
    async add(spent) {
      await (await open()).put('spending', spent);
    },
    async since(at) {
      const rows: unknown[] = await (await open()).getAllFromIndex('spending', 'byTime', IDBKeyRange.lowerBound(at));
      return rows.flatMap((row) => {
        const spent = spentSchema.safeParse(row);
        return spent.success ? [spent.data] : [];
      });
    },
    async removeBefore(at) {
      const transaction = (await open()).transaction('spending', 'readwrite');
      for await (const cursor of transaction.store.index('byTime').iterate(IDBKeyRange.upperBound(at, true)))
        await cursor.delete();
      await transaction.done;
    },
    async removeAll() {
      await (await open()).clear('spending');
    },
  };
}
