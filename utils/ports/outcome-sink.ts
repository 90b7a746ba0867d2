import type { OutcomeRow } from '../domain/outcome.ts';

/** Where outcome rows go. Appending a row whose id is already there changes nothing. Resolves only when the row will survive a crash. */
export type OutcomeSink = { readonly append: (rows: readonly OutcomeRow[]) => Promise<void> };
