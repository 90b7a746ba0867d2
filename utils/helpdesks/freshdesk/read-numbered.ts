import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { readJson } from '../read-json.ts';
import { readPages, type PagedList } from '../read-pages.ts';

export const NAME = 'Freshdesk';

const MAX_PAGES = 50;

/** A list whose pages are numbered; the last is the one that is not full, since no total is given. */
export function readNumbered<T>(
  page: HelpdeskPage,
  path: string,
  perPage: number,
  schema: z.ZodMiniType<T>,
  what: string,
  signal: AbortSignal,
): Promise<Result<PagedList<T>>> {
  return readPages(MAX_PAGES, async (next) => {
    const number = Number(next || 1);
    const list = await readJson(page, `${path}?per_page=${perPage}&page=${number}`, z.array(schema), NAME, what, signal);
    if (!list.ok) return list;
    return { ok: true, value: { items: list.value, next: list.value.length < perPage ? undefined : String(number + 1) } };
  });
}
