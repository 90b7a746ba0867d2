import type { ReactNode } from 'react';
import { Icon } from '../shared/icon.tsx';
import { Notice } from '../shared/notice.tsx';
import type { FirstRunActions, FirstRunValue } from './first-run-value.ts';
import { FirstRunWindow } from './first-run-window.tsx';

export type StepProps = {
  readonly value: FirstRunValue;
  readonly actions: FirstRunActions;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

/** Step 1: allow the helpdesk that is open, or learn what the toolbar click does. */
export function HelpdeskStep({ value, actions, onNext }: StepProps): ReactNode {
  const { helpdesk, siteAllowed } = value;
  const mayAsk = helpdesk !== undefined && !siteAllowed;
  const skip = actions.onSampleTicket
    ? { label: 'Skip, show me a sample ticket', onSkip: actions.onSampleTicket }
    : { label: 'Skip', onSkip: onNext };
  return (
    <FirstRunWindow
      step={1}
      title="Where do your tickets live?"
      lead={
        siteAllowed
          ? 'Deskside may read your helpdesk. It reads the ticket that is open, whenever its panel is.'
          : helpdesk
            ? 'Deskside found one open helpdesk. Your browser will ask you to allow this one site.'
            : 'No open tab shows a helpdesk that Deskside knows. That is no matter:'
      }
      primary={mayAsk ? 'Allow this site' : 'Continue'}
      onPrimary={mayAsk ? actions.onAllowSite : onNext}
      skip={siteAllowed ? undefined : skip}
    >
      {helpdesk ? (
        <div className="choices">
          <p className="choice choice-fixed">
            <Icon name="message" />
            <b>{helpdesk.name}</b>
            <span>{helpdesk.host}</span>
          </p>
        </div>
      ) : (
        <ol className="toolbar-steps">
          <li>Open a ticket in your helpdesk.</li>
          <li>Press Deskside in the browser’s toolbar. That lets it read this one page, this once.</li>
          <li>The panel opens beside the ticket and drafts. There it also offers to allow the site for good.</li>
        </ol>
      )}
      {siteAllowed ? (
        <Notice tone="supported" icon="check" title="Allowed.">
          You can take it back at any time under Options → Privacy.
        </Notice>
      ) : (
        <Notice tone="plain" icon="eye-shield" title="It reads the open ticket. It never presses Send.">
          No other tab, no other site.
        </Notice>
      )}
    </FirstRunWindow>
  );
}
