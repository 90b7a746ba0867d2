import { useState, type ReactNode } from 'react';
import { InsightsPage } from '../../components/insights/insights-page.tsx';
import type { RecallState } from '../../components/insights/recall-list.tsx';
import type { OutcomeRow } from '../../utils/domain/outcome.ts';
import { noFilters, type InsightsFilters } from '../../utils/insights/build-report.ts';
import type { Period } from '../../utils/insights/time-range.ts';

const sourceNames = new Map([
  ['src-help', 'Help centre'],
  ['src-dev', 'Developer docs'],
  ['src-policy', 'Pasted: goodwill rules'],
]);

type InsightsCaseProps = {
  readonly rows: readonly OutcomeRow[];
  readonly nowMs: number;
  readonly period: Period;
  readonly recalled?: RecallState;
};

/** Insights with the state that its entrypoint keeps; the export is put where a test can read it. */
export function InsightsCase({ rows, nowMs, period: first, recalled }: InsightsCaseProps): ReactNode {
  const [period, setPeriod] = useState(first);
  const [filters, setFilters] = useState<InsightsFilters>(noFilters);
  return (
    <InsightsPage
      rows={rows}
      nowMs={nowMs}
      timeZone="Europe/Berlin"
      locale="en-GB"
      period={period}
      filters={filters}
      sourceNames={sourceNames}
      recalled={recalled ?? { kind: 'listed', replies: [], total: 0 }}
      onPeriod={setPeriod}
      onFilters={setFilters}
      onExport={(csv, name) =>
        Object.assign(document.body.dataset, { csvName: name, csvLines: String(csv.split('\r\n').length - 1) })
      }
      onReadDraft={async () => undefined}
      currency="USD"
      onOptions={() => undefined}
    />
  );
}
