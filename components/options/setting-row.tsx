import type { ReactNode } from 'react';

export type SettingRowProps = { readonly name: string; readonly hint: ReactNode; readonly children?: ReactNode };

/** One setting: what it is, what it means, and its control at the end of the line. */
export function SettingRow({ name, hint, children }: SettingRowProps): ReactNode {
  return (
    <li>
      <p className="rule-name">{name}</p>
      <div className="rule-hint">{hint}</div>
      {children ? <div className="rule-control">{children}</div> : null}
    </li>
  );
}
