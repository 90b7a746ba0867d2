import type { ReactNode } from 'react';

/** A page edge and the panel beside it; together they read as a D. */
export function LogoMark(): ReactNode {
  return (
    <svg className="logo-mark" viewBox="0 0 20 20" aria-hidden="true">
      <rect className="logo-edge" x="2" y="2" width="4" height="16" rx="1.6" />
      <path className="logo-panel" d="M8 3.4C8 2.63 8.63 2 9.4 2H10a8 8 0 0 1 0 16h-.6C8.63 18 8 17.37 8 16.6Z" />
    </svg>
  );
}

export function Logo(): ReactNode {
  return (
    <span className="logo">
      <LogoMark />
      Deskside
    </span>
  );
}
