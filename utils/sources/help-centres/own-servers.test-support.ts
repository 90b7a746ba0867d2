import { cut, helpCentre, toHtml, type MadeUp, type MadeUpServer } from './made-up-articles.test-support.ts';

// https://docs.zammad.org/en/latest/api/knowledgebase.html and /knowledgebase/answers.html
const zammad: MadeUpServer = {
  product: 'zammad',
  origin: helpCentre('zammad', 'https://desk.example/zammad'),
  locale: 'en',
  restricted: 'internal',
  open: 'public',
  titleField: 'title',
  textField: 'body',
  late: 4,
  isItem: (url) => url.pathname.includes('/answers/'),
  answer: (articles) => (url, init) => {
    const root = '/zammad/api/v1/knowledge_bases';
    if (url.pathname === `${root}/1`) {
      return Response.json({ id: 1, active: true, kb_locale_ids: [1] }, { headers: { 'csrf-token': 'token-1' } });
    }
    if (url.pathname === `${root}/init`) {
      const isForged = init.method !== 'POST' || new Headers(init.headers).get('x-csrf-token') !== 'token-1';
      if (isForged) return new Response('{}', { status: 401 });
      return {
        KnowledgeBase: { 1: { id: 1, active: true } },
        KnowledgeBaseCategory: { 1: { id: 1, knowledge_base_id: 1, parent_id: null, permissions_effective: [] } },
        KnowledgeBaseAnswer: Object.fromEntries(
          articles.map((article) => [
            article.id,
            {
              id: article.id,
              category_id: 1,
              archived_at: null,
              internal_at: article.isRestricted && !article.isDraft ? article.updatedAt : null,
              published_at: article.isRestricted || article.isDraft ? null : article.updatedAt,
              updated_at: article.updatedAt,
              translation_ids: [article.id + 1000],
            },
          ]),
        ),
        KnowledgeBaseAnswerTranslation: Object.fromEntries(
          articles.map((article) => [
            article.id + 1000,
            {
              id: article.id + 1000,
              title: article.title,
              kb_locale_id: 1,
              answer_id: article.id,
              content_id: article.id + 2000,
              updated_at: article.updatedAt,
            },
          ]),
        ),
      };
    }
    const article = articles.find(({ id }) => url.pathname === `${root}/1/answers/${id}`);
    const content = Number(url.searchParams.get('include_contents'));
    if (!article || content !== article.id + 2000) return undefined;
    return {
      id: article.id,
      assets: { KnowledgeBaseAnswerTranslationContent: { [content]: { id: content, body: toHtml(article) } } },
    };
  },
};

// https://docs.bestpractical.com/rt/latest/RT/REST2.html#Articles; dates, numbers as text and empty totals as RT 5 sends them
const requestTracker: MadeUpServer = {
  product: 'request-tracker',
  origin: helpCentre('request-tracker', 'https://desk.example/rt/'),
  locale: 'en',
  restricted: 'internal',
  open: 'internal',
  titleField: 'Name',
  textField: 'CustomFields',
  late: 4,
  isItem: (url) => url.pathname.startsWith('/rt/REST/2.0/article/'),
  answer: (articles) => (url) => {
    const date = (article: MadeUp): string => article.updatedAt.replace('.000Z', 'Z');
    if (url.pathname === '/rt/REST/2.0/articles' && url.searchParams.get('query')) {
      const { page, part } = cut(
        articles.filter(({ isDraft }) => !isDraft),
        url,
        'per_page',
      );
      const items = part.map((article) => ({
        id: String(article.id),
        type: 'article',
        Name: article.title,
        LastUpdated: date(article),
        _url: `https://desk.example/rt/REST/2.0/article/${article.id}`,
      }));
      return { items, count: items.length, page, pages: null, per_page: 20, total: null };
    }
    const article = articles.find(({ id }) => url.pathname === `/rt/REST/2.0/article/${id}`);
    return (
      article && {
        id: article.id,
        Name: article.title,
        Summary: '',
        LastUpdated: date(article),
        Class: { id: '1', type: 'class' },
        CustomFields: [{ id: '1', type: 'customfield', name: 'Content', values: [article.text] }],
      }
    );
  },
};

// https://github.com/chatwoot/chatwoot/tree/develop/app/views/public/api/v1/portals/articles
const chatwoot: MadeUpServer = {
  product: 'chatwoot',
  origin: helpCentre('chatwoot', 'https://chat.example', { collection: 'acme' }),
  locale: 'en',
  restricted: 'public',
  open: 'public',
  titleField: 'title',
  textField: 'content',
  late: 1,
  isItem: () => false,
  answer: (articles) => (url) => {
    if (url.pathname === '/hc/acme.json') return { name: 'Acme', slug: 'acme', categories: [{ id: 1, slug: 'a', locale: 'en' }] };
    if (url.pathname !== '/hc/acme/en/articles.json') return undefined;
    const perPage = Number(url.searchParams.get('per_page'));
    const from = (Number(url.searchParams.get('page')) - 1) * perPage;
    return {
      payload: articles.slice(from, from + perPage).map((article) => ({
        id: article.id,
        category_id: 1,
        title: article.title,
        content: `## Steps\n\n${article.text}`,
        status: article.isDraft ? 'draft' : 'published',
        slug: `setting-${article.id}`,
        last_updated_at: article.updatedAt,
        category: { id: 1, slug: 'a', locale: 'en' },
      })),
      meta: { articles_count: articles.filter(({ isDraft }) => !isDraft).length },
    };
  },
};

export const ownServers: readonly MadeUpServer[] = [zammad, requestTracker, chatwoot];
