import { expect, it, vi } from 'vitest';
import { passageSchema, type RankedPassage } from '../domain/passage.ts';
import type { SearchQuery } from '../ports/passage-search.ts';
import { createKnowledgeSearch } from './search-knowledge.ts';

const signal = new AbortController().signal;
const passage = (id: string) =>
  passageSchema.parse({
    id,
    articleId: id,
    sourceId: 's',
    title: id,
    headings: [],
    text: id,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    position: 0,
  });
const ranked = (id: string, score: number): RankedPassage => ({
  passage: passage(id),
  score,
  coverage: 0.5,
  matchedTerms: 1,
  terms: 2,
});
const query: SearchQuery = { questions: ['q'], context: '', language: 'en', mayUse: ['public'] };
const words = [ranked('both', 9), ranked('words', 8)];
const knowledge = {
  search: async (_query: SearchQuery, limit: number) => words.slice(0, limit),
  count: async () => 3,
  allowedIds: async () => new Set(['both', 'words', 'near']),
  getPassage: async (id: string) => passage(id),
};
const near = [
  [
    { id: 'near', score: 0.9 },
    { id: 'both', score: 0.8 },
  ],
];
const idsOf = (found: readonly RankedPassage[]) => found.map((one) => one.passage.id);

it('what both legs find leads, and what one alone finds is there', async () => {
  const search = createKnowledgeSearch(knowledge, { askedHost: async () => 'api.example', search: async () => near });
  expect(idsOf(await search.search(query, 3, signal))).toEqual(['both', 'near', 'words']);
});

it('while no vectors serve nothing is asked and words alone answer', async () => {
  const ask = vi.fn(async () => near);
  const search = createKnowledgeSearch(knowledge, { askedHost: async () => undefined, search: ask });
  expect(idsOf(await search.search(query, 2, signal))).toEqual(['both', 'words']);
  expect(ask).not.toHaveBeenCalled();
});

it('an embedding model that fails leaves the search by words', async () => {
  const fail = async (): Promise<never> => Promise.reject(new Error('down'));
  const search = createKnowledgeSearch(knowledge, { askedHost: async () => 'api.example', search: fail });
  expect(idsOf(await search.search(query, 2, signal))).toEqual(['both', 'words']);
});

it('only passages that this reader may see are offered to the search by meaning', async () => {
  const asked: number[][] = [];
  const search = createKnowledgeSearch(
    { ...knowledge, allowedIds: async () => new Set(['near']) },
    {
      askedHost: async () => 'api.example',
      async search(_texts, allow) {
        const allowed = new Uint8Array(3);
        allow(['both', 'near', ''], allowed);
        asked.push([...allowed]);
        return [[]];
      },
    },
  );
  await search.search(query, 2, signal);
  expect(asked).toEqual([[0, 1, 0]]);
});
