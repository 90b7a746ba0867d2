import { z } from 'zod';
import { withQuery } from '../paged/address.ts';
import { idField } from '../paged/fields.ts';
import type { PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { intercomApi } from '../paged/product-apis.ts';
import { readText } from '../paged/read-text.ts';

const macroSchema = z.looseObject({ id: idField, name: z.string(), body_text: z.string(), updated_at: z.string() });
const pageSchema = z.looseObject({
  data: z.array(z.unknown()),
  pages: z.looseObject({ next: z.looseObject({ starting_after: z.string() }).nullish() }).nullish(),
});

/** @see https://developers.intercom.com/docs/references/preview/rest-api/api.intercom.io/macros/listmacros */
export const intercomMacros: PagedProduct = {
  kind: 'macros',
  ...intercomApi,
  noun: 'Macro',
  start: () => [toPage(undefined)],
  pages: { macros: readMacros },
};

const toPage = (starting_after: string | undefined): Place => ({
  of: 'macros',
  path: withQuery('macros', { per_page: 50, starting_after }),
});

function readMacros({ parse, parseEach }: VisitContext): Visit {
  const { data, pages } = parse(pageSchema);
  const items = parseEach(data, macroSchema).map((macro) => ({
    id: macro.id,
    name: macro.name,
    updatedAt: macro.updated_at,
    audience: 'internal' as const,
    // Its HTML writes placeholders as tags, which are lost with the others; the text keeps them readable.
    page: () => ({ title: macro.name, ...readText(macro.body_text) }),
  }));
  return { items, next: pages?.next ? [toPage(pages.next.starting_after)] : [] };
}
