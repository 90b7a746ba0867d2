import { z } from 'zod';
import { withQuery } from '../paged/address.ts';
import { idField } from '../paged/fields.ts';
import type { PagedProduct, Place, Visit, VisitContext } from '../paged/paged-product.ts';
import { freshdeskApi } from '../paged/product-apis.ts';
import { readText } from '../paged/read-text.ts';

const PAGE_SIZE = 30;

const listSchema = z.array(z.unknown());
const folderSchema = z.looseObject({ id: idField });
const responseSchema = z.looseObject({
  id: idField,
  title: z.string(),
  content: z.string(),
  content_html: z.string().nullish(),
  updated_at: z.string(),
});

/** @see https://developers.freshdesk.com/api/#canned-responses */
export const freshdeskMacros: PagedProduct = {
  kind: 'macros',
  ...freshdeskApi,
  noun: 'Macro',
  start: () => [toPage('folders', 'canned_response_folders', 1)],
  pages: { folders: readFolders, responses: readResponses },
};

const toPage = (of: string, list: string, page: number): Place => ({
  of,
  path: withQuery(list, { per_page: PAGE_SIZE, page }),
  with: { list, page: String(page) },
});

function toNext({ of, with: at }: Place, list: readonly unknown[]): Place[] {
  return at && list.length >= PAGE_SIZE ? [toPage(of, at['list'] ?? '', Number(at['page']) + 1)] : [];
}

function readFolders({ place, parse, parseEach }: VisitContext): Visit {
  const list = parse(listSchema);
  const folders = parseEach(list, folderSchema).map(({ id }) =>
    toPage('responses', `canned_response_folders/${id}/responses`, 1),
  );
  return { next: [...folders, ...toNext(place, list)] };
}

function readResponses({ place, parse, parseEach }: VisitContext): Visit {
  const list = parse(listSchema);
  const items = parseEach(list, responseSchema).map((response) => ({
    id: response.id,
    name: response.title,
    updatedAt: response.updated_at,
    audience: 'internal' as const,
    page: () => ({ title: response.title, ...readText(response.content_html ?? response.content) }),
  }));
  return { items, next: toNext(place, list) };
}
