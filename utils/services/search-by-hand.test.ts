import { expect, it, vi } from 'vitest';
import { passageSchema, type RankedPassage } from '../domain/passage.ts';
import type { PassageSearch } from '../ports/passage-search.ts';
import { createHandSearch } from './search-by-hand.ts';

const found = (id: string, locale: string, text = 'Refunds take five days.'): RankedPassage => ({
  passage: passageSchema.parse({
    id,
    articleId: id,
    sourceId: 's',
    title: id,
    headings: [],
    text,
    locale,
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    position: 0,
  }),
  score: 1,
  coverage: 0.5,
  matchedTerms: 1,
  terms: 2,
});
const everything = [found('a', 'en'), found('b', 'de-AT'), found('c', 'de'), found('d', 'en-GB')];
const search = vi.fn<PassageSearch['search']>(async (_query, limit) => everything.slice(0, limit));
const searchByHand = createHandSearch({ search });
const request = { text: 'How long does a refund take?', mayUse: ['public' as const], pool: 'articles' as const, limit: 2 };
const idsOf = async (part: Partial<Parameters<typeof searchByHand>[0]>): Promise<string[]> => {
  const answer = await searchByHand({ ...request, ...part });
  return answer.kind === 'found' ? answer.passages.map(({ passage }) => passage.id) : [answer.failure.kind];
};

it('segments, region and version are asked of the search itself, before anything is ranked', async () => {
  await idsOf({ segments: ['gold'], region: 'DE', version: '4.2' });
  expect(search.mock.lastCall?.[0]).toMatchObject({ segments: ['gold'], region: 'DE', version: '4.2' });
  await idsOf({});
  expect(Object.keys(search.mock.lastCall?.[0] ?? {})).not.toEqual(expect.arrayContaining(['segments', 'region', 'version']));
});

it('a language leaves the others out, also where they are ranked first, and regions of one are one', async () => {
  expect(await idsOf({ locale: 'de-CH' })).toEqual(['b', 'c']);
  expect(await idsOf({ locale: 'en', limit: 1 })).toEqual(['a']);
  expect(await idsOf({ locale: 'fr' })).toEqual([]);
});

it('the words of the question are marked in what was found', async () => {
  const answer = await searchByHand({ ...request, limit: 1 });
  expect(answer).toMatchObject({ kind: 'found', passages: [{ highlights: [{ start: 0, end: 12 }] }] });
});

it('a search that fails says so', async () => {
  search.mockRejectedValueOnce(new Error('broken'));
  expect(await idsOf({})).toEqual(['unexpected']);
});
