import type { ReactNode } from 'react';
import type { Rate } from '../../utils/insights/rate.ts';
import type { Format } from './create-format.ts';
import { RuleText } from './rule-text.tsx';
import './rate-figure.css';

export type RateFigureProps = {
  readonly series: 'strict' | 'loose';
  readonly title: string;
  /** The exact rules, shown one click away. */
  readonly rules: readonly string[];
  /** "retained of offered" */
  readonly counted: string;
  readonly overOffered: Rate;
  /** Absent where eligible tickets can't be told apart by the filter. */
  readonly overEligible: Rate | undefined;
  readonly format: Format;
};

/** One acceptance rate: the figure with its interval, n, the same over eligible, and its rule. */
export function RateFigure({ series, title, rules, counted, overOffered, overEligible, format }: RateFigureProps): ReactNode {
  return (
    <section className="rate" aria-label={title}>
      <RuleText
        rules={rules}
        heading={
          <>
            <span className={`swatch swatch-${series}`} />
            <h2 className="grow">{title}</h2>
          </>
        }
      />
      {overOffered.kind === 'rate' ? (
        <p className="rate-figure">
          <b>{format.percent(overOffered.rate)}</b>
          <span className="num" title="95% interval">
            {format.interval(overOffered.low, overOffered.high)}
          </span>
        </p>
      ) : (
        <p className="rate-figure rate-too-few">
          <b>too few to say</b>
          <span className="num">{format.outOf(overOffered.successes, overOffered.n)}</span>
        </p>
      )}
      <dl className="rate-lines">
        <dt>{counted}</dt>
        <dd>{format.outOf(overOffered.successes, overOffered.n)}</dd>
        <dt>over eligible</dt>
        <dd>
          <OverEligible rate={overEligible} format={format} />
        </dd>
      </dl>
    </section>
  );
}

function OverEligible({ rate, format }: { readonly rate: Rate | undefined; readonly format: Format }): ReactNode {
  if (!rate) return <span className="quiet">not known for one language</span>;
  if (rate.kind === 'too-few') return format.outOf(rate.successes, rate.n);
  return (
    <>
      {format.percent(rate.rate)} <span className="quiet">{format.interval(rate.low, rate.high)}</span>
    </>
  );
}
