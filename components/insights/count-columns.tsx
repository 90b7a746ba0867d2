import type { ReactNode } from 'react';
import type { AcceptanceGroup } from '../../utils/insights/group-acceptance.ts';
import { toX, toY, type Axis, type Plot } from './chart-geometry.ts';

/** Widest column, px: few buckets do not make slabs. */
const MAX_COLUMN = 36;

export type CountColumnsProps = { readonly groups: readonly AcceptanceGroup[]; readonly axis: Axis; readonly plot: Plot };

/** A column per bucket: offered, of which inserted, of which retained, all from the same baseline. */
export function CountColumns({ groups, axis, plot }: CountColumnsProps): ReactNode {
  const room = (plot.right - plot.left) / Math.max(1, groups.length);
  const width = Math.max(2, Math.min(MAX_COLUMN, room * 0.62));
  return groups.map(({ key, acceptance }, index) => {
    const x = toX(index, groups.length, plot) - width / 2;
    const parts = [
      ['column-offered', acceptance.offered],
      ['column-inserted', acceptance.loose.overOffered.successes],
      ['column-retained', acceptance.strict.overOffered.successes],
    ] as const;
    return (
      <g key={key}>
        {parts.map(([name, count]) => {
          const y = toY(count, axis, plot);
          return count > 0 ? (
            <rect key={name} className={name} x={x} y={y} width={width} height={plot.bottom - y} rx="1.5" />
          ) : null;
        })}
      </g>
    );
  });
}
