import type { ReactNode } from 'react';

/** A key cap. `wide`: only where the panel is wide enough for one on every button. */
export function Key({ wide = false, children }: { readonly wide?: boolean; readonly children: ReactNode }): ReactNode {
  return (
    <kbd className={wide ? 'key key-wide' : 'key'} aria-hidden="true">
      {children}
    </kbd>
  );
}
