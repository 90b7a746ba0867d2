import { useMemo, type ReactNode } from 'react';
import type { OutcomeRow } from '../../utils/domain/outcome.ts';
import { buildReport, noFilters, rowsOf, type InsightsFilters, type InsightsReport } from '../../utils/insights/build-report.ts';
import { exportOutcomes } from '../../utils/insights/export-outcomes.ts';
import type { SourceNames } from '../../utils/insights/group-acceptance.ts';
import { toDay, type Period } from '../../utils/insights/time-range.ts';
import { Button } from '../shared/button.tsx';
import { AppBar } from './app-bar.tsx';
import { createFormat, type Format } from './create-format.ts';
import { EmptyInsights } from './empty-insights.tsx';
import { FilterBar } from './filter-bar.tsx';
import { RecallList, type RecallState } from './recall-list.tsx';
import type { DraftReader } from './reply-drawer.tsx';
import { ReportTiles } from './report-tiles.tsx';
import './insights.css';

export type InsightsPageProps = {
  readonly rows: readonly OutcomeRow[];
  readonly nowMs: number;
  /** IANA name of the lead's time zone: where a day begins. */
  readonly timeZone: string;
  /** BCP 47, for numbers, dates and the order of names. */
  readonly locale: string;
  readonly period: Period;
  readonly filters: InsightsFilters;
  /** Names of the sources that are there now, by source id. */
  readonly sourceNames: SourceNames;
  /** Sent replies whose articles changed, of any period; absent while they were not asked for. */
  readonly recalled?: RecallState | undefined;
  readonly onPeriod: (period: Period) => void;
  readonly onFilters: (filters: InsightsFilters) => void;
  /** The rows behind the page as CSV, and a name for the file. */
  readonly onExport: (csv: string, fileName: string) => void;
  readonly onReadDraft: DraftReader;
  /** ISO 4217, of the prices. */
  readonly currency: string;
  readonly onOptions?: () => void;
};

/** Insights for team leads: how many drafts were kept, where the others were lost, and for whom. */
export function InsightsPage(props: InsightsPageProps): ReactNode {
  const { rows, nowMs, timeZone, locale, period, filters, sourceNames, onPeriod, onFilters } = props;
  const format = useMemo(() => createFormat(locale, timeZone), [locale, timeZone]);
  const report = useMemo(
    () => buildReport(rows, { period, filters, nowMs, timeZone, locale, sourceNames }),
    [rows, period, filters, nowMs, timeZone, locale, sourceNames],
  );
  const first = toDay(report.range.fromMs, timeZone);
  const last = toDay(report.range.toMs - 1, timeZone);
  const shown = rowsOf(report, rows);
  return (
    <>
      <AppBar onOptions={props.onOptions} />
      <main className="insights">
        <header className="page-head" id="acceptance">
          <div className="grow">
            <h1>Acceptance</h1>
            <p>
              {format.dayRange(first, last)} · {describeAgents(report, format)}counted{' '}
              {format.moment(new Date(nowMs).toISOString())}
            </p>
          </div>
          {shown.length > 0 ? (
            <Button
              variant="outline"
              icon="download"
              title="Outcome rows as CSV, without the texts of replies"
              onClick={() => props.onExport(exportOutcomes(shown), `deskside-outcomes-${first}-to-${last}.csv`)}
            >
              Export
            </Button>
          ) : null}
        </header>
        {report.hasAny ? (
          <FilterBar
            period={period}
            filters={filters}
            helpdesks={report.helpdesks}
            languages={report.languages}
            onPeriod={onPeriod}
            onFilters={onFilters}
            format={format}
          />
        ) : null}
        {report.outcomes.length === 0 ? (
          <EmptyInsights
            filtered={report.hasAny}
            onShowAll={() => {
              onPeriod('all');
              onFilters(noFilters);
            }}
          />
        ) : (
          <ReportTiles report={report} rows={shown} format={format} onReadDraft={props.onReadDraft} currency={props.currency} />
        )}
        {props.recalled && report.hasAny ? <RecallList state={props.recalled} format={format} /> : null}
      </main>
    </>
  );
}

function describeAgents(report: InsightsReport, format: Format): string {
  const agents = new Set(report.outcomes.map(({ helpdesk, agent }) => `${helpdesk}/${agent.id}`)).size;
  return agents === 0 ? '' : `${format.count(agents)} ${agents === 1 ? 'agent' : 'agents'} · `;
}
