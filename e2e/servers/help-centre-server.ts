import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HelpCentreServer = {
  readonly url: string;
  /** Paths with their queries, in the order in which they were asked for. */
  readonly requests: string[];
  /** Articles as they are listed; change it between readings. */
  articles: { id: number; title: string; text: string; updatedAt: string }[];
  /** While set, each request is answered so. */
  mood: 'answers' | { readonly status: number; readonly retryAfter: number };
  readonly close: () => Promise<void>;
};

/** A help centre on loopback that lists its articles as Zendesk's API does, ten a page unless told otherwise. */
export async function startHelpCentreServer({
  size,
  pageSize = 10,
}: {
  size: number;
  pageSize?: number;
}): Promise<HelpCentreServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    state.requests.push(url.pathname + url.search);
    if (state.mood !== 'answers') {
      response.writeHead(state.mood.status, { 'retry-after': String(state.mood.retryAfter) }).end();
      return;
    }
    const body = answer(url);
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
  });
  const answer = (url: URL): object | undefined => {
    if (url.pathname === '/api/v2/help_center/locales.json') return { locales: ['en-us'] };
    if (url.pathname !== '/api/v2/help_center/en-us/articles.json') return undefined;
    const from = Number(url.searchParams.get('page[after]') ?? 0);
    const next = new URL(url);
    next.searchParams.set('page[after]', String(from + pageSize));
    const hasMore = from + pageSize < state.articles.length;
    return {
      meta: { has_more: hasMore },
      links: { next: hasMore ? next.href : null },
      articles: state.articles.slice(from, from + pageSize).map(({ id, title, text, updatedAt }) => ({
        id,
        title,
        body: text
          .split('\n')
          .map((line) => `<p>${line}</p>`)
          .join(''),
        locale: 'en-us',
        draft: false,
        html_url: `${url.origin}/hc/en-us/articles/${id}`,
        updated_at: updatedAt,
        user_segment_id: null,
      })),
    };
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: HelpCentreServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    mood: 'answers',
    articles: Array.from({ length: size }, (_, index) => ({
      id: 1000 + index,
      title: `Topic ${index}`,
      text: `The reset link of device ${index} is valid for ${index + 10} minutes and works once.`,
      updatedAt: '2026-11-01T00:00:00Z',
    })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return state;
}
