import { z } from 'zod';
import { parseMarkdown } from '../parse-markdown.ts';
import { withQuery } from '../paged/address.ts';
import { countField, idField } from '../paged/fields.ts';
import type { PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { chatwootApi } from '../paged/product-apis.ts';
import type { PageText } from '../paged/read-html.ts';

const PAGE_SIZE = 30;

const categoriesSchema = z.array(z.looseObject({ locale: z.string() }));
const portalSchema = z.looseObject({
  slug: z.string(),
  categories: categoriesSchema.nullish(),
  meta: z.looseObject({ default_locale: z.string().nullish() }).nullish(),
});
const pageSchema = z.looseObject({ payload: z.array(z.unknown()), meta: z.looseObject({ articles_count: countField }) });

const articleSchema = z.looseObject({
  id: idField,
  title: z.string(),
  /** Markdown. */
  content: z.string(),
  status: z.union([z.literal('published'), z.literal(1)]),
  slug: z.string().nullish(),
  last_updated_at: z.string(),
  category: z.looseObject({ locale: z.string().nullish() }).nullish(),
});
/** Older servers list drafts and archived articles here as well. */
const draftSchema = z.looseObject({ status: z.union([z.literal('draft'), z.literal('archived'), z.literal(0), z.literal(2)]) });

/**
 * The public portal, so everything in it is for everyone. The portal's name is `collection` of the origin, or stands in its
 * address: https://desk.example/hc/name.
 * @see https://github.com/chatwoot/chatwoot/tree/develop/app/views/public/api/v1/portals
 */
export const chatwootHelpCentre: PagedProduct = {
  kind: 'help-centre',
  ...chatwootApi,
  noun: 'Article',
  start: (origin) => {
    const [, named, locale] = /\/hc\/([^/]+)(?:\/([\w-]+))?/.exec(new URL(origin.baseUrl).pathname) ?? [];
    const chosen = origin.kind === 'help-centre' ? origin : undefined;
    const portal = encodeURIComponent(chosen?.collection ?? named ?? '');
    const wanted = chosen?.locale ?? (locale === 'articles' ? undefined : locale);
    return [wanted ? toPage(portal, wanted, 1) : { of: 'portal', path: `hc/${portal}.json`, with: { portal } }];
  },
  pages: { portal: readPortal, articles: readArticles },
};

const toPage = (portal: string, locale: string, page: number): Place => ({
  of: 'articles',
  path: withQuery(`hc/${portal}/${encodeURIComponent(locale)}/articles.json`, { page, per_page: PAGE_SIZE }),
  with: { portal, locale, page: String(page) },
});

function readMarkdown(content: string): PageText {
  const { sections, hidden } = parseMarkdown(content);
  return { raw: content, sections, ...(hidden ? { hidden } : {}) };
}

function readPortal({ place, parse }: VisitContext): Visit {
  const { slug, categories, meta } = parse(portalSchema);
  const locales = new Set([meta?.default_locale ?? 'en', ...(categories ?? []).map(({ locale }) => locale)]);
  return { next: [...locales].map((locale) => toPage(place.with?.['portal'] ?? slug, locale, 1)) };
}

function readArticles({ place, parse, parseEach, origin }: VisitContext): Visit {
  const { payload, meta } = parse(pageSchema);
  const { portal = '', locale = '', page = '1' } = place.with ?? {};
  const items = parseEach(payload, articleSchema, draftSchema)
    .filter(({ category }) => !category?.locale || category.locale === locale)
    .map((article) => ({
      id: article.id,
      name: article.title,
      audience: 'public' as const,
      updatedAt: article.last_updated_at,
      page: () => ({
        title: article.title,
        locale,
        url: article.slug
          ? new URL(`/hc/${portal}/articles/${encodeURIComponent(article.slug)}`, origin.baseUrl).href
          : undefined,
        ...readMarkdown(article.content),
      }),
    }));
  // Older servers know no pages and send everything at once.
  const hasMore = payload.length === PAGE_SIZE && meta.articles_count > Number(page) * PAGE_SIZE;
  return { items, next: hasMore ? [toPage(portal, locale, Number(page) + 1)] : [], total: meta.articles_count };
}
