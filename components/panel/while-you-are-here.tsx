import type { ReactNode } from 'react';
import type { DraftRecord } from '../../utils/domain/draft.ts';
import { Button } from '../shared/button.tsx';
import { Tag } from '../shared/tag.tsx';
import { CaseNote } from './case-note.tsx';
import type { PanelActions } from './panel-actions.ts';
import type { PanelOptions } from './panel-options.ts';

export type WhileYouAreHereProps = {
  readonly record: DraftRecord;
  readonly actions: PanelActions;
  readonly options: PanelOptions;
};

/** Suggested tags, and the note for the CRM: what is left to do with a ticket once it is answered. */
export function WhileYouAreHere({ record, actions, options }: WhileYouAreHereProps): ReactNode {
  const tags = record.outcome?.kind === 'drafted' ? (record.outcome.draft.triage?.tags ?? []) : [];
  if (tags.length === 0 && options.caseFields.length === 0) return null;
  return (
    <>
      <h3 className="section-title">While you are here</h3>
      {tags.length === 0 ? null : (
        <p className="row tag-row">
          <span className="second">Tags</span>
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
          <Button size="sm" icon="copy" onClick={() => actions.onCopy(tags.join(', '))}>
            Copy<span className="visually-hidden"> the tags</span>
          </Button>
        </p>
      )}
      <CaseNote record={record} actions={actions} options={options} />
    </>
  );
}
