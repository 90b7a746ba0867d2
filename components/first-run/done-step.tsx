import type { ReactNode } from 'react';
import { Icon } from '../shared/icon.tsx';
import { FirstRunWindow } from './first-run-window.tsx';
import type { StepProps } from './helpdesk-step.tsx';

/** Step 4: what is ready, what is still open, and how the first draft comes about. */
export function DoneStep({ value, actions, onBack }: StepProps): ReactNode {
  const passages = value.sources.reduce((sum, source) => sum + source.passages, 0);
  const lines = [
    {
      done: value.siteAllowed,
      text: value.siteAllowed
        ? 'Your helpdesk may be read.'
        : 'On a ticket, press Deskside in the toolbar: that lets it read the page.',
    },
    {
      done: passages > 0,
      text:
        passages > 0
          ? `Drafts can rely on ${new Intl.NumberFormat('en').format(passages)} passages.`
          : value.importing
            ? 'Your articles are still being read.'
            : 'No articles yet. Until there are, Deskside says so instead of drafting.',
    },
  ];
  return (
    <FirstRunWindow
      step={4}
      title="Ready for the first draft"
      lead="Open a ticket that waits for your reply. The draft appears beside it, with the passages it rests on."
      primary="Open my first ticket"
      onPrimary={actions.onFinish}
      onBack={onBack}
    >
      <ul className="done-list">
        {lines.map(({ done, text }) => (
          <li key={text} className={done ? '' : 'is-open'}>
            <Icon name={done ? 'check' : 'clock'} />
            <span>{text}</span>
          </li>
        ))}
        <li>
          <Icon name="check" />
          <span>You read, change and send. Deskside never presses Send.</span>
        </li>
      </ul>
    </FirstRunWindow>
  );
}
