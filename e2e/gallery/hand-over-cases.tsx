import { lazy, Suspense, type ReactNode } from 'react';

/** With the panel's styles, so only when one is shown. */
const HandOverCase = lazy(() => import('./hand-over-case.tsx'));
const show = (name: string) => (): ReactNode => (
  <Suspense>
    <HandOverCase name={name} />
  </Suspense>
);

/** A ticket that a person has to take: what the panel shows of it, by name. */
export const handOverCases: Record<string, () => ReactNode> = {
  'panel-hand-over-state': show('state'),
  'panel-hand-over-summary': show('summary'),
  'panel-hand-over-notice': show('notice'),
  'panel-hand-over-case-note': show('case-note'),
};
