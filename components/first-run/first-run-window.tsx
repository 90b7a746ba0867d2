import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../shared/button.tsx';

export const STEPS = 4;

export type FirstRunWindowProps = {
  /** From 1. */
  readonly step: number;
  readonly title: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
  readonly primary: string;
  readonly onPrimary: () => void;
  readonly onBack?: (() => void) | undefined;
  readonly skip?: { readonly label: string; readonly onSkip: () => void } | undefined;
};

/** One step: where one is, a question, its choices, and at the foot the way on, back or past it. */
export function FirstRunWindow(props: FirstRunWindowProps): ReactNode {
  const { step, title, lead, children, primary, onPrimary, onBack, skip } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // A new step is a new page to a screen reader: its heading takes the focus that the pressed button had.
  useEffect(() => {
    if (step > 1) heading.current?.focus();
  }, [step]);
  return (
    <section className="window" aria-labelledby="step-h">
      <div className="window-head">
        <span>
          Step {step} of {STEPS}
        </span>
        <span className="window-steps" aria-hidden="true">
          {Array.from({ length: STEPS }, (_, index) => (
            <span key={index} className={index + 1 === step ? 'is-now' : index + 1 < step ? 'is-past' : ''} />
          ))}
        </span>
      </div>
      <div className="window-body">
        <h1 id="step-h" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{lead}</p>
        {children}
      </div>
      <div className="window-foot">
        {skip ? <Button onClick={skip.onSkip}>{skip.label}</Button> : null}
        <span className="grow" />
        {onBack ? <Button onClick={onBack}>Back</Button> : null}
        <Button variant="primary" onClick={onPrimary}>
          {primary}
        </Button>
      </div>
    </section>
  );
}
