import type { ReactNode } from 'react';
import type { DraftSource } from '../../utils/domain/draft.ts';
import { Button } from '../shared/button.tsx';
import { IconButton } from '../shared/icon-button.tsx';
import { Key } from '../shared/key.tsx';
import type { PanelActions } from './panel-actions.ts';
import type { OpenConflict } from './open-conflict.ts';
import { PanelBar } from './panel-bar.tsx';
import type { PanelView } from './panel-view.ts';
import type { ModeChange, PanelMode } from './use-panel-mode.ts';

export type PanelModeBarProps = {
  readonly view: PanelView;
  readonly actions: PanelActions;
  readonly mode: PanelMode;
  readonly setMode: (change: ModeChange) => void;
  /** The mode that holds for this view. */
  readonly active: PanelMode['kind'];
  readonly text: string;
  readonly source: DraftSource | undefined;
  readonly conflict: OpenConflict | undefined;
  readonly onSaveEdit: () => void;
  readonly onReject: (thenRedraft: boolean) => void;
  readonly onRedraftWith: (how: 'exclude' | 'pin') => void;
  readonly onBack: () => void;
};

/** The fourth band: the view's own buttons, or those of what the agent is doing. */
export function PanelModeBar(props: PanelModeBarProps): ReactNode {
  const { view, actions, mode, setMode, active, text, onBack } = props;
  const back = (
    <Button onClick={onBack}>
      Back <Key>Esc</Key>
    </Button>
  );
  switch (active) {
    case 'help':
    case 'refining':
      return back;
    case 'trace':
      return (
        <>
          <Button variant="outline" className="button-main" icon="split" onClick={actions.onCompare}>
            Compare strategies
          </Button>
          {back}
        </>
      );
    case 'editing':
      return <EditBar {...props} />;
    case 'rejecting': {
      const disabledReason = mode.rejection.reason ? undefined : 'Choose a reason first.';
      return (
        <>
          <Button variant="primary" disabledReason={disabledReason} onClick={() => props.onReject(true)}>
            Reject and redraft <Key>⏎</Key>
          </Button>
          <Button disabledReason={disabledReason} onClick={() => props.onReject(false)}>
            Reject only
          </Button>
          {back}
          {disabledReason ? <p className="actions-hint">{disabledReason}</p> : null}
        </>
      );
    }
    case 'passage':
      return <PassageBar {...props} />;
    case 'reading': {
      const draftId = 'record' in view ? (view.record?.id ?? '') : '';
      return (
        <PanelBar
          view={view}
          actions={actions}
          text={text}
          conflict={props.conflict}
          onSettle={() => setMode({ kind: 'settle', draftId })}
          onEdit={() => setMode({ kind: 'edit', draftId })}
          onRefine={() => setMode({ kind: 'refine', draftId })}
          onReject={() => setMode({ kind: 'reject', draftId })}
        />
      );
    }
  }
}

function EditBar({ text, actions, onSaveEdit, setMode, mode }: PanelModeBarProps): ReactNode {
  return (
    <>
      <Button
        variant="primary"
        disabledReason={text.trim() === '' ? 'There is no text to insert.' : undefined}
        onClick={() => {
          onSaveEdit();
          actions.onInsert(text);
        }}
      >
        Insert <Key>⌘ ⏎</Key>
      </Button>
      <Button onClick={onSaveEdit}>
        Done <Key>Esc</Key>
      </Button>
      <Button
        icon="refine"
        onClick={() => {
          onSaveEdit();
          setMode({ kind: 'refine', draftId: mode.draftId });
        }}
      >
        Refine
      </Button>
    </>
  );
}

function PassageBar({ source, actions, onRedraftWith }: PanelModeBarProps): ReactNode {
  const url = source?.passage.url;
  return (
    <>
      <Button variant="outline" className="button-main" icon="pin" onClick={() => onRedraftWith('pin')}>
        Pin <Key>P</Key>
      </Button>
      <Button variant="outline" className="button-main" icon="exclude" onClick={() => onRedraftWith('exclude')}>
        Exclude and redraft <Key>D</Key>
      </Button>
      {url ? <IconButton icon="external" label="Open the article" onClick={() => actions.onOpenArticle(url)} /> : null}
    </>
  );
}
