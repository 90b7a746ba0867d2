import type { ReactNode } from 'react';
import type { LadderRung } from '../../utils/insights/ladder.ts';
import type { LadderStep } from '../../utils/insights/opportunity-outcome.ts';
import { toRate } from '../../utils/insights/rate.ts';
import type { Format } from './create-format.ts';
import { describeLosses } from './describe-loss.ts';
import './ladder-chart.css';

const names: Record<LadderStep, string> = {
  eligible: 'Eligible',
  offered: 'Offered',
  seen: 'Seen',
  inserted: 'Inserted',
  sent: 'Sent',
  retained: 'Retained',
};

export type LadderChartProps = { readonly rungs: readonly LadderRung[]; readonly format: Format };

/** From eligible to retained: a bar per rung as a share of all, its count, its share of the rung before, and what was lost in between. */
export function LadderChart({ rungs, format }: LadderChartProps): ReactNode {
  const all = rungs[0]?.count ?? 0;
  return (
    <>
      <div className="rung ladder-head" aria-hidden="true">
        <span />
        <span />
        <span className="rung-count-head">tickets</span>
        <span className="rung-share-head">of the step before</span>
      </div>
      <ol className="ladder">
        {rungs.map((rung, index) => {
          const before = rungs[index - 1]?.count ?? rung.count;
          return (
            <li key={rung.step} className={`rung rung-${rung.step}`}>
              {rung.lost > 0 ? (
                <p className="rung-lost">
                  <b className="num">−{format.count(rung.lost)}</b> {describeLosses(rung, format)}
                </p>
              ) : null}
              <span className="rung-name">{names[rung.step]}</span>
              <span className="rung-bar" aria-hidden="true">
                <span style={{ inlineSize: `${all === 0 ? 0 : (100 * rung.count) / all}%` }} />
              </span>
              <span className="rung-count">
                {format.count(rung.count)}
                <span className="visually-hidden"> tickets</span>
              </span>
              <span className="rung-share">
                {index === 0 || before === 0 ? <span className="quiet">–</span> : format.rate(toRate(rung.count, before))}
                <span className="visually-hidden"> of the step before</span>
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
