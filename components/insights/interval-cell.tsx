import type { ReactNode } from 'react';
import type { Rate } from '../../utils/insights/rate.ts';
import { toShare, type Axis } from './chart-geometry.ts';
import type { Format } from './create-format.ts';

export type IntervalCellProps = {
  readonly rate: Rate;
  /** What the cell's width stands for; the same in a whole table. */
  readonly axis: Axis;
  /** The rate of everyone, drawn as a line; 0–1. */
  readonly team: number | undefined;
  readonly format: Format;
};

/** A 95 % interval on the table's axis, with the point inside and the team's rate; words where n is too small. */
export function IntervalCell({ rate, axis, team, format }: IntervalCellProps): ReactNode {
  if (rate.kind === 'too-few') return <span className="interval-none">too few to say</span>;
  const place = (rateOrEnd: number): string => `${100 * toShare(rateOrEnd, axis)}%`;
  return (
    <span
      className="interval"
      role="img"
      aria-label={`95% interval ${format.interval(rate.low, rate.high)}`}
      title={format.interval(rate.low, rate.high)}
    >
      {team === undefined ? null : <u style={{ insetInlineStart: place(team) }} />}
      <i style={{ insetInlineStart: place(rate.low), insetInlineEnd: `${100 - 100 * toShare(rate.high, axis)}%` }} />
      <b style={{ insetInlineStart: place(rate.rate) }} />
    </span>
  );
}
