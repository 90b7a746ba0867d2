import { expect, it } from 'vitest';
import { sourceOriginSchema, sourceProductSchema, sourceSchema, type SourceProduct } from '../../utils/domain/passage.ts';
import { messages } from '../../utils/messaging/contract.ts';
import type { KnowledgeSource } from '../../utils/ports/knowledge-source.ts';
import { helpCentres } from '../../utils/sources/help-centres/help-centres.ts';
import { macros } from '../../utils/sources/macros/macros.ts';
import { createSolvedTicketSources } from '../../utils/sources/solved-tickets/solved-tickets.ts';
import { checkSource, toSitePatterns } from './source-check.ts';
import { chooseProduct, startFields, toFields, type SourceFields } from './source-fields.ts';
import { sourceProducts, type ProductKind } from './source-products.ts';

const now = '2026-11-21T10:00:00.000Z';
const zendesk: SourceFields = { ...startFields('help-centre'), address: 'https://help.northwind.example/' };
const check = (fields: SourceFields, known?: Parameters<typeof checkSource>[1]) => checkSource(fields, known, now);
const problemsOf = (fields: SourceFields): object => {
  const checked = check(fields);
  return checked.ok ? {} : checked.problems;
};

it('a filled form becomes a source that the worker takes', () => {
  const checked = check({ ...zendesk, product: 'freshdesk', key: 'k', locale: 'de', collection: '360001', everyHours: 168 });
  expect(checked).toMatchObject({
    ok: true,
    source: {
      kind: 'help-centre',
      name: 'Help centre, help.northwind.example, de, 360001',
      everyHours: 168,
      origin: { product: 'freshdesk', baseUrl: 'https://help.northwind.example', locale: 'de', collection: '360001' },
    },
  });
  expect(messages['source-add'].request.safeParse({ source: checked.ok && checked.source, key: '' }).success).toBe(true);
});

it.each(['help-centre', 'macros', 'solved-tickets'] as const)('%s needs an address', (kind) => {
  expect(problemsOf(startFields(kind))).toHaveProperty('address');
});

it.each([
  ['http://help.northwind.example', false],
  ['help.northwind.example', false],
  ['https://ana:secret@help.northwind.example', false],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['https://', false],
  ['http://127.0.0.1:8090', true],
  ['http://localhost:3000', true],
  ['http://localhost.evil.example', false],
  ['https://help.northwind.example', true],
])('%s may be read: %s', (address, isFine) => {
  expect(problemsOf({ ...zendesk, address })).toEqual(isFine ? {} : { address: expect.stringMatching(/https:\/\//) });
});

it('a key is asked for exactly where the product answers only with one', () => {
  const asked = (kind: 'help-centre' | 'macros'): string[] =>
    sourceProducts
      .filter(({ id, kinds }) => kinds.includes(kind) && 'key' in problemsOf({ ...zendesk, kind, product: id }))
      .map(({ id }) => id);
  expect(asked('help-centre')).toEqual(['freshdesk', 'intercom', 'help-scout']);
  expect(asked('macros')).toEqual(['freshdesk', 'intercom', 'chatwoot']);
});

const readers: Record<ProductKind, readonly KnowledgeSource[]> = {
  'help-centre': helpCentres,
  macros,
  'solved-tickets': createSolvedTicketSources({
    redact: () => {
      throw new Error('nothing is read here');
    },
  }),
};
it.each(Object.entries(readers))('%s: what is offered is what can be read', (kind, sources) => {
  const isRead = (product: SourceProduct): boolean =>
    sources.some(({ isFor }) =>
      isFor(sourceOriginSchema.parse({ kind, product, baseUrl: 'https://desk.example', sinceDays: 90 })),
    );
  const offered = sourceProducts.filter(({ kinds }) => kinds.some((each) => each === kind)).map(({ id }) => id);
  expect(offered).toEqual(sourceProductSchema.options.filter(isRead));
});

it('a portal needs its name, in its field or in its address', () => {
  const portal: SourceFields = { ...zendesk, product: 'chatwoot' };
  expect(problemsOf(portal)).toHaveProperty('collection');
  expect(problemsOf({ ...portal, collection: 'help' })).toEqual({});
  expect(problemsOf({ ...portal, address: 'https://app.example/hc/help' })).toEqual({});
});

it('what was typed for another product does not come along', () => {
  const checked = check({ ...zendesk, product: 'zammad', locale: 'German', collection: '2' });
  expect(checked).toMatchObject({ ok: true, source: { origin: { collection: '2' } } });
  expect(checked.ok && 'locale' in (checked.source.origin ?? {})).toBe(false);
  expect(JSON.stringify(check({ ...zendesk, collection: '2' }))).not.toContain('"collection"');
});

it('an audience of segments needs their names; other audiences carry none', () => {
  expect(problemsOf({ ...zendesk, audience: 'segment', segments: ' , ' })).toHaveProperty('segments');
  expect(check({ ...zendesk, audience: 'segment', segments: 'Pro, Enterprise,Pro' })).toMatchObject({
    source: { segments: ['Pro', 'Enterprise'] },
  });
  const open = check({ ...zendesk, segments: 'Pro' });
  expect(open.ok && open.source.segments).toBeUndefined();
});

it('never by itself is a source without a schedule', () => {
  const checked = check({ ...zendesk, everyHours: 0 });
  expect(checked.ok && 'everyHours' in checked.source).toBe(false);
});

it('each line of web pages is an address of its own; the first wrong one is named', () => {
  const pages = startFields('web-pages');
  expect(problemsOf(pages)).toHaveProperty('addresses');
  expect(problemsOf({ ...pages, addresses: 'https://a.example/sitemap.xml\nwww.b.example' })).toMatchObject({
    addresses: expect.stringContaining('www.b.example'),
  });
  expect(
    check({ ...pages, addresses: 'https://a.example/sitemap.xml\n\nhttps://b.example/x\nhttps://b.example/x' }),
  ).toMatchObject({
    source: {
      name: 'a.example/sitemap.xml and 1 more',
      origin: { addresses: ['https://a.example/sitemap.xml', 'https://b.example/x'] },
    },
  });
});

it('what is changed keeps its id, its day and, at the same place, its key', () => {
  const added = check({ ...zendesk, product: 'freshdesk', key: 'k' });
  if (!added.ok) throw new Error('the form is complete');
  const known = sourceSchema.parse({ ...added.source, articles: 3, passages: 9, unreadable: [] });
  const fields = toFields(known);
  if (!fields) throw new Error('it is read from a place');
  const changed = checkSource({ ...fields, audience: 'signed-in' }, known, '2027-01-01T00:00:00.000Z');
  expect(changed).toMatchObject({ ok: true, source: { id: known.id, importedAt: now, audience: 'signed-in' } });
  expect(checkSource({ ...fields, address: 'https://other.example' }, known, now)).toMatchObject({
    problems: { key: expect.any(String) },
  });
});

it('two sources of one host are two: id and name tell them apart', () => {
  const ids = ['de', 'en'].map((locale) => check({ ...zendesk, locale })).map((checked) => checked.ok && checked.source.id);
  expect(new Set(ids).size).toBe(2);
});

it('choosing another product takes its address along, never one that was typed', () => {
  const intercom = chooseProduct(startFields('help-centre'), 'intercom');
  expect(intercom.address).toBe('https://api.intercom.io');
  expect(chooseProduct(intercom, 'zendesk').address).toBe('');
  expect(chooseProduct(zendesk, 'intercom').address).toBe(zendesk.address);
});

it('the browser is asked for every host that is read, once each, and for nothing else', () => {
  const origin = sourceOriginSchema.parse({
    kind: 'web-pages',
    addresses: ['https://a.example:8443/sitemap.xml', 'https://a.example/x', 'http://127.0.0.1:80/y'],
  });
  expect(toSitePatterns(origin)).toEqual(['https://a.example/*', 'http://127.0.0.1/*']);
});

it('a vector store has an address and an id; its key may be the one that is stored', () => {
  const empty = startFields('vector-store');
  expect(problemsOf(empty)).toEqual({ storeId: expect.stringContaining('vs_') });
  expect(problemsOf({ ...empty, storeId: 'vs_1', address: 'http://api.example/v1' })).toHaveProperty('address');
  expect(problemsOf({ ...empty, storeId: '../files' })).toHaveProperty('storeId');
  const checked = check({ ...empty, storeId: ' vs_1 ' });
  expect(checked).toMatchObject({
    ok: true,
    source: {
      kind: 'vector-store',
      audience: 'internal',
      name: 'Vector store, api.openai.com, vs_1',
      origin: { kind: 'vector-store', baseUrl: 'https://api.openai.com/v1', storeId: 'vs_1' },
    },
  });
  expect(checked.ok && 'everyHours' in checked.source).toBe(false);
  if (!checked.ok) throw new Error('the form is complete');
  expect(messages['source-add'].request.safeParse({ source: checked.source, key: '' }).success).toBe(true);
  const known = sourceSchema.parse({ ...checked.source, articles: 0, passages: 0, unreadable: [] });
  expect(toFields(known)).toMatchObject({ kind: 'vector-store', address: 'https://api.openai.com/v1', storeId: 'vs_1' });
});
