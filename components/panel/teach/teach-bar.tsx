import type { ReactNode } from 'react';
import { toAsked, type Teaching } from '../../../utils/domain/teaching.ts';
import { Button } from '../../shared/button.tsx';
import { Key } from '../../shared/key.tsx';
import type { TeachViewProps } from './teach-view.tsx';

/** Save once everything is shown; one step back and stop at any time. */
export function TeachBar({ teaching, onTeach }: TeachViewProps): ReactNode {
  const isComplete = toAsked(teaching) === undefined;
  const canGoBack = teaching.shown.length > 0 || teaching.mending !== undefined;
  const back = (
    <Button
      variant="outline"
      icon="undo"
      className={isComplete ? '' : 'button-main'}
      disabledReason={canGoBack ? undefined : 'Nothing was shown yet.'}
      onClick={() => onTeach({ kind: 'back' })}
    >
      One step back
    </Button>
  );
  const stop = (
    <Button onClick={() => onTeach({ kind: 'stop' })}>
      Stop teaching <Key>Esc</Key>
    </Button>
  );
  if (!isComplete)
    return (
      <>
        {back}
        {stop}
      </>
    );
  const reason = whyNotSaved(teaching);
  return (
    <>
      <Button
        variant="primary"
        disabledReason={reason}
        onClick={() => onTeach({ kind: 'save', name: teaching.host.slice(0, 80) })}
      >
        Save <Key>⏎</Key>
      </Button>
      {back}
      {stop}
      {reason === undefined ? null : <p className="actions-hint">{reason}</p>}
    </>
  );
}

function whyNotSaved({ proposal }: Teaching): string | undefined {
  if (!proposal) return 'Deskside is looking at the page.';
  if (proposal.problems.length > 0)
    return proposal.problems.find((each) => each.startsWith('Say who')) ?? 'First mend what is said above.';
  return proposal.helpdesk ? undefined : 'Something is missing.';
}
