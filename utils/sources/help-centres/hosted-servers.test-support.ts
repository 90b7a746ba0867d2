import { cut, helpCentre, seconds, toHtml, type MadeUp, type MadeUpServer } from './made-up-articles.test-support.ts';

// https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/#list-articles
const zendesk: MadeUpServer = {
  product: 'zendesk',
  origin: helpCentre('zendesk', 'https://acme.zendesk.com'),
  locale: 'en-US',
  restricted: 'signed-in',
  open: 'public',
  titleField: 'title',
  textField: 'body',
  late: 1,
  isItem: () => false,
  answer: (articles) => (url) => {
    if (url.pathname === '/api/v2/help_center/locales.json') return { locales: ['en-us'], default_locale: 'en-us' };
    if (url.pathname === '/api/v2/help_center/user_segments.json') {
      return {
        user_segments: [{ id: 7, name: 'Signed-in users', user_type: 'signed_in_users', built_in: true }],
        next_page: null,
      };
    }
    if (url.pathname !== '/api/v2/help_center/en-us/articles.json') return undefined;
    const size = Math.min(20, Number(url.searchParams.get('page[size]')));
    const from = Number(url.searchParams.get('page[after]') ?? 0);
    const next = new URL(url);
    next.searchParams.set('page[after]', String(from + size));
    const has_more = from + size < articles.length;
    return {
      meta: { has_more, after_cursor: has_more ? String(from + size) : null, before_cursor: null },
      links: { next: has_more ? next.href : null, prev: null },
      articles: articles.slice(from, from + size).map((article) => ({
        id: article.id,
        html_url: `https://acme.zendesk.com/hc/en-us/articles/${article.id}`,
        draft: article.isDraft,
        section_id: 3,
        title: article.title,
        body: toHtml(article),
        source_locale: 'en-us',
        locale: 'en-us',
        updated_at: article.updatedAt.replace('.000Z', 'Z'),
        edited_at: article.updatedAt,
        user_segment_id: article.isRestricted ? 7 : null,
        permission_group_id: 2,
      })),
    };
  },
};

// https://developers.freshdesk.com/api/#solutions
const freshdesk: MadeUpServer = {
  product: 'freshdesk',
  origin: helpCentre('freshdesk', 'https://acme.freshdesk.com'),
  locale: 'en',
  restricted: 'segment',
  open: 'public',
  titleField: 'title',
  textField: 'description',
  late: 1,
  isItem: () => false,
  answer: (articles) => (url) => {
    const folders = [
      { id: 11, name: 'Open', visibility: 1, articles_count: 40, sub_folders_count: 0 },
      { id: 12, name: 'Chosen', visibility: 4, company_ids: [5], articles_count: 5, sub_folders_count: 0 },
    ];
    if (url.pathname === '/api/v2/solutions/categories') return [{ id: 1, name: 'General' }];
    if (url.pathname === '/api/v2/solutions/categories/1/folders') return folders;
    const folder = folders.find(({ id }) => url.pathname === `/api/v2/solutions/folders/${id}/articles`);
    if (!folder) return undefined;
    const perPage = Number(url.searchParams.get('per_page'));
    const from = (Number(url.searchParams.get('page')) - 1) * perPage;
    return articles
      .filter(({ isRestricted }) => isRestricted === (folder.id === 12))
      .slice(from, from + perPage)
      .map((article) => ({
        id: article.id,
        type: 1,
        category_id: 1,
        folder_id: folder.id,
        hierarchy: [{ level: 0, type: 'category', data: { id: 1, name: 'General', language: 'en' } }],
        title: article.title,
        description: toHtml(article),
        description_text: article.text,
        status: article.isDraft ? 1 : 2,
        updated_at: article.updatedAt,
      }));
  },
};

// https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles/listarticles
const intercom: MadeUpServer = {
  product: 'intercom',
  origin: helpCentre('intercom', 'https://api.intercom.io'),
  locale: 'en',
  restricted: 'segment',
  open: 'public',
  titleField: 'title',
  textField: 'body',
  late: 1,
  isItem: () => false,
  answer: (articles) => (url) => {
    if (url.pathname !== '/articles') return undefined;
    const { page, pages, part } = cut(articles, url, 'per_page');
    return {
      type: 'list',
      // Sent as text when the request names them.
      pages: { type: 'pages', page: String(page), per_page: '20', total_pages: pages },
      total_count: articles.length,
      data: part.map((article) => ({
        id: String(article.id),
        type: 'article',
        title: article.title,
        body: toHtml(article),
        state: article.isDraft ? 'draft' : 'published',
        default_locale: 'en',
        url: `https://help.acme.example/en/articles/${article.id}`,
        updated_at: seconds(article.updatedAt),
        audience_ids: article.isRestricted ? [9] : [],
      })),
    };
  },
};

// https://developer.helpscout.com/docs-api/articles/list/ and /articles/get/, /collections/list/, /sites/restrictions/get/
const helpScout: MadeUpServer = {
  product: 'help-scout',
  origin: helpCentre('help-scout', 'https://docsapi.helpscout.net'),
  locale: 'en',
  restricted: 'internal',
  open: 'public',
  titleField: 'name',
  textField: 'text',
  late: 4,
  isItem: (url) => url.pathname.startsWith('/v1/articles/'),
  answer: (articles) => (url) => {
    const toRef = (article: MadeUp) => ({
      id: String(article.id),
      number: article.id,
      collectionId: article.isRestricted ? 'c2' : 'c1',
      status: article.isDraft ? 'notpublished' : 'published',
      hasDraft: false,
      name: article.title,
      publicUrl: `https://acme.helpscoutdocs.com/article/${article.id}`,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: article.updatedAt,
    });
    if (url.pathname === '/v1/collections') {
      const items = [
        { id: 'c1', siteId: 's1', visibility: 'public', name: 'Open' },
        { id: 'c2', siteId: 's1', visibility: 'private', name: 'Team' },
      ];
      return { collections: { page: 1, pages: 1, count: 2, items } };
    }
    if (url.pathname === '/v1/sites/s1/restricted') return { enabled: false };
    const collection = /^\/v1\/collections\/(c\d)\/articles$/.exec(url.pathname)?.[1];
    if (collection) {
      const of = articles.filter(({ isRestricted }) => isRestricted === (collection === 'c2'));
      const { page, pages, part } = cut(of, url, 'pageSize');
      return { articles: { page, pages, count: of.length, items: part.map(toRef) } };
    }
    const article = articles.find(({ id }) => url.pathname === `/v1/articles/${id}`);
    return article && { article: { ...toRef(article), text: toHtml(article), categories: [], keywords: [] } };
  },
};

export const hostedServers: readonly MadeUpServer[] = [zendesk, freshdesk, intercom, helpScout];
