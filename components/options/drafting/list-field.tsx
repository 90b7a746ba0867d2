import { useId, useState, type ReactNode } from 'react';

export type ListFieldProps = {
  readonly label: string;
  readonly values: readonly string[];
  readonly placeholder: string;
  readonly hint: string;
  readonly onValues: (values: readonly string[]) => void;
};

/** Names divided by commas; taken over when the field is left, each once. */
export function ListField({ label, values, placeholder, hint, onValues }: ListFieldProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const save = (): void => {
    if (typed === undefined) return;
    onValues([...new Set(typed.split(',').map((one) => one.trim()))].filter((one) => one !== ''));
    setTyped(undefined);
  };
  return (
    <div className="list-field">
      <input
        className="input"
        aria-label={label}
        aria-describedby={id}
        value={typed ?? values.join(', ')}
        placeholder={placeholder}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <p className="field-hint" id={id}>
        {hint}
      </p>
    </div>
  );
}
