import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OutcomeRow, OutcomeStep } from '../domain/outcome.ts';
import { makeOutcomeRows, type OpportunityPlan } from './make-outcome-rows.ts';
import { toOpportunityOutcomes } from './opportunity-outcome.ts';

const at = '2026-11-20T09:00:00.000Z';
const fold = (...rows: OutcomeRow[]) => toOpportunityOutcomes(rows)[0];
const source = (articleId: string) => ({ sourceId: 's', articleId, title: articleId });
const unknown = { id: 'unknown', name: 'Unknown agent' };
const ben = { id: 'ben', name: 'Ben Ito' };

it('belongs to the agent whom the draft was offered to, not to a colleague who sent it', () => {
  const offered = makeOutcomeRows({ ticket: 1, at, steps: ['eligible', 'offered'] });
  const sent = makeOutcomeRows({ ticket: 1, at: '2026-11-20T10:00:00.000Z', steps: ['sent'], agent: ben });
  expect(fold(...sent, ...offered)?.agent.name).toBe('Ana Ruiz');
});

it('belongs to the agent whom the draft was offered to, not to a colleague who looked at the ticket before', () => {
  const opened = makeOutcomeRows({ ticket: 1, at, steps: ['eligible'], agent: ben });
  const offered = makeOutcomeRows({ ticket: 1, at: '2026-11-20T10:00:00.000Z', steps: ['offered'] });
  expect(fold(...opened, ...offered)?.agent.name).toBe('Ana Ruiz');
});

it('takes the first agent known where the page did not tell who was signed in', () => {
  const offered = makeOutcomeRows({ ticket: 1, at, steps: ['eligible', 'offered'], agent: unknown });
  const sent = makeOutcomeRows({ ticket: 1, at: '2026-11-20T10:00:00.000Z', steps: ['sent'], agent: ben });
  expect(fold(...offered, ...sent)?.agent.name).toBe('Ben Ito');
  expect(fold(...offered)?.agent.id).toBe('unknown');
});

it('cites what the draft that got furthest cites, not an earlier draft of the same turn', () => {
  const first = makeOutcomeRows({ ticket: 1, at, steps: ['offered', 'seen'], sources: [source('old')] });
  const second = makeOutcomeRows({
    ticket: 1,
    at: '2026-11-20T10:00:00.000Z',
    steps: ['inserted', 'sent'],
    sources: [source('new')],
  });
  expect(fold(...first, ...second)?.sources.map((cited) => cited.articleId)).toEqual(['new']);
});

it('begins with its earliest row, whatever row is written first', () => {
  const rows = makeOutcomeRows({ ticket: 1, at, steps: ['eligible', 'offered', 'seen'] });
  expect(fold(...rows.toReversed())?.atMs).toBe(Date.parse(at));
});

const steps: OutcomeStep[] = [
  'eligible',
  'abstained',
  'offered',
  'seen',
  'rejected',
  'inserted',
  'insert-undone',
  'sent',
  'retained',
  'own-reply',
];
const plan: fc.Arbitrary<OpportunityPlan> = fc.record({
  ticket: fc.integer({ min: 1, max: 3 }),
  at: fc.constantFrom(at, '2026-11-20T09:02:00.000Z', '2026-11-19T09:00:00.000Z'),
  steps: fc.subarray(steps, { minLength: 1 }),
  agent: fc.constantFrom(unknown, ben, { id: 'ana', name: 'Ana Ruiz' }),
  language: fc.constantFrom('en', 'de'),
  sources: fc.constantFrom([], [source('a')], [source('a'), source('b')]),
});

it('is the same for every order of rows, also of rows that differ under one id', () => {
  const shuffledTwice = fc
    .array(plan, { maxLength: 6 })
    .map((plans) => plans.flatMap(makeOutcomeRows))
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows, ...rows], { minLength: 2 * rows.length })));
  fc.assert(
    fc.property(shuffledTwice, ([rows, shuffled]) => {
      expect(toOpportunityOutcomes(shuffled)).toEqual(toOpportunityOutcomes(rows));
    }),
  );
});
