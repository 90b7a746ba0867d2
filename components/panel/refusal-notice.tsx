import type { ReactNode } from 'react';
import { Notice } from '../shared/notice.tsx';
import { describeRefusal } from './describe-view.ts';
import type { PanelInput } from './panel-view.ts';

/** Why an insert was refused, and what to do; nothing when it was not. */
export function RefusalNotice({
  insert,
  requester,
}: {
  readonly insert: PanelInput['insert'];
  readonly requester: string;
}): ReactNode {
  if (typeof insert !== 'object' || insert.kind !== 'refused') return null;
  const { title, body } = describeRefusal(insert.reason, requester || 'the requester', insert.isCopied);
  return (
    <Notice tone="blocking" icon="alert" title={title}>
      {insert.reason === 'ticket-unreadable' && insert.detail !== '' ? `${toSentence(insert.detail)} The draft is kept.` : body}
    </Notice>
  );
}

const toSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
