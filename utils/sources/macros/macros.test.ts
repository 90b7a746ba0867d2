import { describe, expect, it } from 'vitest';
import type { SourceProduct } from '../../domain/passage.ts';
import type { KnownArticle } from '../../ports/knowledge-source.ts';
import { articlesOf, collect, standIn, toRead, type Answer } from '../paged/test-support.ts';
import { macros } from './macros.ts';

const count = 64;
const at = '2026-05-01T08:00:00.000Z';
const all = Array.from({ length: count }, (_, index) => ({
  id: index + 1,
  title: `Macro ${index + 1}`,
  text: `Hello, please open setting ${index + 1} and save it.`,
}));
const page = (url: URL, size: number) =>
  all.slice((Number(url.searchParams.get('page')) - 1) * size, Number(url.searchParams.get('page')) * size);

const products: { product: SourceProduct; baseUrl: string; answer: Answer }[] = [
  {
    // https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/#list-active-macros
    product: 'zendesk',
    baseUrl: 'https://acme.zendesk.com/agent',
    answer: (url) => {
      if (url.pathname !== '/api/v2/macros/active.json') return undefined;
      const from = Number(url.searchParams.get('page[after]') ?? 0);
      const next = `https://acme.zendesk.com/api/v2/macros/active.json?page%5Bsize%5D=50&page%5Bafter%5D=${from + 50}`;
      const entries = all.slice(from, from + 50).map(({ id, title, text }) => ({
        id,
        title,
        active: true,
        updated_at: at,
        actions: [
          { field: 'status', value: 'solved' },
          id % 2
            ? { field: 'comment_value', value: ['channel:all', text] }
            : { field: 'comment_value_html', value: `<p>${text}</p>` },
        ],
      }));
      const silent = {
        id: 9000 + from,
        title: 'Close',
        active: true,
        updated_at: at,
        actions: [{ field: 'status', value: 'closed' }],
      };
      return { macros: [...entries, silent], meta: { has_more: from + 50 < count }, links: { next } };
    },
  },
  {
    // https://developers.freshdesk.com/api/#canned-responses
    product: 'freshdesk',
    baseUrl: 'https://acme.freshdesk.com',
    answer: (url) => {
      if (url.pathname === '/api/v2/canned_response_folders')
        return [{ id: 3, name: 'General', personal: false, responses_count: count }];
      if (url.pathname !== '/api/v2/canned_response_folders/3/responses') return undefined;
      return page(url, 30).map(({ id, title, text }) => ({
        id,
        title,
        content: text,
        content_html: `<div>${text}</div>`,
        updated_at: at,
      }));
    },
  },
  {
    // https://developers.intercom.com/docs/references/preview/rest-api/api.intercom.io/macros/listmacros
    product: 'intercom',
    baseUrl: 'https://api.eu.intercom.io',
    answer: (url) => {
      const from = Number(url.searchParams.get('starting_after') ?? 0);
      const data = all.slice(from, from + 50).map(({ id, title, text }) => ({
        type: 'macro',
        id: String(id),
        name: title,
        body: `<p>${text}</p>`,
        body_text: text,
        updated_at: at,
        visible_to: 'everyone',
      }));
      return { type: 'list', data, pages: { next: from + 50 < count ? { starting_after: String(from + 50) } : null } };
    },
  },
  {
    // https://docs.zammad.org/en/latest/api/text-module.html
    product: 'zammad',
    baseUrl: 'https://desk.example',
    answer: (url) => {
      if (url.pathname !== '/api/v1/text_modules') return undefined;
      return page(url, 50).map(({ id, title, text }) => ({
        id,
        name: title,
        keywords: '',
        content: `<p>${text}</p>`,
        active: true,
        updated_at: at,
      }));
    },
  },
  {
    // https://developers.chatwoot.com/api-reference/canned-responses/list-all-canned-responses-in-an-account
    product: 'chatwoot',
    baseUrl: 'https://chat.example',
    answer: (url) => {
      if (url.pathname === '/api/v1/profile') return { id: 1, account_id: 4 };
      if (url.pathname !== '/api/v1/accounts/4/canned_responses') return undefined;
      return all.map(({ id, title, text }) => ({ id, account_id: 4, short_code: title, content: text, updated_at: at }));
    },
  },
];

describe.each(products)('macros of $product', ({ product, baseUrl, answer }) => {
  const origin = { kind: 'macros', product, baseUrl } as const;
  const source = macros.find(({ isFor }) => isFor(origin));
  if (!source) throw new Error('No source reads them.');

  it('are read once each with their text, and are always internal', async () => {
    const { steps, thrown } = await collect(source, toRead(origin), standIn(answer).deps);
    expect(thrown).toBeUndefined();
    const articles = articlesOf(steps);
    expect(articles.map((article) => [article.title, article.sections.map(({ text }) => text).join('')])).toEqual(
      all.map(({ title, text }) => [title, text]),
    );
    expect(new Set(articles.map(({ audience }) => audience))).toEqual(new Set(['internal']));
  });

  it('are passed over when they have not changed', async () => {
    const first = articlesOf((await collect(source, toRead(origin), standIn(answer).deps)).steps);
    const known = first.map(({ id, etag, updatedAt }): KnownArticle => ({ id, etag, updatedAt }));
    const again = await collect(source, toRead(origin, { known }), standIn(answer).deps);
    expect(articlesOf(again.steps)).toEqual([]);
    expect(again.steps.flatMap(({ unchanged }) => unchanged)).toHaveLength(count);
  });
});
