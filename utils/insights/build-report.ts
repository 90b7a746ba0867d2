import type { OutcomeRow } from '../domain/outcome.ts';
import type { HelpdeskId } from '../domain/ticket.ts';
import { measureAcceptance, type Acceptance } from './acceptance.ts';
import { groupByAgent, groupByArticle, groupBySource, groupByTime, toBucket } from './group-acceptance.ts';
import type { AcceptanceGroup, Bucket, SourceNames } from './group-acceptance.ts';
import { toLadder, type LadderRung } from './ladder.ts';
import { hasReached, toOpportunityOutcomes, type OpportunityOutcome } from './opportunity-outcome.ts';
import { isInRange, toRange, type Period, type TimeRange } from './time-range.ts';

/** `language` filters leave out tickets without a draft: only a draft has a language. */
export type InsightsFilters = { readonly helpdesk: HelpdeskId | 'all'; readonly language: string };

export const noFilters: InsightsFilters = { helpdesk: 'all', language: 'all' };

export type ReportSettings = {
  readonly period: Period;
  readonly filters: InsightsFilters;
  readonly nowMs: number;
  /** IANA name, decides where a day begins. */
  readonly timeZone: string;
  /** BCP 47, for sorting names. */
  readonly locale: string;
  readonly sourceNames: SourceNames;
};

/** Everything that the first Insights page shows. */
export type InsightsReport = {
  /** Opportunities of the period and filters, oldest first. */
  readonly outcomes: readonly OpportunityOutcome[];
  readonly range: TimeRange;
  readonly bucket: Bucket;
  readonly acceptance: Acceptance;
  /** False under a language filter: what was eligible in one language is not known. */
  readonly knowsEligible: boolean;
  readonly ladder: readonly LadderRung[];
  readonly byTime: readonly AcceptanceGroup[];
  readonly byAgent: readonly AcceptanceGroup[];
  readonly bySource: readonly AcceptanceGroup[];
  readonly byArticle: readonly AcceptanceGroup[];
  /** What can be filtered for: everything that occurs in any row, sorted. */
  readonly helpdesks: readonly HelpdeskId[];
  readonly languages: readonly string[];
  /** Were there opportunities in any period? */
  readonly hasAny: boolean;
};

/** Counts outcome rows for one period and one set of filters. Pure; O(n log n) in rows. */
export function buildReport(rows: readonly OutcomeRow[], settings: ReportSettings): InsightsReport {
  const { filters, timeZone, locale } = settings;
  const all = toOpportunityOutcomes(rows);
  const range = toRange(settings.period, settings.nowMs, all[0]?.atMs ?? settings.nowMs, timeZone);
  const outcomes = all.filter((outcome) => isInRange(outcome.atMs, range) && passes(outcome, filters));
  const offered = outcomes.filter((outcome) => hasReached(outcome, 'offered'));
  return {
    outcomes,
    range,
    bucket: toBucket(range),
    acceptance: measureAcceptance(outcomes),
    knowsEligible: filters.language === 'all',
    ladder: toLadder(outcomes),
    byTime: groupByTime(outcomes, range, timeZone),
    byAgent: groupByAgent(offered, locale),
    bySource: groupBySource(offered, settings.sourceNames, locale),
    byArticle: groupByArticle(offered, locale),
    helpdesks: [...new Set(all.map((outcome) => outcome.helpdesk))].toSorted(),
    languages: [...new Set(all.flatMap((outcome) => outcome.language ?? []))].toSorted(),
    hasAny: all.length > 0,
  };
}

/** The rows behind a report, for its export. */
export function rowsOf(report: InsightsReport, rows: readonly OutcomeRow[]): OutcomeRow[] {
  const ids = new Set(report.outcomes.map((outcome) => outcome.id));
  return rows.filter((row) => ids.has(row.opportunityId));
}

function passes(outcome: OpportunityOutcome, { helpdesk, language }: InsightsFilters): boolean {
  return (helpdesk === 'all' || outcome.helpdesk === helpdesk) && (language === 'all' || outcome.language === language);
}
