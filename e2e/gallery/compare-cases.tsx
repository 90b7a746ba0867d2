import { lazy, Suspense, type ReactNode } from 'react';

/** With the panel's styles, so only when one is shown. */
const CompareCase = lazy(() => import('./compare-case.tsx'));
const names = ['idle', 'no-ticket', 'missing', 'drafting', 'drafted', 'trace', 'failed', 'abstained'];

/** Two strategies side by side, by name; in `trace` what is pressed stands in `shoot.ts`. */
export const compareCases: Record<string, () => ReactNode> = Object.fromEntries(
  names.map((name) => [
    `compare-${name}`,
    () => (
      <Suspense>
        <CompareCase name={name === 'trace' ? 'drafted' : name} />
      </Suspense>
    ),
  ]),
);
