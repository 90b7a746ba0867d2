import { z } from 'zod';
import { withQuery } from '../paged/address.ts';
import { idField } from '../paged/fields.ts';
import type { PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { zammadApi } from '../paged/product-apis.ts';
import { readText } from '../paged/read-text.ts';

const PAGE_SIZE = 50;

const moduleSchema = z.looseObject({ id: idField, name: z.string(), content: z.string(), updated_at: z.string() });
const inactiveSchema = z.looseObject({ active: z.literal(false) });

/** Text modules; what Zammad calls macros changes fields and writes nothing. @see https://docs.zammad.org/en/latest/api/text-module.html */
export const zammadMacros: PagedProduct = {
  kind: 'macros',
  ...zammadApi,
  noun: 'Macro',
  start: () => [toPage(1)],
  pages: { modules: readModules },
};

const toPage = (page: number): Place => ({
  of: 'modules',
  path: withQuery('text_modules', { page, per_page: PAGE_SIZE }),
  with: { page: String(page) },
});

function readModules({ place, parse, parseEach }: VisitContext): Visit {
  const list = parse(z.array(z.unknown()));
  const items = parseEach(list, moduleSchema, inactiveSchema).map((module) => ({
    id: module.id,
    name: module.name,
    updatedAt: module.updated_at,
    audience: 'internal' as const,
    page: () => ({ title: module.name, ...readText(module.content) }),
  }));
  return { items, next: list.length >= PAGE_SIZE ? [toPage(Number(place.with?.['page'] ?? 1) + 1)] : [] };
}
