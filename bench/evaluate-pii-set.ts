import { join } from 'node:path';
import { readJsonLines } from './load-set.ts';
import { evaluatePii, piiItemSchema } from './pii.ts';

/** What redaction finds in `DIR/SPLIT/items.jsonl`, as `evaluatePii` says it; names in alphabetical order, so that runs compare. */
export async function evaluatePiiSet(set: { readonly folder: string; readonly split: string }): Promise<Record<string, number>> {
  const items = await readJsonLines(join(set.folder, set.split, 'items.jsonl'), piiItemSchema);
  const figures = Object.entries(evaluatePii(items)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { items: items.length, ...Object.fromEntries(figures) };
}
