import { describe, expect, it } from 'vitest';
import { sourceProductSchema, type SourceOrigin } from '../domain/passage.ts';
import { createSourceRegistry } from './source-registry.ts';

const { sources, findSource } = createSourceRegistry({ redact: (text) => text });
const baseUrl = 'https://desk.example';
const pages: SourceOrigin = { kind: 'web-pages', addresses: [`${baseUrl}/sitemap.xml`] };
const origins: SourceOrigin[] = [
  pages,
  ...sourceProductSchema.options.flatMap((product): SourceOrigin[] => [
    { kind: 'help-centre', product, baseUrl },
    { kind: 'macros', product, baseUrl },
    { kind: 'solved-tickets', product, baseUrl, sinceDays: 30 },
  ]),
];

describe('the registry of sources', () => {
  it.each(sourceProductSchema.options)('reads the help centre of %s', (product) => {
    expect(findSource({ kind: 'help-centre', product, baseUrl })).toBeDefined();
  });

  it('reads web pages', () => {
    expect(findSource(pages)).toBeDefined();
  });

  it('has no more than one reader for an origin', () => {
    for (const origin of origins) expect(sources.filter(({ isFor }) => isFor(origin)).length).toBeLessThanOrEqual(1);
  });

  it('has no reader that nothing leads to', () => {
    expect(new Set(origins.map(findSource).filter(Boolean)).size).toBe(sources.filter(({ isFor }) => origins.some(isFor)).length);
  });

  it('reads nothing out of a store that is searched where it is', () => {
    expect(findSource({ kind: 'vector-store', baseUrl, storeId: 'vs_1' })).toBeUndefined();
  });
});
