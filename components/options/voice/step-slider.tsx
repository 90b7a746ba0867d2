import { useId, type CSSProperties, type ReactNode } from 'react';

export type StepSliderProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  /** From left to right, with the words that a screen reader says. */
  readonly steps: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
};

/** A slider over a few named steps; the ends are named below, the step in between beside the label. */
export function StepSlider<T extends string>({ label, value, steps, onChange }: StepSliderProps<T>): ReactNode {
  const id = useId();
  const at = Math.max(
    0,
    steps.findIndex((step) => step.value === value),
  );
  const last = steps.length - 1;
  const share: CSSProperties & Record<'--at', number> = { '--at': (at / last) * 100 };
  return (
    <div className="slider">
      <div className="between">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <span className="slider-now">{steps[at]?.label}</span>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        style={share}
        aria-valuetext={steps[at]?.label}
        onChange={(event) => {
          const step = steps[Number(event.target.value)];
          if (step) onChange(step.value);
        }}
      />
      <p className="slider-ends" aria-hidden="true">
        <span>{steps[0]?.label}</span>
        <span>{steps[last]?.label}</span>
      </p>
    </div>
  );
}
