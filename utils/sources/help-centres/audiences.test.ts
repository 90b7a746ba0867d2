import { describe, expect, it } from 'vitest';
import type { Article, SourceOrigin } from '../../domain/passage.ts';
import type { ProductOrigin } from '../paged/paged-product.ts';
import { articlesOf, collect, standIn, toRead, type Answer } from '../paged/test-support.ts';
import { helpCentres } from './help-centres.ts';

const at = '2026-01-01T00:00:00Z';

async function read(origin: Extract<SourceOrigin, { kind: 'help-centre' }>, answer: Answer): Promise<readonly Article[]> {
  const source = helpCentres.find(({ isFor }) => isFor(origin));
  const stood = source && (await collect(source, toRead(origin satisfies ProductOrigin), standIn(answer).deps));
  if (stood?.thrown) throw stood.thrown;
  return articlesOf(stood?.steps ?? []);
}

/** Answers by path, whatever the parameters. */
const byPath =
  (all: Record<string, unknown>): Answer =>
  (url) =>
    all[url.pathname];
const readersOf = (articles: readonly Article[]) =>
  Object.fromEntries(articles.map(({ title, audience, segments }) => [title, segments ? [audience, ...segments] : [audience]]));

describe('who may read an article of Zendesk', () => {
  const root = '/api/v2/help_center';
  const article = (title: string, user_segment_id: number | null, more: object = {}) => ({
    id: title,
    title,
    body: `<p>${title} text</p>`,
    locale: 'en-us',
    draft: false,
    updated_at: at,
    user_segment_id,
    ...more,
  });
  const articles = [
    article('open', null),
    article('signed in', 1),
    article('gold', 2),
    article('staff', 3),
    article('unknown', 99),
    article('gold and staff', 2, { user_segment_ids: [2, 3] }),
    article('several', null, { user_segment_ids: [2, 4] }),
    article('draft or not', null, { draft: null }),
  ];
  const page = { articles, meta: { has_more: false }, links: { next: null } };
  const segment = (id: number, name: string, user_type: string, built_in = false) => ({ id, name, user_type, built_in });
  const user_segments = [
    segment(1, 'Signed-in users', 'signed_in_users', true),
    segment(2, 'Gold', 'signed_in_users'),
    segment(3, 'Agents', 'staff', true),
    segment(4, 'Silver', 'signed_in_users'),
  ];
  const lists = { [`${root}/locales.json`]: { locales: ['en-us'] }, [`${root}/en-us/articles.json`]: page };
  const origin = { kind: 'help-centre', product: 'zendesk', baseUrl: 'https://acme.zendesk.com' } as const;

  it('goes by its segments, and is the team where they are not known', async () => {
    expect(readersOf(await read(origin, byPath({ ...lists, [`${root}/user_segments.json`]: { user_segments } })))).toEqual({
      open: ['public'],
      'signed in': ['signed-in'],
      gold: ['segment', 'Gold'],
      staff: ['internal'],
      unknown: ['internal'],
      'gold and staff': ['internal'],
      several: ['segment', 'Gold', 'Silver'],
    });
  });

  it('is the team for all that is restricted when segments may not be asked for', async () => {
    const forbidden = byPath({ ...lists, [`${root}/user_segments.json`]: new Response('{}', { status: 403 }) });
    const readers = readersOf(await read(origin, forbidden));
    expect(readers).toMatchObject({ open: ['public'], 'signed in': ['internal'], gold: ['internal'], several: ['internal'] });
  });

  it('reads every language of the help centre, or the one that is chosen', async () => {
    const german = { ...page, articles: [article('offen', null, { id: 'open', locale: 'de' })] };
    const both = { ...lists, [`${root}/locales.json`]: { locales: ['en-us', 'de'] }, [`${root}/de/articles.json`]: german };
    expect((await read(origin, byPath(both))).filter(({ locale }) => locale === 'de').map(({ id }) => id)).toEqual(['open/de']);
    expect((await read({ ...origin, locale: 'de' }, byPath(both))).map(({ title }) => title)).toEqual(['offen']);
  });
});

describe('who may read an article of Freshdesk', () => {
  const root = '/api/v2/solutions';
  const article = (id: number) => [{ id, title: `A${id}`, description: '<p>Text</p>', status: 2, updated_at: at }];
  const folder = (id: number, visibility: number, more: object = {}) => ({ id, visibility, ...more });
  const origin = { kind: 'help-centre', product: 'freshdesk', baseUrl: 'https://acme.freshdesk.com' } as const;

  it('goes by its folder and the folders around it; what is new is the team', async () => {
    const folders = [
      folder(1, 1),
      folder(2, 2),
      folder(3, 3),
      folder(4, 4, { company_ids: [7, 8], sub_folders_count: 2 }),
      folder(5, 5),
      folder(6, 4),
    ];
    const inner = [folder(41, 1), folder(42, 4, { company_ids: [8, 9] })];
    const ids = [1, 2, 3, 4, 5, 6, 41, 42];
    const answer = byPath({
      [`${root}/categories`]: [{ id: 1 }],
      [`${root}/categories/1/folders`]: folders,
      [`${root}/folders/4/subfolders`]: inner,
      ...Object.fromEntries(ids.map((id) => [`${root}/folders/${id}/articles`, article(id)])),
    });
    expect(readersOf(await read(origin, answer))).toEqual({
      A1: ['public'],
      A2: ['signed-in'],
      A3: ['internal'],
      A4: ['segment', '7', '8'],
      A5: ['internal'],
      A6: ['internal'],
      A41: ['segment', '7', '8'],
      A42: ['segment', '8'],
    });
  });

  it('reads the translation that is chosen, and none where there is none', async () => {
    const answer = byPath({
      [`${root}/categories`]: [{ id: 1 }],
      [`${root}/categories/1/folders`]: [folder(1, 1)],
      [`${root}/folders/1/articles`]: [...article(1), ...article(2)],
      [`${root}/articles/1/de`]: { ...article(1)[0], title: 'Übersetzt' },
    });
    const articles = await read({ ...origin, locale: 'de' }, answer);
    expect(articles.map(({ id, title, locale }) => [id, title, locale])).toEqual([['1', 'Übersetzt', 'de']]);
  });
});

it('Intercom: each published translation is an article, with its own readers; an unknown state is not read', async () => {
  const text = { body: '<p>Text</p>', updated_at: 1_700_000_000, url: null };
  const article = {
    id: '1',
    title: 'Open',
    state: 'published',
    default_locale: 'en',
    audience_ids: [],
    ...text,
    translated_content: {
      type: 'article_translated_content',
      en: { title: 'Open', state: 'published', ...text },
      de: { title: 'Offen', state: 'published', audience_ids: [5], ...text },
      fr: { title: 'Ouvert', state: 'draft', ...text },
    },
  };
  const archived = { ...article, id: '2', title: 'Archived', state: 'archived', translated_content: null };
  const answer: Answer = () => ({ data: [article, archived], pages: { page: 1, total_pages: 1 } });
  const origin = { kind: 'help-centre', product: 'intercom', baseUrl: 'https://api.intercom.io' } as const;
  const articles = await read(origin, answer);
  expect(articles.map(({ id, locale }) => [id, locale])).toEqual([
    ['1/en', 'en'],
    ['1/de', 'de'],
  ]);
  expect(readersOf(articles)).toEqual({ Open: ['public'], Offen: ['segment', '5'] });
  expect((await read({ ...origin, locale: 'de' }, answer)).map(({ id }) => id)).toEqual(['1/de']);
});

describe('who may read an article of Help Scout', () => {
  const article = { id: 'a1', name: 'Article', status: 'published', createdAt: at, updatedAt: at, text: '<p>Text</p>' };
  const answer = (restricted: unknown) =>
    byPath({
      '/v1/collections': { collections: { page: 1, pages: 1, items: [{ id: 'c1', siteId: 's1', visibility: 'public' }] } },
      '/v1/sites/s1/restricted': restricted,
      '/v1/collections/c1/articles': { articles: { page: 1, pages: 1, items: [article] } },
      '/v1/articles/a1': { article },
    });
  const origin = { kind: 'help-centre', product: 'help-scout', baseUrl: 'https://docsapi.helpscout.net' } as const;

  it.each([
    ['an open site', { enabled: false }, 'public'],
    ['a restricted site', { enabled: true, authentication: 'CALLBACK' }, 'signed-in'],
    ['a site that nothing is said of', {}, 'internal'],
    ['a site that may not be asked for', new Response('{}', { status: 403 }), 'internal'],
  ])('%s', async (_name, restricted, audience) => {
    expect((await read(origin, answer(restricted))).map((each) => each.audience)).toEqual([audience]);
  });
});

describe('who may read an article of Zammad', () => {
  const root = '/api/v1/knowledge_bases';
  const past = '2026-01-01T00:00:00Z';
  const future = '2027-01-01T00:00:00Z';
  const none = { published_at: null, internal_at: null, archived_at: null };
  const answers: Record<string, object> = {
    published: { ...none, published_at: past },
    scheduled: { ...none, published_at: future },
    'scheduled, inside now': { ...none, published_at: future, internal_at: past },
    archived: { ...none, published_at: past, archived_at: past },
    'archived later': { ...none, published_at: past, archived_at: future },
    'with rights of its own': { ...none, published_at: past, category_id: 2 },
    'of another base': { ...none, published_at: past, category_id: 3 },
    draft: none,
  };
  const names = Object.keys(answers);
  const tableOf = (toEntry: (name: string, id: number) => object) =>
    Object.fromEntries(names.map((name, id) => [id, toEntry(name, id)]));
  const category = (id: number, knowledge_base_id: number, permissions_effective: object[] = []) => ({
    id,
    knowledge_base_id,
    permissions_effective,
  });
  const server = (active: boolean) =>
    byPath({
      [`${root}/1`]: { id: 1, active },
      [`${root}/init`]: {
        KnowledgeBaseCategory: { 1: category(1, 1), 2: category(2, 1, [{ role_id: 2, access: 'reader' }]), 3: category(3, 9) },
        KnowledgeBaseAnswer: tableOf((name, id) => ({ id, category_id: 1, updated_at: past, ...answers[name] })),
        KnowledgeBaseAnswerTranslation: tableOf((title, id) => ({ id, title, answer_id: id, content_id: id, updated_at: past })),
      },
      ...Object.fromEntries(
        names.map((_, id) => [
          `${root}/1/answers/${id}`,
          { assets: { KnowledgeBaseAnswerTranslationContent: { [id]: { id, body: '<p>Text</p>' } } } },
        ]),
      ),
    });
  const origin = { kind: 'help-centre', product: 'zammad', baseUrl: 'https://desk.example' } as const;

  it('goes by when it was published, for whom, and in which category', async () => {
    expect(readersOf(await read(origin, server(true)))).toEqual({
      published: ['public'],
      'scheduled, inside now': ['internal'],
      'archived later': ['public'],
      'with rights of its own': ['internal'],
    });
  });

  it('is the team when the knowledge base is switched off', async () => {
    expect((await read(origin, server(false))).every(({ audience }) => audience === 'internal')).toBe(true);
  });
});

it('Chatwoot: finds the portal in the address and reads all its languages, once each', async () => {
  const article = (id: number, locale: string | null) => ({
    id,
    title: `A${id}`,
    content: 'Text',
    status: 'published',
    last_updated_at: at,
    ...(locale ? { category: { id: 1, locale } } : {}),
  });
  const all = { payload: [article(1, 'en'), article(2, 'de'), article(3, null)], meta: { articles_count: 3 } };
  const answer = byPath({
    '/hc/acme.json': { slug: 'acme', categories: [{ locale: 'de' }], meta: { default_locale: 'en' } },
    // An old server: it takes no notice of the language.
    '/hc/acme/en/articles.json': all,
    '/hc/acme/de/articles.json': all,
  });
  const origin = { kind: 'help-centre', product: 'chatwoot', baseUrl: 'https://chat.example/hc/acme' } as const;
  expect((await read(origin, answer)).map(({ title, locale }) => [title, locale])).toEqual([
    ['A1', 'en'],
    ['A3', 'en'],
    ['A2', 'de'],
  ]);
});
