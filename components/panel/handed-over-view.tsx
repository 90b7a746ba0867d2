import type { ReactNode } from 'react';
import { writeHandOverNote } from '../../utils/drafting/risk/write-hand-over-note.ts';
import { Button } from '../shared/button.tsx';
import { Key } from '../shared/key.tsx';
import { Notice } from '../shared/notice.tsx';
import { CaseNote } from './case-note.tsx';
import { ChangeNotice } from './draft-notices.tsx';
import { HandedOverState } from './handed-over-state.tsx';
import type { PanelActions } from './panel-actions.ts';
import type { PanelOptions } from './panel-options.ts';
import type { PanelView } from './panel-view.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { UndoInsert } from './undo-insert.tsx';

type HandedOver = Extract<PanelView, { kind: 'handed-over' }>;

/** A ticket that a person has to answer: why, what is known of it, and what became of the note. */
export function HandedOverView({
  view,
  actions,
  options,
}: {
  readonly view: HandedOver;
  readonly actions: PanelActions;
  readonly options: PanelOptions;
}): ReactNode {
  const { insert, change, record, ticket, outcome } = view;
  return (
    <>
      <RefusalNotice insert={insert} requester={ticket.requester.name} actions={actions} />
      <ChangeNotice change={change} actions={actions} />
      {typeof insert === 'object' && insert.kind === 'inserted' ? (
        <Notice tone="supported" icon="check-circle" title="The note is in the box. It is not saved.">
          Read it once more and save it in the helpdesk.
        </Notice>
      ) : null}
      <HandedOverState outcome={outcome} ticket={ticket} />
      {record ? <CaseNote record={record} actions={actions} options={options} /> : null}
    </>
  );
}

/** Note for colleagues first; a draft all the same is the agent's to ask for. */
export function HandedOverBar({ view, actions }: { readonly view: HandedOver; readonly actions: PanelActions }): ReactNode {
  const note = writeHandOverNote(view.outcome, view.ticket);
  const isBusy = view.insert === 'under-way';
  const isIn = typeof view.insert === 'object' && view.insert.kind === 'inserted';
  return (
    <>
      {isIn ? (
        <UndoInsert actions={actions} />
      ) : (
        <Button
          variant="primary"
          disabledReason={isBusy ? 'The note is on its way into the box.' : undefined}
          onClick={() => actions.onInsertNote(note)}
        >
          Insert as internal note <Key>⏎</Key>
        </Button>
      )}
      <span className="actions-rest">
        <Button icon="copy" onClick={() => actions.onCopy(note)}>
          Copy<span className="visually-hidden"> the note</span>
        </Button>
        <Button onClick={actions.onDraftAnyway}>Draft anyway</Button>
      </span>
    </>
  );
}
