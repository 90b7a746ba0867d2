import { z } from 'zod';
import { withQuery } from '../paged/address.ts';
import { idField } from '../paged/fields.ts';
import type { FoundItem, PagedProduct, Visit, VisitContext } from '../paged/paged-product.ts';
import { zendeskApi } from '../paged/product-apis.ts';
import { readText } from '../paged/read-text.ts';

const macroSchema = z.looseObject({
  id: idField,
  title: z.string(),
  updated_at: z.string(),
  actions: z.array(z.looseObject({ field: z.string(), value: z.unknown() })),
});
const inactiveSchema = z.looseObject({ active: z.literal(false) });
const pageSchema = z.looseObject({ macros: z.array(z.unknown()), meta: z.looseObject({ has_more: z.boolean() }) });
const nextSchema = z.looseObject({ links: z.looseObject({ next: z.string() }) });
const textSchema = z.union([z.string(), z.array(z.string()).transform((parts) => parts.at(-1) ?? '')]);

/** @see https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/#list-active-macros */
export const zendeskMacros: PagedProduct = {
  kind: 'macros',
  ...zendeskApi,
  noun: 'Macro',
  start: () => [{ of: 'macros', path: withQuery('macros/active.json', { 'page[size]': 50 }) }],
  pages: { macros: readMacros },
};

function readMacros({ parse, parseEach, toPath }: VisitContext): Visit {
  const { macros, meta } = parse(pageSchema);
  const items = parseEach(macros, macroSchema, inactiveSchema).flatMap((macro): FoundItem[] => {
    const text = toReply(macro);
    const page = () => ({ title: macro.title, ...readText(text) });
    return text === '' ? [] : [{ id: macro.id, name: macro.title, updatedAt: macro.updated_at, audience: 'internal', page }];
  });
  return { items, next: meta.has_more ? [{ of: 'macros', path: toPath(parse(nextSchema).links.next) }] : [] };
}

/** What it writes; nothing for a macro that only sets fields. The plain form is a list of the channel and the text. */
function toReply({ actions }: z.infer<typeof macroSchema>): string {
  const action = ['comment_value_html', 'comment_value'].map((name) => actions.find(({ field }) => field === name)).find(Boolean);
  return textSchema.safeParse(action?.value).data?.trim() ?? '';
}
