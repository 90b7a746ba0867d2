import { z } from 'zod';
import { withQuery } from '../paged/address.ts';
import { countField, idField } from '../paged/fields.ts';
import { headOf, type PagedProduct, type Place, type Visit, type VisitContext } from '../paged/paged-product.ts';
import { requestTrackerApi } from '../paged/product-apis.ts';
import { readText } from '../paged/read-text.ts';

const PAGE_SIZE = 50;

/** Pages and total are null where RT can't count what this user may see. */
const restPageSchema = z.looseObject({
  items: z.array(z.unknown()),
  page: countField,
  pages: countField.nullish(),
  total: countField.nullish(),
});
const refSchema = z.looseObject({ id: idField, Name: z.string(), LastUpdated: z.string().nullish() });
const articleSchema = z.looseObject({
  id: idField,
  Name: z.string(),
  LastUpdated: z.string().nullish(),
  Summary: z.string().nullish(),
  /** The article's text stands in one of these, whatever the team called it. */
  CustomFields: z.array(z.looseObject({ name: z.string().nullish(), values: z.array(z.unknown()) })),
});
/** Listed by name only when a search asks for them; a disabled one was deleted in RT's sense. */
const disabledSchema = z.looseObject({ Disabled: z.union([z.literal(1), z.literal('1'), z.literal(true)]) });

/**
 * Articles of all classes that the user may see. RT has no mark for "public", so all are the team's.
 * @see https://docs.bestpractical.com/rt/latest/RT/REST2.html#Articles
 */
export const requestTrackerHelpCentre: PagedProduct = {
  kind: 'help-centre',
  ...requestTrackerApi,
  noun: 'Article',
  start: (origin) => [toPage(1, origin.kind === 'help-centre' ? origin.collection : undefined)],
  pages: { articles: readArticles, article: readArticle },
};

/** `collection` of the origin is the number of a class; RT knows none by name here. */
function toPage(page: number, collection: string | undefined): Place {
  const all = { field: 'id', operator: '>', value: 0 };
  const query = JSON.stringify(collection ? [all, { field: 'Class', value: collection }] : [all]);
  const path = withQuery('articles', { query, fields: 'Name,LastUpdated', orderby: 'id', per_page: PAGE_SIZE, page });
  return { of: 'articles', path, with: { page: String(page) } };
}

function readArticles({ place, parse, parseEach, origin }: VisitContext): Visit {
  const { items, pages, total } = parse(restPageSchema);
  const page = Number(place.with?.['page'] ?? 1);
  const found = parseEach(items, refSchema).map((ref) => ({
    id: ref.id,
    name: ref.Name,
    audience: 'internal' as const,
    ...(ref.LastUpdated ? { updatedAt: ref.LastUpdated } : {}),
    at: { of: 'article', path: `article/${encodeURIComponent(ref.id)}` },
  }));
  const hasMore = pages ? page < pages : items.length > 0;
  const collection = origin.kind === 'help-centre' ? origin.collection : undefined;
  return { items: found, next: hasMore ? [toPage(page + 1, collection)] : [], total: total ?? undefined };
}

function readArticle({ place, json, parseEach, origin }: VisitContext): Visit {
  const head = headOf(place);
  const url = `${origin.baseUrl.replace(/\/+$/, '')}/Articles/Article/Display.html?id=${head.id}`;
  const items = parseEach([json], articleSchema, disabledSchema).map((article) => ({
    ...head,
    ...(article.LastUpdated ? { updatedAt: article.LastUpdated } : {}),
    page: () => {
      const texts = article.CustomFields.flatMap(({ values }) => values.filter((value) => typeof value === 'string')).map(
        readText,
      );
      return {
        title: article.Name,
        url,
        sections: texts.flatMap(({ sections }) => sections),
        hidden: texts.flatMap(({ hidden }) => hidden ?? []),
        raw: texts.map(({ raw }) => raw).join('\n'),
      };
    },
  }));
  return { items };
}
