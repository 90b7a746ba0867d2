import type { ReactNode } from 'react';

export type SegmentedProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly size?: 'sm';
};

/** One of a few, side by side. */
export function Segmented<T extends string>({ label, value, options, onChange, size }: SegmentedProps<T>): ReactNode {
  return (
    <div className={size === 'sm' ? 'segmented segmented-sm' : 'segmented'} role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.label}
        </button>
      ))}
    </div>
  );
}
