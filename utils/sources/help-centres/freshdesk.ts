import { z } from 'zod';
import type { Audience } from '../../domain/passage.ts';
import { withQuery } from '../paged/address.ts';
import { idField, idsField } from '../paged/fields.ts';
import {
  headOf,
  stricter,
  type FoundItem,
  type PagedProduct,
  type Place,
  type Visit,
  type VisitContext,
} from '../paged/paged-product.ts';
import { freshdeskApi } from '../paged/product-apis.ts';
import { readHtml } from '../paged/read-html.ts';

const PAGE_SIZE = 30;

const listSchema = z.array(z.unknown());
const categorySchema = z.looseObject({ id: idField });
const folderSchema = z.looseObject({
  id: idField,
  visibility: z.number(),
  company_ids: idsField,
  sub_folders_count: z.number().nullish(),
});
/** Status 1 is a draft. */
const draftSchema = z.looseObject({ status: z.literal(1) });
const articleSchema = z.looseObject({
  id: idField,
  title: z.string(),
  description: z.string(),
  status: z.literal(2),
  updated_at: z.string(),
  hierarchy: z.array(z.looseObject({ data: z.looseObject({ language: z.string().nullish() }).nullish() })).nullish(),
});
type FreshdeskArticle = z.infer<typeof articleSchema>;

/** @see https://developers.freshdesk.com/api/#solutions */
export const freshdeskHelpCentre: PagedProduct = {
  kind: 'help-centre',
  ...freshdeskApi,
  noun: 'Article',
  start: ({ kind, ...origin }) => {
    const category = kind === 'help-centre' && 'collection' in origin ? origin.collection : undefined;
    return [category ? toFolders(category) : toPage({ of: 'categories', path: 'solutions/categories' }, 1)];
  },
  pages: { categories: readCategories, folders: readFolders, articles: readArticles, translation: readTranslation },
};

const toFolders = (category: string): Place =>
  toPage({ of: 'folders', path: `solutions/categories/${encodeURIComponent(category)}/folders` }, 1);

function toPage(place: Place, page: number): Place {
  const [path = ''] = place.path.split('?');
  return { ...place, path: withQuery(path, { per_page: PAGE_SIZE, page }), with: { ...place.with, page: String(page) } };
}

/** These lists say neither how long they are nor what comes next: a full page may have one after it. */
function toNext(place: Place, list: readonly unknown[]): Place[] {
  return list.length >= PAGE_SIZE ? [toPage(place, Number(place.with?.['page'] ?? 1) + 1)] : [];
}

function readCategories({ place, parse, parseEach }: VisitContext): Visit {
  const list = parse(listSchema);
  return { next: [...parseEach(list, categorySchema).map(({ id }) => toFolders(id)), ...toNext(place, list)] };
}

function readFolders({ place, parse, parseEach }: VisitContext): Visit {
  const list = parse(listSchema);
  const next = parseEach(list, folderSchema).flatMap((folder) => {
    const { audience, segments } = withinParent(toReaders(folder), place);
    const inherited = { audience, segments: JSON.stringify(segments) };
    const path = `solutions/folders/${folder.id}`;
    const folders = toPage({ of: 'folders', path: `${path}/subfolders`, with: inherited }, 1);
    const articles = toPage({ of: 'articles', path: `${path}/articles`, with: inherited }, 1);
    return [articles, ...(folder.sub_folders_count ? [folders] : [])];
  });
  return { next: [...next, ...toNext(place, list)] };
}

type Readers = { readonly audience: Audience; readonly segments: readonly string[] };

/** Everyone, who is signed in, the team, chosen companies; all other numbers (bots, segments) are not known to us: the team. */
function toReaders({ visibility, company_ids }: z.infer<typeof folderSchema>): Readers {
  const audience = ({ 1: 'public', 2: 'signed-in', 4: 'segment' } as const)[visibility] ?? 'internal';
  return { audience, segments: company_ids ?? [] };
}

const inheritedSchema = z.object({ audience: z.enum(['public', 'signed-in', 'segment', 'internal']), segments: z.string() });

function readInherited(place: Place): Readers {
  const { data } = inheritedSchema.safeParse(place.with);
  return data
    ? { audience: data.audience, segments: z.array(z.string()).parse(JSON.parse(data.segments)) }
    : { audience: 'internal', segments: [] };
}

/** A folder in a folder is read by those who may read both. */
function withinParent(own: Readers, place: Place): Readers {
  if (!place.with?.['audience']) return own;
  const parent = readInherited(place);
  const audience = stricter(own.audience, parent.audience);
  const lists = [own, parent].filter((each) => each.audience === 'segment').map(({ segments }) => segments);
  const segments = (lists[0] ?? []).filter((id) => lists.every((list) => list.includes(id)));
  return audience === 'segment' && segments.length === 0 ? { audience: 'internal', segments } : { audience, segments };
}

function readArticles({ place, parse, parseEach, origin }: VisitContext): Visit {
  const list = parse(listSchema);
  const wanted = origin.kind === 'help-centre' ? origin.locale : undefined;
  const readers = readInherited(place);
  const items = parseEach(list, articleSchema, draftSchema).map((article): FoundItem => {
    const head = {
      id: article.id,
      name: article.title,
      audience: readers.audience,
      ...(readers.audience === 'segment' ? { segments: [...readers.segments] } : {}),
    };
    const isTranslated = wanted !== undefined && toLanguage(article)?.toLowerCase() !== wanted.toLowerCase();
    // A translation has a date of its own, which only it tells.
    if (isTranslated)
      return { ...head, at: { of: 'translation', path: `solutions/articles/${article.id}/${encodeURIComponent(wanted)}` } };
    return { ...head, updatedAt: article.updated_at, page: () => toPageOf(article, toLanguage(article), origin.baseUrl) };
  });
  return { items, next: toNext(place, list) };
}

function readTranslation({ place, json, parseEach, origin }: VisitContext): Visit {
  const locale = origin.kind === 'help-centre' ? origin.locale : undefined;
  const items = parseEach([json], articleSchema, draftSchema).map((article) => ({
    ...headOf(place),
    updatedAt: article.updated_at,
    page: () => toPageOf(article, locale, origin.baseUrl),
  }));
  return { items };
}

function toPageOf(article: FreshdeskArticle, locale: string | undefined, baseUrl: string) {
  const url = new URL(`/support/solutions/articles/${article.id}`, baseUrl).href;
  return { title: article.title, locale, url, ...readHtml(article.description) };
}

function toLanguage({ hierarchy }: FreshdeskArticle): string | undefined {
  return hierarchy?.[0]?.data?.language ?? undefined;
}
