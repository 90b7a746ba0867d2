import type { ReactNode } from 'react';

export type SwitchProps = { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void };

export function Switch({ label, checked, onChange }: SwitchProps): ReactNode {
  return (
    <input
      className="switch"
      type="checkbox"
      role="switch"
      aria-label={label}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
