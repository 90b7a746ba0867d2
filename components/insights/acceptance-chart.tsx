import type { ReactNode } from 'react';
import type { AcceptanceGroup, Bucket } from '../../utils/insights/group-acceptance.ts';
import { toCountAxis, toLabelled, toRateAxis, toX, toY, type Plot } from './chart-geometry.ts';
import { CountColumns } from './count-columns.tsx';
import type { Format } from './create-format.ts';
import { RateSeries } from './rate-series.tsx';
import { useWidth } from './use-width.ts';

/** Pixels; labels at the right need room for "Strict 54.3%", which a phone has not. */
const LEFT = 44;
const LABELS = 112;
const MIN_WIDTH_FOR_LABELS = 640;

export type AcceptanceChartProps = {
  readonly groups: readonly AcceptanceGroup[];
  readonly bucket: Bucket;
  readonly format: Format;
};

/**
 * Strict and loose acceptance over time with their intervals, above columns of what was offered, inserted and retained.
 * A bucket with fewer than 30 offers has its column and no point; without any point the columns take all the room.
 */
export function AcceptanceChart({ groups, bucket, format }: AcceptanceChartProps): ReactNode {
  const [ref, width] = useWidth<SVGSVGElement>(1136);
  const rates = groups.flatMap(({ acceptance }) => [acceptance.strict.overOffered, acceptance.loose.overOffered]);
  const hasRates = rates.some((rate) => rate.kind === 'rate');
  const right = Math.max(LEFT + 40, width - (hasRates && width >= MIN_WIDTH_FOR_LABELS ? LABELS : 4));
  const ratePlot: Plot = { left: LEFT, right, top: 14, bottom: 214 };
  const countPlot: Plot = { left: LEFT, right, top: hasRates ? 236 : 14, bottom: hasRates ? 288 : 214 };
  const rateAxis = toRateAxis(rates);
  const countAxis = toCountAxis(Math.max(0, ...groups.map((group) => group.acceptance.offered)));
  const height = countPlot.bottom + 26;
  const labelled = toLabelled(groups.length, countPlot, 68);
  return (
    <svg
      ref={ref}
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      height={height}
      role="img"
      aria-label={describeChart(groups, bucket, format)}
    >
      {hasRates
        ? rateAxis.ticks.map((tick) => (
            <Gridline key={tick} y={toY(tick, rateAxis, ratePlot)} plot={ratePlot} text={format.roundPercent(tick)} />
          ))
        : null}
      {countAxis.ticks.map((tick) => (
        <Gridline key={tick} y={toY(tick, countAxis, countPlot)} plot={countPlot} text={format.count(tick)} />
      ))}
      <CountColumns groups={groups} axis={countAxis} plot={countPlot} />
      <line className="axis" x1={countPlot.left} x2={right} y1={countPlot.bottom} y2={countPlot.bottom} />
      {labelled.map((index) => (
        <text key={index} x={toX(index, groups.length, countPlot)} y={countPlot.bottom + 20} textAnchor="middle">
          {format.day(groups[index]?.key ?? '')}
        </text>
      ))}
      {hasRates ? (
        <RateSeries groups={groups} axis={rateAxis} plot={ratePlot} labels={width >= MIN_WIDTH_FOR_LABELS} format={format} />
      ) : null}
    </svg>
  );
}

function Gridline({ y, plot, text }: { readonly y: number; readonly plot: Plot; readonly text: string }): ReactNode {
  return (
    <>
      <line className="gridline" x1={plot.left} x2={plot.right} y1={y} y2={y} />
      <text x={plot.left - 8} y={y + 4} textAnchor="end">
        {text}
      </text>
    </>
  );
}

/** The chart in words, for those who do not see it; the table has every number. */
function describeChart(groups: readonly AcceptanceGroup[], bucket: Bucket, format: Format): string {
  const of = (series: 'strict' | 'loose'): string => {
    const known = groups.flatMap(({ acceptance }) => {
      const rate = acceptance[series].overOffered;
      return rate.kind === 'rate' ? [rate.rate] : [];
    });
    if (known.length === 0) return '';
    const low = Math.min(...known);
    const high = Math.max(...known);
    return ` ${series === 'strict' ? 'Strict' : 'Loose'} acceptance lies between ${format.percent(low)} and ${format.percent(high)}.`;
  };
  const offered = groups.reduce((sum, group) => sum + group.acceptance.offered, 0);
  const words = `${of('strict')}${of('loose')}` || ` No ${bucket} has 30 offers yet.`;
  return `Acceptance per ${bucket}, ${format.count(offered)} offered in ${format.count(groups.length)} ${bucket}s.${words}`;
}
