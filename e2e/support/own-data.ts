import type { Page } from 'playwright-core';
import { draftRecordSchema, type DraftRecord } from '../../utils/domain/draft.ts';
import { outcomeRowSchema, type OutcomeRow } from '../../utils/domain/outcome.ts';

/** Everything in one object store of the extension, read through one of its pages. */
export async function readStore(page: Page, store: string): Promise<unknown[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('deskside');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.addEventListener('error', () => reject(reading.error));
          reading.addEventListener('success', () => {
            opening.result.close();
            resolve(reading.result);
          });
        });
      }),
    store,
  );
}

/** Outcome rows in the order in which they were logged, journal included. */
export async function readOutcomes(page: Page): Promise<OutcomeRow[]> {
  const journal = await page.evaluate(async () =>
    Object.entries(await chrome.storage.local.get(null))
      .filter(([key]) => key.startsWith('journal:'))
      .map(([, row]) => row),
  );
  const rows = [...(await readStore(page, 'outcomes')), ...journal].map((row) => outcomeRowSchema.parse(row));
  return [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((a, b) => a.at.localeCompare(b.at));
}

export async function readDrafts(page: Page): Promise<DraftRecord[]> {
  return (await readStore(page, 'drafts'))
    .map((record) => draftRecordSchema.parse(record))
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** Sends a message as one of our own pages does. */
export async function sendFromPage(page: Page, name: string, request: object): Promise<unknown> {
  return page.evaluate((message) => chrome.runtime.sendMessage(message), { name, request });
}
