import { useEffect } from 'react';
import type { DraftRecord } from '../../utils/domain/draft.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { startDraftStream } from '../../utils/messaging/draft-channel.ts';

/**
 * Once a model's draft is there, has the model asked for intent, urgency, tags and summary as well, where the team wants that. The
 * draft can be inserted meanwhile; when it does not work, what was told in the browser stays.
 */
export function useExtras(
  settings: Settings | undefined,
  tabId: number | undefined,
  record: DraftRecord | undefined,
  refresh: (id: DraftRecord['id']) => Promise<void>,
): void {
  const draft = record?.outcome?.kind === 'drafted' ? record.outcome.draft : undefined;
  const isWanted = settings?.askExtras === true && draft?.writer.kind === 'model' && draft.triage?.by !== 'model';
  const draftId = isWanted ? record?.id : undefined;
  useEffect(() => {
    if (draftId === undefined || tabId === undefined) return undefined;
    return startDraftStream(
      { kind: 'draft-extras', tabId, draftId },
      { onEvent: (event) => void (event.kind === 'draft-changed' && refresh(draftId)), onLost: () => undefined },
    );
    // `refresh` is made anew at each drawing; what it does is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [draftId, tabId]);
}
