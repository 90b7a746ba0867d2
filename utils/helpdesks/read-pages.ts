import type { Result } from '../domain/failure.ts';

/** One page of a list. `next` is what the following page is asked for with; absent on the last. */
export type ListPage<T> = { readonly items: readonly T[]; readonly next?: string | undefined };

export type PagedList<T> = { readonly items: readonly T[]; readonly isCut: boolean };

/** Every page of a list in its own order, from the first (`next` is ''), at most `maxPages` of them; the list is cut when there were more. One page that fails makes all fail. */
export async function readPages<T>(
  maxPages: number,
  readPage: (next: string) => Promise<Result<ListPage<T>>>,
): Promise<Result<PagedList<T>>> {
  const items: T[] = [];
  let next: string | undefined = '';
  for (let count = 0; next !== undefined && count < maxPages; count += 1) {
    const page = await readPage(next);
    if (!page.ok) return page;
    items.push(...page.value.items);
    next = page.value.next;
  }
  return { ok: true, value: { items, isCut: next !== undefined } };
}
