import type { ReactNode } from 'react';
import type { DraftRecord } from '../../utils/domain/draft.ts';
import { Button } from '../shared/button.tsx';
import { CaseNoteCard } from './case-note-card.tsx';
import type { PanelActions } from './panel-actions.ts';
import type { PanelOptions } from './panel-options.ts';

export type CaseNoteProps = {
  readonly record: DraftRecord;
  readonly actions: Pick<PanelActions, 'onCaseNote' | 'onCopy'>;
  readonly options: Pick<PanelOptions, 'caseFields'>;
};

/** The note for the CRM and the button that writes it; nothing for a team that keeps none. */
export function CaseNote({ record: { caseNote }, actions, options: { caseFields } }: CaseNoteProps): ReactNode {
  if (caseFields.length === 0) return null;
  return (
    <>
      {caseNote ? (
        <CaseNoteCard key={JSON.stringify(caseNote)} note={caseNote} fields={caseFields} onCopy={actions.onCopy} />
      ) : null}
      <p>
        <Button size="sm" variant="outline" icon={caseNote ? 'refresh' : 'edit'} onClick={actions.onCaseNote}>
          {caseNote ? 'Write the case note again' : 'Write the case note'}
        </Button>
      </p>
    </>
  );
}
