import type { ReactNode } from 'react';
import type { AcceptanceGroup } from '../../utils/insights/group-acceptance.ts';
import { toLines, toPointList, type Axis, type LinePoint, type Plot, type Series } from './chart-geometry.ts';
import type { Format } from './create-format.ts';

/** Two labels of two lines each need this much room between their baselines, px. */
const LABEL_HEIGHT = 34;

export type RateSeriesProps = {
  readonly groups: readonly AcceptanceGroup[];
  readonly axis: Axis;
  readonly plot: Plot;
  /** Write the newest value beside the line. */
  readonly labels: boolean;
  readonly format: Format;
};

/** Both lines with their interval bands, loose behind strict, broken where a bucket has too few. */
export function RateSeries({ groups, axis, plot, labels, format }: RateSeriesProps): ReactNode {
  const loose = toLines(groups, 'loose', axis, plot);
  const strict = toLines(groups, 'strict', axis, plot);
  const looseY = loose.at(-1)?.at(-1)?.y ?? plot.top;
  const strictY = Math.max(strict.at(-1)?.at(-1)?.y ?? plot.bottom, looseY + LABEL_HEIGHT);
  return (
    <>
      <Line series="loose" runs={loose} />
      <Line series="strict" runs={strict} />
      {labels ? (
        <>
          <EndLabel series="loose" groups={groups} x={plot.right + 12} y={looseY} format={format} />
          <EndLabel series="strict" groups={groups} x={plot.right + 12} y={strictY} format={format} />
        </>
      ) : null}
    </>
  );
}

function Line({ series, runs }: { readonly series: Series; readonly runs: readonly (readonly LinePoint[])[] }): ReactNode {
  const last = runs.at(-1)?.at(-1);
  return (
    <g>
      {runs.map((run) => (
        <g key={run[0]?.x}>
          {run.length === 1 ? (
            <Single series={series} point={run[0]} />
          ) : (
            <>
              <polygon
                className={`band-${series}`}
                points={toPointList([
                  ...run.map((point) => [point.x, point.high] as const),
                  ...run.toReversed().map((point) => [point.x, point.low] as const),
                ])}
              />
              <polyline className={`line ${series}`} points={toPointList(run.map((point) => [point.x, point.y] as const))} />
            </>
          )}
        </g>
      ))}
      {last ? <circle className={`dot ${series}`} cx={last.x} cy={last.y} r="4" /> : null}
    </g>
  );
}

/** A bucket whose neighbours have too few: a point with its interval as a whisker. */
function Single({ series, point }: { readonly series: Series; readonly point: LinePoint | undefined }): ReactNode {
  if (!point) return null;
  return (
    <>
      <line className={`single ${series}`} x1={point.x} x2={point.x} y1={point.low} y2={point.high} />
      <circle className={`dot ${series}`} cx={point.x} cy={point.y} r="4" />
    </>
  );
}

type EndLabelProps = Pick<RateSeriesProps, 'groups' | 'format'> & {
  readonly series: Series;
  readonly x: number;
  readonly y: number;
};

function EndLabel({ series, groups, x, y, format }: EndLabelProps): ReactNode {
  const rate = groups.findLast((group) => group.acceptance[series].overOffered.kind === 'rate')?.acceptance[series].overOffered;
  if (rate?.kind !== 'rate') return null;
  return (
    <>
      <text className="label" x={x} y={y}>
        {series === 'strict' ? 'Strict' : 'Loose'} {format.percent(rate.rate)}
      </text>
      <text x={x} y={y + 15}>
        {format.interval(rate.low, rate.high)}
      </text>
    </>
  );
}
