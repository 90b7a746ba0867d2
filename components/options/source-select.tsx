import { useId, type ReactNode } from 'react';

export type SourceSelectProps<T extends string | number> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
  readonly wide?: boolean;
};

/** One of a few, as a labelled list. */
export function SourceSelect<T extends string | number>(props: SourceSelectProps<T>): ReactNode {
  const { label, value, options, onChange, wide = false } = props;
  const id = useId();
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => String(option.value) === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
