import { useState, type ReactNode } from 'react';
import { AcceptanceChart, type AcceptanceChartProps } from './acceptance-chart.tsx';
import { TimeTable } from './time-table.tsx';
import './acceptance-chart.css';

/** The tile with the chart over time; the same numbers as a table at the press of a button. */
export function AcceptanceOverTime({ groups, bucket, format }: AcceptanceChartProps): ReactNode {
  const [asTable, setAsTable] = useState(false);
  const withOffers = groups.filter((group) => group.acceptance.offered > 0);
  const few = withOffers.filter((group) => group.acceptance.strict.overOffered.kind === 'too-few').length;
  return (
    <section className="tile" aria-labelledby="time-h">
      <div className="tile-head">
        <h2 id="time-h">Acceptance over time</h2>
        <span className="grow">per {bucket}, of offered drafts; shaded: 95% interval</span>
        <button type="button" className="link-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as chart' : 'Show as table'}
        </button>
      </div>
      {asTable ? (
        <TimeTable groups={groups} bucket={bucket} format={format} />
      ) : (
        <AcceptanceChart groups={groups} bucket={bucket} format={format} />
      )}
      <p className="tile-foot">
        <span>{few > 0 ? describeFew(few, withOffers.length, bucket, format.count) : ''}</span>
        <span className="legend">
          <span>
            <i className="column-offered" />
            offered
          </span>
          <span>
            <i className="column-inserted" />
            inserted (loose)
          </span>
          <span>
            <i className="column-retained" />
            retained (strict)
          </span>
        </span>
      </p>
    </section>
  );
}

function describeFew(few: number, all: number, bucket: string, count: (value: number) => string): string {
  if (few === all) return `No ${bucket} has 30 offers yet, so the chart shows counts and no rates.`;
  return `${count(few)} of ${count(all)} ${bucket}s have fewer than 30 offers: counts are shown, no rate.`;
}
