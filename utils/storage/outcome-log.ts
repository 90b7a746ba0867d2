import { FailureError } from '../domain/failure.ts';
import { outcomeRowSchema, type OutcomeRow } from '../domain/outcome.ts';
import type { OpportunityId } from '../domain/ticket.ts';
import type { OutcomeSink } from '../ports/outcome-sink.ts';
import type { DesksideDatabase } from './database.ts';
import type { Journal } from './journal.ts';
import { toStorageFailure } from './storage-failure.ts';

export type OutcomeLog = OutcomeSink & {
  readonly all: () => Promise<OutcomeRow[]>;
  readonly ofOpportunity: (id: OpportunityId) => Promise<OutcomeRow[]>;
  /** Rows of every revision of one ticket; `prefix` is the opportunity id up to and including the ticket id's slash. */
  readonly ofTicket: (prefix: string) => Promise<OutcomeRow[]>;
  /** Puts rows that are still in the journal into the database; call it when the worker starts. */
  readonly replay: () => Promise<void>;
  /**
   * The one exception to "never changed", for texts that have to go: puts what `change` makes of a row in its place, in
   * both stores; rows for which it gives `undefined` stay, and ids, steps and figures must. With `dropUnreadable`, rows that no
   * longer fit their schema go. Resolves with the number of rows. Throws `FailureError`.
   */
  readonly reviseTexts: (
    change: (row: OutcomeRow) => OutcomeRow | undefined,
    options?: { readonly dropUnreadable: boolean },
  ) => Promise<number>;
  readonly removeBefore: (at: string) => Promise<number>;
  readonly removeAll: () => Promise<void>;
};

/** Append-only log in two stores: `append` resolves when at least one of them holds the rows for good. Rows are never changed; a row whose id exists is left as it is. */
export function createOutcomeLog(open: () => Promise<DesksideDatabase>, journal: Journal): OutcomeLog {
  const insert = async (rows: readonly OutcomeRow[]): Promise<void> => {
    const transaction = (await open()).transaction('outcomes', 'readwrite', { durability: 'strict' });
    await Promise.all(
      rows.map(async (row) => {
        if ((await transaction.store.getKey(row.id)) === undefined) await transaction.store.add(row);
      }),
    );
    await transaction.done;
  };
  const read = async (
    load: (database: DesksideDatabase) => Promise<unknown[]>,
    keep: (row: OutcomeRow) => boolean,
  ): Promise<OutcomeRow[]> => {
    const stored = await open().then(load, () => []);
    const rows = new Map<string, OutcomeRow>();
    for (const raw of [...stored, ...(await journal.read()).filter(keep)]) {
      const row = outcomeRowSchema.safeParse(raw);
      if (row.success && !rows.has(row.data.id)) rows.set(row.data.id, row.data);
    }
    return [...rows.values()].toSorted((a, b) => a.at.localeCompare(b.at));
  };
  const settle = async (rows: readonly OutcomeRow[]): Promise<void> => {
    await insert(rows);
    await journal.erase(rows);
  };
  return {
    async append(rows) {
      if (rows.length === 0) return;
      const journaled = await journal.write(rows).then(
        () => true,
        () => false,
      );
      try {
        await settle(rows);
      } catch (thrown) {
        if (!journaled) throw new FailureError(toStorageFailure(thrown), { cause: thrown });
      }
    },
    all: () =>
      read(
        (database) => database.getAll('outcomes'),
        () => true,
      ),
    ofOpportunity: (id) =>
      read(
        (database) => database.getAllFromIndex('outcomes', 'byOpportunity', id),
        (row) => row.opportunityId === id,
      ),
    ofTicket: (prefix) =>
      read(
        (database) => database.getAllFromIndex('outcomes', 'byOpportunity', IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
        (row) => row.opportunityId.startsWith(prefix),
      ),
    async replay() {
      const waiting = await journal.read();
      if (waiting.length > 0) await settle(waiting).catch(() => undefined);
    },
    async reviseTexts(change, { dropUnreadable } = { dropUnreadable: false }) {
      try {
        const waiting = (await journal.read()).flatMap((row) => change(row) ?? []);
        if (waiting.length > 0) await journal.write(waiting);
        const transaction = (await open()).transaction('outcomes', 'readwrite', { durability: 'strict' });
        let changed = 0;
        for await (const cursor of transaction.store) {
          const row = outcomeRowSchema.safeParse(cursor.value);
          const next = row.success ? change(row.data) : undefined;
          if (next) await cursor.update(next);
          else if (!row.success && dropUnreadable) await cursor.delete();
          else continue;
          changed += 1;
        }
        await transaction.done;
        return changed;
      } catch (thrown) {
        throw new FailureError(toStorageFailure(thrown), { cause: thrown });
      }
    },
    async removeBefore(at) {
      const transaction = (await open()).transaction('outcomes', 'readwrite', { durability: 'strict' });
      const keys = await transaction.store.index('byTime').getAllKeys(IDBKeyRange.upperBound(at, true));
      await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
      return keys.length;
    },
    async removeAll() {
      const transaction = (await open()).transaction('outcomes', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.clear(), transaction.done]);
      await journal.erase(await journal.read());
    },
  };
}
