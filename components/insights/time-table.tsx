import type { ReactNode } from 'react';
import type { AcceptanceGroup, Bucket } from '../../utils/insights/group-acceptance.ts';
import type { Rate } from '../../utils/insights/rate.ts';
import type { Format } from './create-format.ts';
import './rate-table.css';

export type TimeTableProps = { readonly groups: readonly AcceptanceGroup[]; readonly bucket: Bucket; readonly format: Format };

/** The acceptance chart as a table, newest first. */
export function TimeTable({ groups, bucket, format }: TimeTableProps): ReactNode {
  return (
    <div className="table-scroll" role="region" aria-label={`Acceptance per ${bucket}, table`} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">Acceptance per {bucket}, of offered drafts</caption>
        <thead>
          <tr>
            <th scope="col">{bucket === 'day' ? 'Day' : 'Week from'}</th>
            {['Eligible', 'Offered', 'Inserted', 'Retained', 'Strict', 'Loose'].map((name) => (
              <th scope="col" className="end" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.toReversed().map(({ key, acceptance }) => (
            <tr key={key}>
              <th scope="row" className="num">
                {format.day(key)}
              </th>
              <td className="end dim">{format.count(acceptance.eligible)}</td>
              <td className="end">{format.count(acceptance.offered)}</td>
              <td className="end">{format.count(acceptance.loose.overOffered.successes)}</td>
              <td className="end">{format.count(acceptance.strict.overOffered.successes)}</td>
              <td className="end">
                <RateWithInterval rate={acceptance.strict.overOffered} format={format} />
              </td>
              <td className="end">
                <RateWithInterval rate={acceptance.loose.overOffered} format={format} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RateWithInterval({ rate, format }: { readonly rate: Rate; readonly format: Format }): ReactNode {
  if (rate.kind === 'too-few') return <span className="dim">{rate.n === 0 ? 'none' : 'too few to say'}</span>;
  return (
    <>
      {format.percent(rate.rate)} <span className="dim">{format.interval(rate.low, rate.high)}</span>
    </>
  );
}
