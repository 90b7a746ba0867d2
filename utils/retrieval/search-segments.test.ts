import fc from 'fast-check';
import { expect, it } from 'vitest';
import { audienceSchema, passageSchema, type Audience, type Passage } from '../domain/passage.ts';
import type { SearchQuery } from '../ports/passage-search.ts';
import { searchSegments } from './search-segments.ts';
import { buildSegment, findPostings } from './segment.ts';

const passage = (id: string, title: string, text: string, change: Partial<Passage> = {}): Passage =>
  passageSchema.parse({
    id,
    articleId: id,
    sourceId: 's',
    title,
    headings: [],
    text,
    locale: 'en',
    audience: 'public',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    position: 0,
    ...change,
  });
const query = (questions: string[], change: Partial<SearchQuery> = {}): SearchQuery => ({
  questions,
  context: '',
  language: 'en',
  mayUse: ['public'],
  ...change,
});

const reset = passage('reset', 'Password reset links', 'A reset link is valid for 60 minutes and works once.');
const refunds = passage(
  'refunds',
  'Refunds for annual plans',
  'Annual plans can be cancelled with a full refund within 30 days of the invoice date.',
);
const limits = passage(
  'limits',
  'API rate limits',
  'Team workspaces may send 600 requests per minute. A request over the limit is answered with 429.',
);
const help = buildSegment([reset, refunds, limits]);
const idsOf = (asked: SearchQuery, segments = [help]): string[] =>
  searchSegments(segments, asked, 5).map(({ passageId }) => passageId);

it.each([
  ['How long is the reset link valid?', 'reset'],
  ['Can I get a refund for my annual plan?', 'refunds'],
  ['We get 429 errors', 'limits'],
])('%s → %s', (question, best) => {
  expect(idsOf(query([question]))[0]).toBe(best);
});

it.each([
  ['de', 'Wie lange ist der Link zum Zurücksetzen gültig?', 'reset'],
  ['es', 'Quiero cancelar el plan anual y el reembolso', 'refunds'],
  ['fr', 'Puis-je résilier la formule annuelle avec un remboursement ?', 'refunds'],
])('a question in %s finds the English passage: %s', (language, question, best) => {
  expect(idsOf(query([question], { language }))[0]).toBe(best);
});

it('the best passage of every question is there, however strong the first question is', () => {
  const many = buildSegment([
    reset,
    limits,
    ...Array.from({ length: 8 }, (_, index) => passage(`r${index}`, `Refunds ${index}`, refunds.text)),
  ]);
  const asked = query(['Can I get a full refund for annual plans within 30 days?', 'What about 429?']);
  expect(searchSegments([many], asked, 4).map(({ passageId }) => passageId)).toContain('limits');
});

it('coverage is high for what the passages hold and low for what they do not', () => {
  const coverageOf = (question: string): number =>
    Math.max(0, ...searchSegments([help], query([question]), 3).map(({ coverage }) => coverage));
  expect(coverageOf('How long is a reset link valid?')).toBeGreaterThan(0.35);
  expect(coverageOf('Do you sell gift cards for pizza?')).toBeLessThan(0.2);
});

it('the context alone finds nothing to rank above what the question names', () => {
  expect(idsOf(query(['Is there a refund?'], { context: 'reset link password reset link' }))[0]).toBe('refunds');
});

it('an empty question and an empty index find nothing', () => {
  expect(idsOf(query(['']))).toEqual([]);
  expect(idsOf(query(['refund']), [])).toEqual([]);
});

it('a passage outside the audience is never found: 2,000 random lattices of audiences and segments', () => {
  const audience = fc.constantFrom(...audienceSchema.options);
  const source = fc.array(audience, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(source, { minLength: 1, maxLength: 4 }), fc.uniqueArray(audience), (sources, mayUse: Audience[]) => {
      const allowed = new Map<string, Audience>();
      const segments = sources.map((audiences, from) =>
        buildSegment(
          audiences.map(
            (one, index) => (
              allowed.set(`${from}/${index}`, one),
              passage(`${from}/${index}`, 'Refunds', `Refund rule ${index}`, { audience: one })
            ),
          ),
        ),
      );
      const found = searchSegments(segments, query(['What is the refund rule?'], { mayUse }), 20);
      for (const { passageId } of found) expect(mayUse).toContain(allowed.get(passageId));
      expect(found).toHaveLength([...allowed.values()].filter((one) => mayUse.includes(one)).length);
    }),
    { numRuns: 2000 },
  );
});

it('postings are found for every key and for no other', () => {
  for (const key of help.keys) expect(findPostings(help, key)?.to).toBeGreaterThan(findPostings(help, key)?.from ?? 0);
  for (const key of ['', 'w:', 'w:zzz', 'zzz']) expect(findPostings(help, key)).toBeUndefined();
});
