import { z } from 'zod';
import type { Audience } from '../../domain/passage.ts';
import { withQuery } from '../paged/address.ts';
import { idField } from '../paged/fields.ts';
import type { PagedProduct, Place, VisitContext } from '../paged/paged-product.ts';
import { zendeskApi } from '../paged/product-apis.ts';
import { readHtml } from '../paged/read-html.ts';

const PAGE_SIZE = 50;

const localesSchema = z.looseObject({ locales: z.array(z.string()).min(1) });

/** @see https://developer.zendesk.com/api-reference/help_center/help-center-api/user_segments/ */
const segmentsSchema = z.looseObject({
  user_segments: z.array(
    z.looseObject({ id: idField, name: z.string(), user_type: z.string(), built_in: z.boolean().nullish() }),
  ),
});
const readersSchema = z.record(
  z.string(),
  z.object({ audience: z.enum(['signed-in', 'segment', 'internal']), name: z.string() }),
);
type Segments = z.infer<typeof readersSchema>;

const draftSchema = z.looseObject({ draft: z.literal(true) });
const articleSchema = z.looseObject({
  id: idField,
  title: z.string(),
  body: z.string(),
  locale: z.string(),
  draft: z.literal(false),
  html_url: z.string().optional(),
  updated_at: z.string(),
  user_segment_id: idField.nullable(),
  user_segment_ids: z.array(idField).nullish(),
});
/** @see https://developer.zendesk.com/api-reference/introduction/pagination/#using-cursor-pagination */
const pageSchema = z.looseObject({ articles: z.array(z.unknown()), meta: z.looseObject({ has_more: z.boolean() }) });
const nextSchema = z.looseObject({ links: z.looseObject({ next: z.string() }) });

/** @see https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ */
export const zendeskHelpCentre: PagedProduct = {
  kind: 'help-centre',
  ...zendeskApi,
  noun: 'Article',
  start: () => [{ of: 'locales', path: 'help_center/locales.json' }],
  pages: { locales: readLocales, articles: readArticles },
};

async function readLocales({ parse, ask, origin }: VisitContext): Promise<{ next: Place[] }> {
  const { locales } = parse(localesSchema);
  const wanted = origin.kind === 'help-centre' ? origin.locale : undefined;
  // Only for agents; who may not ask learns nothing of segments, and what is restricted counts as internal.
  const answer = await ask('help_center/user_segments.json?per_page=100', segmentsSchema, { allowed: [401, 403, 404] });
  const segments: Segments = {};
  for (const { id, name, user_type, built_in } of answer?.user_segments ?? []) {
    const audience = user_type !== 'signed_in_users' ? 'internal' : built_in ? 'signed-in' : 'segment';
    segments[id] = { audience, name };
  }
  const next = (wanted ? [wanted] : locales).map((locale) => ({
    of: 'articles',
    path: withQuery(`help_center/${encodeURIComponent(locale)}/articles.json`, { 'page[size]': PAGE_SIZE }),
    with: { segments: JSON.stringify(segments) },
  }));
  return { next };
}

function readArticles({ parse, parseEach, place, toPath }: VisitContext) {
  const { articles, meta } = parse(pageSchema);
  const segments = readersSchema.parse(JSON.parse(place.with?.['segments'] ?? '{}'));
  const next = meta.has_more ? [{ ...place, path: toPath(parse(nextSchema).links.next) }] : [];
  const items = parseEach(articles, articleSchema, draftSchema).map((article) => ({
    id: `${article.id}/${article.locale}`,
    name: article.title,
    updatedAt: article.updated_at,
    ...toReaders(toSegmentIds(article), segments),
    page: () => ({ title: article.title, locale: article.locale, url: article.html_url, ...readHtml(article.body) }),
  }));
  return { items, next };
}

function toSegmentIds({ user_segment_ids: ids, user_segment_id: id }: z.infer<typeof articleSchema>): readonly string[] {
  if (ids && ids.length > 0) return ids;
  return id === null ? [] : [id];
}

/** One of several segments is enough to read it; a segment that nothing is known of counts as the team. */
function toReaders(ids: readonly string[], segments: Segments): { audience: Audience; segments?: string[] } {
  if (ids.length === 0) return { audience: 'public' };
  const known = ids.map((id) => segments[id]?.audience ?? 'internal');
  if (known.includes('internal')) return { audience: 'internal' };
  if (known.includes('signed-in')) return { audience: 'signed-in' };
  return { audience: 'segment', segments: ids.map((id) => segments[id]?.name ?? id) };
}
