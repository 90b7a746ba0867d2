import { z } from 'zod';
import { audienceSchema, type Audience } from '../../domain/passage.ts';
import { withQuery } from '../paged/address.ts';
import { countField, idField } from '../paged/fields.ts';
import { headOf, type PagedProduct, type Place, type Visit, type VisitContext } from '../paged/paged-product.ts';
import { helpScoutApi } from '../paged/product-apis.ts';
import { readHtml } from '../paged/read-html.ts';

const PAGE_SIZE = 50;

/** @see https://developer.helpscout.com/docs-api/collections/list/ */
const collectionsSchema = z.looseObject({
  collections: z.looseObject({ page: countField, pages: countField, items: z.array(z.unknown()) }),
});
const collectionSchema = z.looseObject({ id: idField, visibility: z.string(), siteId: idField });

/**
 * A site that is read only by who has signed in with the company.
 * @see https://developer.helpscout.com/docs-api/sites/restrictions/get/
 */
const restrictionSchema = z.looseObject({ enabled: z.boolean().optional().catch(undefined) });

/** @see https://developer.helpscout.com/docs-api/objects/article-ref/ */
const refsSchema = z.looseObject({
  articles: z.looseObject({ page: countField, pages: countField, items: z.array(z.unknown()) }),
});
const refSchema = z.looseObject({
  id: idField,
  name: z.string(),
  status: z.literal('published'),
  publicUrl: z.string().nullish(),
  updatedAt: z.string().nullish(),
  createdAt: z.string(),
});
const draftSchema = z.looseObject({ status: z.literal('notpublished') });

/** @see https://developer.helpscout.com/docs-api/objects/article/ */
const articleSchema = z.looseObject({
  article: z.looseObject({
    id: idField,
    name: z.string(),
    text: z.string(),
    status: z.literal('published'),
    publicUrl: z.string().nullish(),
    updatedAt: z.string().nullish(),
  }),
});
const unpublishedSchema = z.looseObject({ article: draftSchema });

/** `collection` of the origin is a site's id. @see https://developer.helpscout.com/docs-api/articles/list/ */
export const helpScoutHelpCentre: PagedProduct = {
  kind: 'help-centre',
  ...helpScoutApi,
  noun: 'Article',
  start: (origin) => [toCollections(1, origin.kind === 'help-centre' ? origin.collection : undefined)],
  pages: { collections: readCollections, refs: readRefs, article: readArticle },
};

const toCollections = (page: number, siteId: string | undefined): Place => ({
  of: 'collections',
  path: withQuery('collections', { page, siteId }),
});

const toRefs = (id: string, page: number, audience: Audience): Place => ({
  of: 'refs',
  path: withQuery(`collections/${encodeURIComponent(id)}/articles`, { page, status: 'published', pageSize: PAGE_SIZE }),
  with: { id, audience },
});

async function readCollections({ parse, parseEach, ask, origin }: VisitContext): Promise<Visit> {
  const { page, pages, items } = parse(collectionsSchema).collections;
  const siteId = origin.kind === 'help-centre' ? origin.collection : undefined;
  const collections = parseEach(items, collectionSchema);
  const sites = new Map<string, Audience>();
  for (const site of new Set(collections.map((each) => each.siteId))) {
    const answer = await ask(`sites/${encodeURIComponent(site)}/restricted`, restrictionSchema, { allowed: [403, 404] });
    sites.set(site, answer?.enabled === false ? 'public' : answer?.enabled === true ? 'signed-in' : 'internal');
  }
  // A private collection is read by the team only.
  const next = collections.map((each) =>
    toRefs(each.id, 1, each.visibility === 'public' ? (sites.get(each.siteId) ?? 'internal') : 'internal'),
  );
  return { next: [...next, ...(page < pages ? [toCollections(page + 1, siteId)] : [])] };
}

const withSchema = z.object({ id: z.string(), audience: audienceSchema });

function readRefs({ place, parse, parseEach }: VisitContext): Visit {
  const { page, pages, items } = parse(refsSchema).articles;
  const { id, audience } = withSchema.parse(place.with);
  const found = parseEach(items, refSchema, draftSchema).map((ref) => ({
    id: ref.id,
    name: ref.name,
    audience,
    updatedAt: ref.updatedAt ?? ref.createdAt,
    at: { of: 'article', path: `articles/${encodeURIComponent(ref.id)}` },
  }));
  return { items: found, next: page < pages ? [toRefs(id, page + 1, audience)] : [] };
}

function readArticle({ place, json, parseEach }: VisitContext): Visit {
  const head = headOf(place);
  const items = parseEach([json], articleSchema, unpublishedSchema).map(({ article }) => ({
    ...head,
    updatedAt: article.updatedAt ?? head.updatedAt,
    page: () => ({ title: article.name, url: article.publicUrl ?? undefined, ...readHtml(article.text) }),
  }));
  return { items };
}
