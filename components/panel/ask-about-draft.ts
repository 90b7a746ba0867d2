import type { DraftRecord } from '../../utils/domain/draft.ts';
import type { DraftStreamUp } from '../../utils/messaging/contract.ts';
import { startDraftStream } from '../../utils/messaging/draft-channel.ts';
import type { DraftChange } from './panel-view.ts';

type About<K extends DraftStreamUp['kind']> = Omit<Extract<DraftStreamUp, { kind: K }>, 'tabId' | 'draftId'>;
export type DraftQuestion = About<'draft-refine'> | About<'draft-read'> | About<'draft-note'> | About<'draft-extras'>;

export type Asking = {
  readonly tabId: number | undefined;
  readonly record: DraftRecord | undefined;
  /** Shows the record as it is stored now. */
  readonly refresh: (id: DraftRecord['id']) => Promise<void>;
  readonly setChange: (change: DraftChange | undefined) => void;
  /** Cancels what is under way. */
  readonly stop: { current: () => void };
};

/** Has the worker do something with the draft; the draft stays in sight, and as it is when that fails. */
export function askAboutDraft({ tabId, record, refresh, setChange, stop }: Asking, question: DraftQuestion): void {
  if (!record || tabId === undefined) return;
  const draftId = record.id;
  const request = question.kind;
  stop.current();
  setChange({ kind: 'under-way', request, text: '' });
  stop.current = startDraftStream(
    { ...question, tabId, draftId },
    {
      onEvent(event) {
        switch (event.kind) {
          case 'draft-delta':
            return setChange({ kind: 'under-way', request, text: event.progress.text });
          case 'draft-changed':
            return void refresh(draftId).then(() => setChange(undefined));
          case 'draft-unchanged':
            return setChange({ kind: 'failed', request, failure: event.failure });
          case 'draft-end':
            return setChange(undefined);
        }
      },
      onLost: () => setChange({ kind: 'failed', request, failure: { kind: 'message-refused', said: '' } }),
    },
  );
}
