import type { ReactNode } from 'react';
import type { DraftRecord } from '../../utils/domain/draft.ts';
import { describeFailure } from '../shared/describe-failure.ts';
import { LinkButton } from '../shared/link-button.tsx';
import { Notice } from '../shared/notice.tsx';
import type { PanelActions } from './panel-actions.ts';
import type { DraftChange } from './panel-view.ts';

const requestNames: Record<DraftChange['request'], string> = {
  'draft-refine': 'Not refined',
  'draft-read': 'Not translated',
  'draft-extras': 'Not asked for intent and summary',
  'draft-note': 'No note was written',
  'insert-undo': 'Not taken out of the box',
};

/** A request about the draft that did not work; the draft is as it was. */
export function ChangeNotice({
  change,
  actions,
}: {
  readonly change: DraftChange | undefined;
  readonly actions: PanelActions;
}): ReactNode {
  if (change?.kind !== 'failed') return null;
  const { what, next, action } = describeFailure(change.failure);
  return (
    <Notice
      tone="warning"
      icon="alert"
      title={`${requestNames[change.request]}: ${what}`}
      actions={action === 'open-options' ? <LinkButton onClick={actions.onOpenOptions}>Open options</LinkButton> : undefined}
    >
      {next}
      {change.request === 'draft-refine' ? ' The draft is as it was.' : ''}
    </Notice>
  );
}

/** The newest version dropped or added facts: it is kept, and does not stand unless the agent says so. */
export function ChangedFactsNotice({
  record,
  actions,
}: {
  readonly record: DraftRecord;
  readonly actions: PanelActions;
}): ReactNode {
  const newest = record.versions.at(-1);
  const facts = newest?.changedFacts;
  if (!facts) return null;
  const quote = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');
  const said = [
    ...(facts.lost.length > 0 ? [`It dropped ${quote(facts.lost)}.`] : []),
    ...(facts.added.length > 0 ? [`It added ${quote(facts.added)}.`] : []),
  ].join(' ');
  return (
    <Notice
      tone="warning"
      icon="alert"
      title="The new version changed facts, so it is not used"
      actions={<LinkButton onClick={() => actions.onChooseVersion(record.versions.length - 1)}>Use it anyway</LinkButton>}
    >
      {said} The version before stands.
    </Notice>
  );
}
