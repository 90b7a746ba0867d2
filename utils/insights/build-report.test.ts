import { expect, it } from 'vitest';
import type { OutcomeRow } from '../domain/outcome.ts';
import { buildReport, noFilters, rowsOf, type ReportSettings } from './build-report.ts';
import { exportOutcomes } from './export-outcomes.ts';
import { makeOutcomeRows } from './make-outcome-rows.ts';

const handbook = { sourceId: 'src-1', articleId: 'reset.md', title: 'Reset links' };
const pasted = { sourceId: 'src-2', articleId: 'notes', title: 'Notes' };
const ana = { id: '1', name: 'Ana Ruiz' };
const ben = { id: '2', name: 'Ben Ito' };
const settings: ReportSettings = {
  period: '7-days',
  filters: noFilters,
  nowMs: Date.parse('2026-11-21T12:00:00Z'),
  timeZone: 'Europe/Berlin',
  locale: 'en',
  sourceNames: new Map([['src-1', 'Handbook']]),
};

/** 40 tickets of Ana: 20 retained, 10 inserted only; 5 of Ben, all retained. */
const rows: OutcomeRow[] = Array.from({ length: 45 }, (_, ticket) =>
  makeOutcomeRows({
    ticket,
    at: `2026-11-${String(15 + (ticket % 7)).padStart(2, '0')}T10:00:00.000Z`,
    agent: ticket < 40 ? ana : ben,
    language: ticket < 40 ? 'en' : 'de',
    sources: ticket < 40 ? [handbook, { ...handbook, articleId: 'mail.md', title: 'Mail' }] : [handbook, pasted],
    steps:
      ticket < 20 || ticket >= 40
        ? ['eligible', 'offered', 'seen', 'inserted', 'sent', 'retained']
        : ticket < 30
          ? ['eligible', 'offered', 'seen', 'inserted']
          : ['eligible', 'offered'],
  }),
).flat();
const eligibleOnly = makeOutcomeRows({ ticket: 99, at: '2026-11-20T10:00:00.000Z', steps: ['eligible'], agent: ana });

it('strict is retained, loose is inserted, over offered and over eligible', () => {
  const { acceptance } = buildReport([...rows, ...eligibleOnly], settings);
  expect(acceptance.strict.overOffered).toMatchObject({ successes: 25, n: 45, rate: 25 / 45 });
  expect(acceptance.loose.overOffered).toMatchObject({ successes: 35, n: 45 });
  expect(acceptance.strict.overEligible).toMatchObject({ successes: 25, n: 46 });
  expect(acceptance.loose.overEligible).toMatchObject({ successes: 35, n: 46 });
});

it('agents come by name, each with their own n; fewer than 30 get no percentage', () => {
  const { byAgent } = buildReport(rows, settings);
  expect(byAgent.map((group) => [group.name, group.acceptance.strict.overOffered.kind])).toEqual([
    ['Ana Ruiz', 'rate'],
    ['Ben Ito', 'too-few'],
  ]);
});

it('a draft counts once for each source it cites, by the source’s name, by id once it is gone', () => {
  const { bySource, byArticle } = buildReport(rows, settings);
  expect(bySource.map((group) => [group.name, group.acceptance.offered])).toEqual([
    ['Handbook', 45],
    ['src-2', 5],
  ]);
  expect(byArticle.map((group) => [group.name, group.acceptance.offered])).toEqual([
    ['Mail', 40],
    ['Notes', 5],
    ['Reset links', 45],
  ]);
});

it('seven days are seven points, in the lead’s time zone, with days without tickets', () => {
  const lateEvening = makeOutcomeRows({ ticket: 500, at: '2026-11-19T23:30:00.000Z', steps: ['eligible'] });
  const { byTime } = buildReport(lateEvening, settings);
  expect(byTime.map((group) => [group.key.slice(8), group.acceptance.eligible])).toEqual([
    ['15', 0],
    ['16', 0],
    ['17', 0],
    ['18', 0],
    ['19', 0],
    ['20', 1],
    ['21', 0],
  ]);
});

it('days begin at midnight also across the change to winter time', () => {
  const { range } = buildReport(rows, { ...settings, period: '30-days' });
  expect(new Date(range.fromMs).toISOString()).toBe('2026-10-22T22:00:00.000Z');
  expect(new Date(range.toMs).toISOString()).toBe('2026-11-21T23:00:00.000Z');
});

it('thirteen weeks are drawn per week from Monday', () => {
  const { bucket, byTime } = buildReport(rows, { ...settings, period: '13-weeks' });
  expect(bucket).toBe('week');
  expect(byTime.at(-1)?.key).toBe('2026-11-16');
  expect(byTime.reduce((sum, group) => sum + group.acceptance.eligible, 0)).toBe(45);
});

it('a language filter leaves out tickets without a draft and says that eligible is not known', () => {
  const report = buildReport([...rows, ...eligibleOnly], { ...settings, filters: { helpdesk: 'all', language: 'de' } });
  expect(report.acceptance.offered).toBe(5);
  expect(report.knowsEligible).toBe(false);
  expect(report.languages).toEqual(['de', 'en']);
});

it('an empty log makes an empty report, not a broken one', () => {
  const report = buildReport([], { ...settings, period: 'all' });
  expect(report.hasAny).toBe(false);
  expect(report.acceptance.strict.overOffered).toEqual({ kind: 'too-few', successes: 0, n: 0 });
  expect(report.byTime).toHaveLength(1);
});

it('the export has the rows of the report, once each, oldest first, without reply texts', () => {
  const report = buildReport(rows, { ...settings, filters: { helpdesk: 'all', language: 'de' } });
  const csv = exportOutcomes([...rowsOf(report, rows), ...rowsOf(report, rows)]);
  const lines = csv.trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + 5 * 6);
  expect(lines[1]).toMatch(/^2026-11-\d\dT10:00:00.000Z,eligible,demo,/);
  expect(csv).not.toContain('60 minutes');
});
