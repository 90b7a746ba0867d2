import type { ReactNode } from 'react';

/** `value` is 0–1. */
export function Progress({ label, value }: { readonly label: string; readonly value: number }): ReactNode {
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
    >
      <span style={{ inlineSize: `${value * 100}%` }} />
    </div>
  );
}
