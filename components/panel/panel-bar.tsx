import type { ReactNode } from 'react';
import type { AbstentionReason } from '../../utils/domain/draft.ts';
import { Button } from '../shared/button.tsx';
import { describeFailure } from '../shared/describe-failure.ts';
import { Key } from '../shared/key.tsx';
import { CopyReport } from './copy-report.tsx';
import type { PanelActions } from './panel-actions.ts';
import { HandedOverBar } from './handed-over-view.tsx';
import type { OpenConflict } from './open-conflict.ts';
import type { DraftChange, PanelView } from './panel-view.ts';
import { TeachBar } from './teach/teach-bar.tsx';
import { UndoInsert } from './undo-insert.tsx';

export type PanelBarProps = {
  readonly view: PanelView;
  readonly actions: PanelActions;
  readonly text: string;
  readonly conflict: OpenConflict | undefined;
  /** The agent has decided which source holds, or to leave the draft as it is. */
  readonly onSettle: () => void;
  readonly onEdit: () => void;
  readonly onRefine: () => void;
  readonly onReject: () => void;
};

/** One primary action, which is what Enter does; the others beside it. For every view while the agent reads. */
export function PanelBar({ view, actions, text, conflict, onSettle, onEdit, onRefine, onReject }: PanelBarProps): ReactNode {
  if ('change' in view && view.change?.kind === 'under-way') return <UnderWay change={view.change} actions={actions} />;
  switch (view.kind) {
    case 'drafted': {
      if (conflict) return <ConflictBar conflict={conflict} actions={actions} onSettle={onSettle} />;
      const isBusy =
        view.insert === 'under-way' || (typeof view.insert === 'object' && view.insert.kind === 'opening-reply-page');
      return (
        <>
          <Button
            variant="primary"
            disabledReason={isBusy ? 'The reply is on its way into the box.' : undefined}
            onClick={() => actions.onInsert(text)}
          >
            {isBusy ? 'Inserting…' : 'Insert'} <Key>⏎</Key>
          </Button>
          <span className="actions-rest">
            <Button icon="edit" onClick={onEdit}>
              Edit <Key wide>E</Key>
            </Button>
            <Button icon="refine" onClick={onRefine}>
              Refine <Key wide>R</Key>
            </Button>
            <Button icon="close" onClick={onReject}>
              Reject <Key wide>X</Key>
            </Button>
          </span>
        </>
      );
    }
    case 'drafting':
      return (
        <>
          <Button variant="outline" className="button-main" onClick={actions.onStop}>
            Stop <Key>Esc</Key>
          </Button>
          <p className="actions-hint">Insert opens when the sentences have been checked.</p>
        </>
      );
    case 'outdated':
      return (
        <>
          <Redraft actions={actions} label="Redraft" />
          <Button icon="copy" onClick={() => actions.onCopy(text)}>
            Copy old text
          </Button>
          <p className="actions-hint">Insert is locked: the ticket changed after this draft was made.</p>
        </>
      );
    case 'inserted':
      return <UndoInsert actions={actions} />;
    case 'abstained':
      return <AbstainedBar view={view} actions={actions} />;
    case 'handed-over':
      return <HandedOverBar view={view} actions={actions} />;
    case 'on-request':
      return <Redraft actions={actions} label="Draft" />;
    case 'stopped':
    case 'rejected':
      return <Redraft actions={actions} label="Draft again" />;
    case 'failed':
      return (
        <>
          <Redraft actions={actions} label="Try again" />
          {describeFailure(view.failure).action === 'open-options' ? (
            <Button onClick={actions.onOpenOptions}>Open options</Button>
          ) : null}
        </>
      );
    case 'unreadable':
      return (
        <>
          <ReadAgain actions={actions} />
          <CopyReport failure={view.failure} actions={actions} />
          {view.failure.kind === 'ticket-unreadable' ? <TeachAnyway actions={actions} /> : null}
        </>
      );
    case 'access-needed':
      return <ReadAgain actions={actions} />;
    case 'unknown-helpdesk':
      return (
        <Button variant="primary" icon="target" onClick={() => actions.onTeach({ kind: 'start' })}>
          Show me <Key>⏎</Key>
        </Button>
      );
    case 'teaching':
      return <TeachBar teaching={view.teaching} onTeach={actions.onTeach} />;
    case 'no-ticket':
      return <TeachAnyway actions={actions} />;
    case 'reading':
      return null;
  }
}

/** A helpdesk of ours, or one that was taught, that does not know this page: what is taught goes first. */
function TeachAnyway({ actions }: { readonly actions: PanelActions }): ReactNode {
  return (
    <Button icon="target" onClick={() => actions.onTeach({ kind: 'start' })}>
      Teach this page
    </Button>
  );
}

function AbstainedBar({
  view,
  actions,
}: {
  readonly view: Extract<PanelView, { kind: 'abstained' }>;
  readonly actions: PanelActions;
}): ReactNode {
  const { reason, question } = view.outcome;
  if (typeof view.insert === 'object' && view.insert.kind === 'inserted') return <UndoInsert actions={actions} />;
  if (reason === 'no-knowledge') {
    return (
      <>
        <Button variant="primary" onClick={actions.onUseSample}>
          Use the sample help centre <Key>⏎</Key>
        </Button>
        <Button onClick={actions.onOpenOptions}>Add your articles</Button>
      </>
    );
  }
  const again = looksAgain[reason];
  if (question === '' && !again) return null;
  return (
    <>
      {question === '' ? null : (
        <Button
          variant="primary"
          disabledReason={view.insert === 'under-way' ? 'The question is on its way into the box.' : undefined}
          onClick={() => actions.onInsert(question)}
        >
          Insert the question <Key>⏎</Key>
        </Button>
      )}
      <span className="actions-rest">
        {reason === 'nothing-relevant' ? <Button onClick={actions.onOpenOptions}>Add articles</Button> : null}
        {reason === 'too-thin' ? <Button onClick={actions.onDraftAnyway}>Draft anyway</Button> : null}
        {again ? <Button onClick={() => actions.onRedraft([])}>Look again</Button> : null}
      </span>
    </>
  );
}

/** Where another look may come to another end: the knowledge may have grown. */
const looksAgain: Partial<Record<AbstentionReason, true>> = {
  'nothing-relevant': true,
  'off-topic': true,
  'about-the-future': true,
};

function ReadAgain({ actions }: { readonly actions: PanelActions }): ReactNode {
  return (
    <Button variant="primary" onClick={actions.onReadAgain}>
      Read again <Key>⏎</Key>
    </Button>
  );
}

function Redraft({ actions, label }: { readonly actions: PanelActions; readonly label: string }): ReactNode {
  return (
    <Button variant="primary" onClick={() => actions.onRedraft([])}>
      {label} <Key>⏎</Key>
    </Button>
  );
}

type ConflictBarProps = Pick<PanelBarProps, 'actions' | 'onSettle'> & { readonly conflict: OpenConflict };

/** Which source holds is decided before anything is inserted: a draft that rests on the other one is made again without it. */
function ConflictBar({ conflict: { title, leaveOut }, actions, onSettle }: ConflictBarProps): ReactNode {
  return (
    <>
      <Button
        variant="primary"
        className="button-long"
        onClick={() => (leaveOut === undefined ? onSettle() : actions.onRedraft([leaveOut]))}
      >
        <span>
          Use “{title}” <Key>⏎</Key>
        </span>
      </Button>
      <Button onClick={onSettle}>Keep the draft as it is</Button>
      <p className="actions-hint">
        {leaveOut === undefined ? 'The draft follows it already. Insert opens then.' : 'Drafts again without the other source.'}
      </p>
    </>
  );
}

const underWay: Record<DraftChange['request'], string> = {
  'draft-refine': 'Refining; the version before stays.',
  'draft-read': 'Translating, only to read.',
  'draft-extras': 'Asking for intent and summary.',
  'draft-note': 'Writing the case note.',
  'insert-undo': 'Taking it out of the box.',
};

function UnderWay({ change, actions }: { readonly change: DraftChange; readonly actions: PanelActions }): ReactNode {
  return (
    <>
      <Button variant="outline" className="button-main" onClick={actions.onStop}>
        Stop <Key>Esc</Key>
      </Button>
      <p className="actions-hint">{underWay[change.request]}</p>
    </>
  );
}
