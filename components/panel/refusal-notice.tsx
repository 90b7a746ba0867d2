import type { ReactNode } from 'react';
import { LinkButton } from '../shared/link-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { describeRefusal } from './describe-view.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelInput } from './panel-view.ts';

/** Why an insert was refused, and what to do; nothing when it was not. */
export function RefusalNotice({
  insert,
  requester,
  actions,
}: {
  readonly insert: PanelInput['insert'];
  readonly requester: string;
  readonly actions: Pick<PanelActions, 'onTeach'>;
}): ReactNode {
  if (typeof insert !== 'object' || insert.kind !== 'refused') return null;
  const { title, body } = describeRefusal(insert.reason, requester || 'the requester', insert.isCopied);
  return (
    <Notice
      tone="blocking"
      icon="alert"
      title={title}
      actions={
        insert.reason === 'audience-unknown' ? (
          <LinkButton onClick={() => actions.onTeach({ kind: 'start' })}>Teach this page</LinkButton>
        ) : null
      }
    >
      {insert.reason === 'ticket-unreadable' && insert.detail !== '' ? `${toSentence(insert.detail)} The draft is kept.` : body}
    </Notice>
  );
}

const toSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
