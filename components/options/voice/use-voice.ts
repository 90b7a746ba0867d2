import { useCallback, useEffect, useMemo, useState } from 'react';
import { toFailure, type Result } from '../../../utils/domain/failure.ts';
import type { Voice } from '../../../utils/domain/voice.ts';
import type { VoiceStore } from '../../../utils/storage/voice-store.ts';
import { describeFailure } from '../../shared/describe-failure.ts';
import { saveFile } from './save-file.ts';
import type { VoiceBackground } from './read-preview-ticket.ts';
import type { VoiceActions, VoiceValue } from './voice-value.ts';

const nothing: VoiceBackground = { knownQueues: [] };

/** Voices as stored, read again after each change and whenever the page is looked at again; and what can be done with them. */
export function useVoice(
  store: VoiceStore,
  readBackground: () => Promise<VoiceBackground>,
): { readonly value: VoiceValue; readonly actions: VoiceActions } {
  const [voices, setVoices] = useState<readonly Voice[]>([]);
  const [background, setBackground] = useState<VoiceBackground>(nothing);
  const look = useCallback(async (): Promise<void> => {
    // A database that does not answer is told about elsewhere on this page.
    setVoices(await store.list().catch(() => []));
  }, [store]);
  useEffect(() => {
    const lookIfSeen = (): void => {
      if (document.hidden) return;
      void look();
      void readBackground()
        .catch(() => nothing)
        .then(setBackground);
    };
    lookIfSeen();
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => document.removeEventListener('visibilitychange', lookIfSeen);
  }, [look, readBackground]);

  const actions = useMemo((): VoiceActions => {
    const run = async <T>(order: () => Promise<Result<T, string>>): Promise<Result<T, string>> => {
      try {
        const answer = await order();
        await look();
        return answer;
      } catch (thrown) {
        const { what, next } = describeFailure(toFailure(thrown));
        return { ok: false, error: `${what} ${next}` };
      }
    };
    return {
      onAdd: (name, profile) => run(() => store.add(name, profile)),
      onSave: (id, profile) => run(() => store.save(id, profile)),
      onRollBack: (id, number) => run(() => store.rollBack(id, number)),
      onAssign: (id, change) => run(() => store.assign(id, change)),
      onRemove: (id) =>
        run(async () => {
          await store.remove(id);
          return { ok: true, value: undefined };
        }),
      onExport: () =>
        run(async () => {
          saveFile(await store.exportFile(), 'deskside-voices.json', 'application/json');
          return { ok: true, value: undefined };
        }),
      onImport: (file) => run(async () => store.importFile(await file.text())),
    };
  }, [look, store]);
  return { value: { voices, ...background }, actions };
}
