import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { KnownArticle } from '../../ports/knowledge-source.ts';
import { createPagedSource } from './create-paged-source.ts';
import { idField } from './fields.ts';
import { headOf, type PagedProduct, type Visit, type VisitContext } from './paged-product.ts';
import { articlesOf, collect, standIn, toRead, type Answer } from './test-support.ts';

const origin = { kind: 'help-centre', product: 'zendesk', baseUrl: 'https://desk.example' } as const;
const host = 'desk.example';
const pageSchema = z.object({ list: z.array(z.unknown()), next: z.string().optional() });
const entrySchema = z.looseObject({ id: idField, title: z.string(), body: z.string().optional(), at: z.string().optional() });
const textSchema = z.object({ text: z.string() });

/** The least product there is: a list of pages, texts in it or at an address of their own. */
const product: PagedProduct = {
  kind: 'help-centre',
  product: 'zendesk',
  noun: 'Article',
  root: (base) => new URL('/api/', base),
  keyHeaders: (key) => ({ authorization: key }),
  start: () => [{ of: 'list', path: 'list' }],
  pages: {
    list: ({ parse, parseEach, toPath }: VisitContext): Visit => {
      const { list, next } = parse(pageSchema);
      const items = parseEach(list, entrySchema, z.looseObject({ draft: z.literal(true) })).map(({ id, title, body, at }) => {
        const head = { id, name: title, audience: 'public' as const, ...(at ? { updatedAt: at } : {}) };
        const page = () => ({ title, sections: body ? [{ headings: [], text: body }] : [] });
        return body === undefined ? { ...head, at: { of: 'text', path: `text/${id}` } } : { ...head, page };
      });
      return { items, next: next ? [{ of: 'list', path: toPath(next) }] : [] };
    },
    text: ({ place, json, parseEach }: VisitContext): Visit => ({
      items: parseEach([json], textSchema).map(({ text }) => ({
        ...headOf(place),
        page: () => ({ title: headOf(place).name, sections: [{ headings: [], text }] }),
      })),
    }),
  },
};
const source = createPagedSource(product);
const read = (answer: Answer, more: Parameters<typeof toRead>[1] = {}, stood = standIn(answer)) =>
  collect(source, toRead(origin, more), stood.deps);
const pages =
  (all: Record<string, unknown>): Answer =>
  (url) =>
    all[`${url.pathname.slice('/api/'.length)}${url.search}`];
const entry = (id: number) => ({ id, title: `Article ${id}`, body: `Text ${id}` });

describe('reading a paged source', () => {
  it('lists what is bad with a reason and reads the rest', async () => {
    const list = [
      entry(1),
      { id: 2, body: 'No title' },
      { ...entry(3), body: '' },
      entry(1),
      { draft: true },
      'nonsense',
      entry(4),
    ];
    const { steps, thrown } = await read(pages({ list: { list } }));
    expect(thrown).toBeUndefined();
    expect(articlesOf(steps).map(({ id }) => id)).toEqual(['1', '4']);
    expect(steps[0]?.unreadable).toEqual([
      { name: 'Article 2', reason: 'its "title" is missing or not as documented' },
      { name: 'Article without a number', reason: 'its "data" is missing or not as documented' },
      { name: 'Article 3', reason: 'there is no text in it' },
      { name: 'Article 1', reason: 'another one has its number, 1' },
    ]);
  });

  it('ends when nothing on a page fits, and when the list itself is gone', async () => {
    const noTitle = await read(pages({ list: { list: [{ id: 1 }] } }));
    expect(noTitle.thrown).toMatchObject({ failure: { kind: 'source-changed', host, missing: 'title' } });
    const noList = await read(pages({ list: { articles: [] } }));
    expect(noList.thrown).toMatchObject({ failure: { kind: 'source-changed', host, missing: 'list' } });
  });

  it('takes one bad article on a late page for what it is', async () => {
    const all = { list: { list: [entry(1)], next: '/api/list?2' }, 'list?2': { list: [{ id: 2 }] } };
    const { steps, thrown } = await read(pages(all));
    expect(thrown).toBeUndefined();
    expect(steps[1]?.unreadable).toHaveLength(1);
  });

  it('passes over what slipped to a later page while it was read', async () => {
    const all = { list: { list: [entry(1), entry(2)], next: '/api/list?2' }, 'list?2': { list: [entry(2), entry(3)] } };
    const { steps } = await read(pages(all));
    expect(articlesOf(steps).map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(steps.flatMap(({ unreadable }) => unreadable)).toEqual([]);
  });

  it('ends when a next page is one that it has seen, and when pages never end', async () => {
    const loop = await read(pages({ list: { list: [], next: '/api/list' } }));
    expect(loop.thrown).toMatchObject({ failure: { kind: 'source-changed', missing: 'a next page that is another one' } });
    let page = 0;
    const endless = await read(() => ({ list: [entry(1), entry(2)], next: `/api/list?${(page += 1)}` }));
    expect(endless.thrown).toMatchObject({ failure: { missing: 'a next page that is another one' } });
    expect(articlesOf(endless.steps)).toHaveLength(2);
  });

  it.each(['https://evil.example/api/list?2', '/admin/list?2', 'http://desk.example/api/list?2'])(
    'does not go on at %s',
    async (next) => {
      const stood = standIn(() => ({ list: [entry(1)], next }));
      const { thrown } = await read(() => undefined, {}, stood);
      expect(thrown).toMatchObject({ failure: { kind: 'source-changed', missing: 'a next page on its own address' } });
      expect(stood.asked).toHaveLength(1);
    },
  );

  it('starts anew with a cursor that is none of its own', async () => {
    const { steps } = await read(pages({ list: { list: [entry(1)] } }), { cursor: '{"of":"list"}' });
    expect(articlesOf(steps)).toHaveLength(1);
  });

  it('asks for no address outside its root, whatever a cursor says', async () => {
    const stood = standIn(() => ({ list: [entry(1)] }));
    const cursor = JSON.stringify([{ of: 'list', path: 'https://evil.example/api/list' }]);
    const { thrown } = await read(() => undefined, { cursor }, stood);
    expect(thrown).toMatchObject({ failure: { kind: 'source-changed' } });
    expect(stood.asked).toEqual([]);
  });
});

describe('reading articles one by one', () => {
  const list = Array.from({ length: 25 }, (_, index) => ({
    id: index + 1,
    title: `Article ${index + 1}`,
    at: '2026-01-01T00:00:00Z',
  }));
  const answerWith =
    (text: (id: string, etag: string | null) => unknown): Answer =>
    (url, init) =>
      url.pathname === '/api/list'
        ? { list }
        : text(url.pathname.split('/').at(-1) ?? '', new Headers(init.headers).get('if-none-match'));
  const tagged = answerWith((id, etag) =>
    etag === `"${id}"`
      ? new Response(null, { status: 304 })
      : Response.json({ text: `Text ${id}` }, { headers: { etag: `"${id}"` } }),
  );

  it('saves them ten at a time', async () => {
    const { steps } = await read(tagged);
    expect(steps.map(({ articles }) => articles.length)).toEqual([0, 10, 10, 5]);
  });

  it('asks for those whose date is another one with the mark of the version that is known', async () => {
    const first = articlesOf((await read(tagged)).steps);
    const known = first.map(({ id, etag }): KnownArticle => ({ id, etag, updatedAt: '2025-01-01T00:00:00.000Z' }));
    const again = await read(tagged, { known });
    expect(articlesOf(again.steps)).toEqual([]);
    expect(again.steps.flatMap(({ unchanged }) => unchanged)).toHaveLength(25);
  });

  it('reads anew what other people may read now, though it has not changed', async () => {
    const first = articlesOf((await read(tagged)).steps);
    const known = first.map(({ id, etag, updatedAt }): KnownArticle => ({ id, etag, updatedAt }));
    const again = await read(tagged, { known, audience: 'internal' });
    expect(articlesOf(again.steps).map(({ audience }) => audience)).toEqual(Array.from({ length: 25 }, () => 'internal'));
  });

  it('reports as removed what is gone, and keeps what the server stumbles over', async () => {
    const status = (id: string): number => (id === '3' ? 404 : id === '4' ? 500 : 200);
    const answer = answerWith((id) => new Response(JSON.stringify({ text: `Text ${id}` }), { status: status(id) }));
    const known = ['3', '4'].map((id): KnownArticle => ({ id, etag: '["public"] "1"' }));
    const { steps, thrown } = await read(answer, { known });
    expect(thrown).toBeUndefined();
    expect(articlesOf(steps)).toHaveLength(23);
    expect(steps.flatMap(({ removed }) => removed)).toEqual(['3']);
    expect(steps.flatMap(({ unchanged }) => unchanged)).toEqual(['4']);
    expect(steps.flatMap(({ unreadable }) => unreadable)).toEqual([
      { name: 'Article 4', reason: 'the server answered with an error (500)' },
    ]);
  });

  it('ends at the third in a row that does not fit', async () => {
    const { steps, thrown } = await read(answerWith((id) => (Number(id) > 12 ? { body: 'moved' } : { text: `Text ${id}` })));
    expect(thrown).toMatchObject({ failure: { kind: 'source-changed', missing: 'text' } });
    expect(articlesOf(steps)).toHaveLength(10);
  });
});
