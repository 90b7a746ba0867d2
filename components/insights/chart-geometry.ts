import type { AcceptanceGroup } from '../../utils/insights/group-acceptance.ts';
import type { Rate } from '../../utils/insights/rate.ts';

export type Series = 'strict' | 'loose';

/** A point of a line, in pixels; `low` and `high` are the y of the interval's ends. */
export type LinePoint = { readonly x: number; readonly y: number; readonly low: number; readonly high: number };

/** Part of a chart between `top` and `bottom`, in pixels, y downwards. */
export type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export type Axis = { readonly min: number; readonly max: number; readonly ticks: readonly number[] };

/** The middle of bucket `index` of `count`. */
export function toX(index: number, count: number, plot: Plot): number {
  return plot.left + ((index + 0.5) / Math.max(1, count)) * (plot.right - plot.left);
}

/** Where on an axis a value lies, 0–1; ends hold what is outside. */
export function toShare(value: number, axis: Axis): number {
  return Math.min(1, Math.max(0, (value - axis.min) / (axis.max - axis.min)));
}

export function toY(value: number, axis: Axis, plot: Plot): number {
  return plot.bottom - ((value - axis.min) / (axis.max - axis.min)) * (plot.bottom - plot.top);
}

/** A percentage axis on whole tenths around all intervals, at least 30 points high, inside 0–1. */
export function toRateAxis(rates: readonly Rate[]): Axis {
  const known = rates.filter((rate) => rate.kind === 'rate');
  let min = Math.floor(10 * Math.min(1, ...known.map((rate) => rate.low)));
  let max = Math.ceil(10 * Math.max(0, ...known.map((rate) => rate.high)));
  while (max - min < 3) {
    if (max < 10) max += 1;
    if (max - min < 3 && min > 0) min -= 1;
  }
  const step = max - min > 5 ? 2 : 1;
  min -= min % step;
  max += (max - min) % step;
  const ticks = Array.from({ length: (max - min) / step + 1 }, (_, index) => (min + index * step) / 10);
  return { min: min / 10, max: max / 10, ticks: ticks.filter((tick) => tick <= 1) };
}

/** A count axis from 0 to a round number, with one or two ticks. */
export function toCountAxis(largest: number): Axis {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, largest)));
  const max = [1, 1.6, 2, 3, 4, 6, 8, 10].map((factor) => factor * power).find((candidate) => candidate >= largest) ?? largest;
  return { min: 0, max: Math.max(1, max), ticks: max % 2 === 0 ? [max / 2, max] : [max] };
}

/** Runs of neighbouring buckets that have a rate; a bucket with too few leaves a gap. */
export function toLines(groups: readonly AcceptanceGroup[], series: Series, axis: Axis, plot: Plot): LinePoint[][] {
  const runs: LinePoint[][] = [[]];
  for (const [index, group] of groups.entries()) {
    const rate = group.acceptance[series].overOffered;
    if (rate.kind === 'too-few') {
      if ((runs.at(-1)?.length ?? 0) > 0) runs.push([]);
      continue;
    }
    runs.at(-1)?.push({
      x: toX(index, groups.length, plot),
      y: toY(rate.rate, axis, plot),
      low: toY(rate.low, axis, plot),
      high: toY(rate.high, axis, plot),
    });
  }
  return runs.filter((run) => run.length > 0);
}

/** Buckets that get a date below: as many as fit at `spacing` pixels each, evenly, counted back from the newest. */
export function toLabelled(count: number, plot: Plot, spacing: number): number[] {
  const fit = Math.max(1, Math.floor((plot.right - plot.left) / spacing));
  const every = Math.max(1, Math.ceil(count / fit));
  return Array.from({ length: count }, (_, index) => index).filter((index) => (count - 1 - index) % every === 0);
}

export const toPointList = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
