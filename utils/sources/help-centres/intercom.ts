import { z } from 'zod';
import { withQuery } from '../paged/address.ts';
import { countField, idField, idsField } from '../paged/fields.ts';
import type { FoundItem, PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { intercomApi } from '../paged/product-apis.ts';
import { readHtml } from '../paged/read-html.ts';

const PAGE_SIZE = 50;

const pageSchema = z.looseObject({
  data: z.array(z.unknown()),
  total_count: countField.nullish(),
  pages: z.looseObject({ page: countField, total_pages: countField }),
});

const content = {
  title: z.string().nullish(),
  body: z.string().nullish(),
  state: z.string(),
  url: z.string().nullish(),
  updated_at: z.number().nullish(),
  audience_ids: idsField,
};
const articleSchema = z.looseObject({
  id: idField,
  title: z.string(),
  body: z.string(),
  default_locale: z.string().nullish(),
  state: z.literal('published'),
  url: z.string().nullish(),
  updated_at: z.number(),
  audience_ids: idsField,
  /** By locale, and beside them a field "type". */
  translated_content: z.record(z.string(), z.unknown()).nullish(),
});
const contentSchema = z.looseObject(content);
const draftSchema = z.looseObject({ state: z.literal('draft') });

/** @see https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles/listarticles */
export const intercomHelpCentre: PagedProduct = {
  kind: 'help-centre',
  ...intercomApi,
  noun: 'Article',
  start: () => [toPage(1)],
  pages: { articles: readArticles },
};

const toPage = (page: number): Place => ({ of: 'articles', path: withQuery('articles', { page, per_page: PAGE_SIZE }) });

function readArticles({ parse, parseEach, origin }: VisitContext): Visit {
  const { data, total_count, pages } = parse(pageSchema);
  const wanted = origin.kind === 'help-centre' ? origin.locale?.toLowerCase() : undefined;
  const items = parseEach(data, articleSchema, draftSchema)
    .flatMap(toItems)
    .filter(({ locale }) => wanted === undefined || locale === undefined || locale.toLowerCase() === wanted)
    .map(({ item }) => item);
  return { items, next: pages.page < pages.total_pages ? [toPage(pages.page + 1)] : [], total: total_count ?? undefined };
}

/** One for each published translation; the fields of the article itself are those of its default language. */
function toItems(article: z.infer<typeof articleSchema>): { locale: string | undefined; item: FoundItem }[] {
  const translations = Object.entries(article.translated_content ?? {}).flatMap(([locale, value]) => {
    const { data } = contentSchema.safeParse(value);
    return data && data.state === 'published' && data.title && data.body
      ? [{ locale, ...data, title: data.title, body: data.body }]
      : [];
  });
  const single = { ...article, locale: article.default_locale ?? undefined };
  return (translations.length > 0 ? translations : [single]).map((each) => {
    // A translation that names nobody is as restricted as the article.
    const segments = each.audience_ids?.length ? each.audience_ids : (article.audience_ids ?? []);
    const item: FoundItem = {
      id: each.locale ? `${article.id}/${each.locale}` : article.id,
      name: each.title,
      updatedAt: new Date((each.updated_at ?? article.updated_at) * 1000).toISOString(),
      ...(segments.length > 0 ? { audience: 'segment', segments } : { audience: 'public' }),
      page: () => ({ title: each.title, locale: each.locale, url: each.url ?? undefined, ...readHtml(each.body) }),
    };
    return { locale: each.locale, item };
  });
}
