import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { OutcomeRow, OutcomeStep } from '../../utils/domain/outcome.ts';
import { noFilters, type InsightsFilters } from '../../utils/insights/build-report.ts';
import { makeOutcomeRows } from '../../utils/insights/make-outcome-rows.ts';
import { rules } from '../../utils/insights/rules.ts';
import { InsightsPage } from './insights-page.tsx';

const nowMs = Date.parse('2026-11-21T12:00:00Z');
const kept: OutcomeStep[] = ['eligible', 'offered', 'seen', 'inserted', 'sent', 'retained'];

const tickets = (count: number, steps: readonly OutcomeStep[], from = 0, title = 'Reset links'): OutcomeRow[] =>
  Array.from({ length: count }, (_, index) =>
    makeOutcomeRows({
      ticket: from + index,
      at: '2026-11-20T10:00:00.000Z',
      steps,
      sources: [{ sourceId: 'src-1', articleId: 'reset.md', title }],
    }),
  ).flat();

/** The page's text as a reader sees it, without markup. */
const textOf = (rows: readonly OutcomeRow[], filters: InsightsFilters = noFilters): string =>
  markupOf(rows, filters)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#x27;', '’');

const markupOf = (rows: readonly OutcomeRow[], filters: InsightsFilters = noFilters): string =>
  renderToStaticMarkup(
    <InsightsPage
      rows={rows}
      nowMs={nowMs}
      timeZone="Europe/Berlin"
      locale="en-GB"
      period="7-days"
      filters={filters}
      sourceNames={new Map([['src-1', 'Handbook']])}
      onPeriod={() => undefined}
      onFilters={() => undefined}
      onExport={() => undefined}
      onReadDraft={async () => undefined}
      currency="USD"
    />,
  );

it('shows strict and loose acceptance with interval, n and both denominators', () => {
  const text = textOf([
    ...tickets(20, kept),
    ...tickets(10, ['eligible', 'offered', 'inserted'], 20),
    ...tickets(10, ['eligible', 'offered'], 30),
  ]);
  expect(text).toContain('Strict acceptance Rule A draft counts');
  expect(text).toContain('50.0% 35.2–64.8% retained of offered 20 of 40');
  expect(text).toContain('75.0% 59.8–85.8% inserted of offered 30 of 40');
});

it('below 30 offers no percentage stands anywhere as a rate: the counts do', () => {
  const text = textOf([...tickets(3, kept), ...tickets(2, ['eligible', 'offered'], 3)]);
  expect(text).toContain('too few to say 3 of 5');
  expect(text).toContain(rules.tooFew);
  // What is left are the rules' own 60% and 95%, and the shares of single replies.
  const percentages = text.slice(0, text.indexOf('Newest replies')).match(/[\d.]+%/g) ?? [];
  expect(new Set(percentages)).toEqual(new Set(['60%', '95%']));
});

it('says the exact rule beside each figure', () => {
  const text = textOf(tickets(40, kept));
  for (const rule of [rules.strict, rules.loose, rules.overEligible, ...rules.ladder, rules.byAgent])
    expect(text).toContain(rule);
});

it('under a language filter, eligible is not known and is not made up', () => {
  const text = textOf(tickets(40, kept), { helpdesk: 'all', language: 'en' });
  expect(text).toContain('over eligible not known for one language');
  expect(text).toContain('Only a draft has a language');
});

it('an empty log says what will be here and when, and offers no export', () => {
  const text = textOf([]);
  expect(text).toContain('Nothing to count yet');
  expect(text).toContain('From 30 offered drafts on');
  expect(text).not.toContain('Export');
});

it('a period without tickets is told from an empty log', () => {
  const old = makeOutcomeRows({ ticket: 1, at: '2026-01-01T10:00:00.000Z', steps: kept });
  expect(textOf(old)).toContain('No tickets in this period');
});

it('titles and names are text, whatever they contain', () => {
  const markup = markupOf(tickets(3, kept, 0, '<img src=x onerror=alert(1)>'));
  expect(markup).not.toContain('<img');
  expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

it('the reply texts are not on the page before a reply is opened', () => {
  expect(textOf(tickets(3, kept))).not.toContain('valid for 60 minutes');
});
