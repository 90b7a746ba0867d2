import { useState, type ReactNode } from 'react';
import type { AcceptanceGroup } from '../../utils/insights/group-acceptance.ts';
import type { Rate } from '../../utils/insights/rate.ts';
import { toRateAxis, type Axis } from './chart-geometry.ts';
import type { Format } from './create-format.ts';
import { IntervalCell } from './interval-cell.tsx';
import './rate-table.css';

/** Rows that a tile shows before "All". */
const SHOWN_ROWS = 8;

export type RateTableProps = {
  readonly id: string;
  readonly title: string;
  /** "Agent": the head of the first column. */
  readonly column: string;
  readonly groups: readonly AcceptanceGroup[];
  readonly team: Rate;
  readonly rule: string;
  readonly empty: string;
  readonly format: Format;
};

/** Strict acceptance by agent, source or article: name, n, rate and interval. Groups with a small n show their counts. */
export function RateTable({ id, title, column, groups, team, rule, empty, format }: RateTableProps): ReactNode {
  const [all, setAll] = useState(false);
  const shown = all ? groups : groups.slice(0, SHOWN_ROWS);
  const few = groups.filter((group) => group.acceptance.strict.overOffered.kind === 'too-few').length;
  const axis = toRateAxis([team, ...groups.map((group) => group.acceptance.strict.overOffered)]);
  const teamRate = team.kind === 'rate' ? team.rate : undefined;
  return (
    <section className="tile span-4" aria-labelledby={id}>
      <div className="tile-head">
        <h2 className="tile-title" id={id}>
          {title}
        </h2>
        {groups.length > SHOWN_ROWS ? (
          <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `All ${format.count(groups.length)}`}
          </button>
        ) : null}
      </div>
      {groups.length === 0 ? (
        <p className="second">{empty}</p>
      ) : (
        <table className="table">
          <caption className="visually-hidden">Strict acceptance, {title.toLowerCase()}</caption>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col" className="end">
                Offered
              </th>
              <th scope="col" className="end">
                Strict
              </th>
              <th scope="col" className="interval-head">
                {teamRate === undefined ? '95%' : <AxisHead axis={axis} format={format} />}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, acceptance }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td className="end dim">{format.count(acceptance.offered)}</td>
                <td className="end">
                  <StrictCell rate={acceptance.strict.overOffered} format={format} />
                </td>
                <td className="interval-column">
                  <IntervalCell rate={acceptance.strict.overOffered} axis={axis} team={teamRate} format={format} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="tile-foot">
        <span>
          {rule} {teamRate === undefined ? '' : 'Bars: 95% intervals; line: all.'}
          {few > 0 ? ` ${format.count(few)} with fewer than 30 offers ${few === 1 ? 'shows' : 'show'} counts only.` : ''}
        </span>
      </p>
    </section>
  );
}

/** What the ends of the interval column stand for. */
function AxisHead({ axis, format }: { readonly axis: Axis; readonly format: Format }): ReactNode {
  return (
    <span className="axis-head" title="95% intervals; the line is the rate of all">
      <span>{format.roundPercent(axis.min)}</span>
      <span>{format.roundPercent(axis.max)}</span>
    </span>
  );
}

function StrictCell({ rate, format }: { readonly rate: Rate; readonly format: Format }): ReactNode {
  if (rate.kind === 'rate') return format.roundPercent(rate.rate);
  return <span className="dim">{format.outOf(rate.successes, rate.n)}</span>;
}
