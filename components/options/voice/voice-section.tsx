import { useEffect, useState, type ReactNode } from 'react';
import { defaultVoiceProfile, type VoiceId, type VoiceProfile } from '../../../utils/domain/voice.ts';
import { DEFAULT_VOICE_ID, DEFAULT_VOICE_NAME } from '../../../utils/drafting/voice/choose-voice.ts';
import { SettingsSection } from '../settings-section.tsx';
import { VoiceEditor } from './voice-editor.tsx';
import { VoiceFiles } from './voice-files.tsx';
import { isSameProfile, toForm, toProfile, type VoiceFormValue } from './voice-form-value.ts';
import { VoiceList } from './voice-list.tsx';
import { VoiceServes } from './voice-serves.tsx';
import type { VoiceActions, VoiceValue } from './voice-value.ts';
import './voice.css';

export type VoiceSectionProps = { readonly value: VoiceValue; readonly actions: VoiceActions };

/** How replies sound. What is being changed in one voice stays while another is looked at. */
export function VoiceSection({ value, actions }: VoiceSectionProps): ReactNode {
  const { voices, knownQueues, previewTicket } = value;
  const [selected, setSelected] = useState<VoiceId>(DEFAULT_VOICE_ID);
  const [edits, setEdits] = useState<ReadonlyMap<VoiceId, VoiceFormValue>>(new Map());
  const savedOf = (id: VoiceId): VoiceProfile =>
    voices.find((one) => one.id === id)?.versions.at(-1)?.profile ?? defaultVoiceProfile;
  const unsaved = new Set([...edits].flatMap(([id, form]) => (isSameProfile(toProfile(form), savedOf(id)) ? [] : [id])));
  useWarningBeforeLeaving(unsaved.size > 0);

  const voice = voices.find((one) => one.id === selected);
  // A voice that was removed elsewhere is no longer shown.
  const id = voice ? voice.id : DEFAULT_VOICE_ID;
  const shown = voice ?? voices.find((one) => one.id === DEFAULT_VOICE_ID);
  const saved = savedOf(id);
  const form = edits.get(id) ?? toForm(saved);
  const setForm = (next: VoiceFormValue | undefined): void =>
    setEdits((all) => {
      const rest = new Map(all);
      rest.delete(id);
      return next ? rest.set(id, next) : rest;
    });
  return (
    <SettingsSection
      id="voice"
      title="Voice"
      lead="How replies sound. The preview is rewritten as you move things; drafts change when you save a version."
    >
      <VoiceList
        voices={voices}
        selected={id}
        unsaved={unsaved}
        onSelect={setSelected}
        onAdd={async (name) => {
          const added = await actions.onAdd(name, saved);
          if (added.ok) setSelected(added.value.id);
          return added;
        }}
      />
      {shown && shown.id !== DEFAULT_VOICE_ID ? (
        <VoiceServes
          key={`serves-${shown.id}`}
          voice={shown}
          knownQueues={knownQueues}
          onAssign={actions.onAssign}
          onRemove={async (gone) => {
            const removed = await actions.onRemove(gone);
            if (!removed.ok) return removed.error;
            setForm(undefined);
            setSelected(DEFAULT_VOICE_ID);
            return '';
          }}
        />
      ) : null}
      <VoiceEditor
        key={`sounds-${id}`}
        id={id}
        name={shown?.name ?? DEFAULT_VOICE_NAME}
        voice={shown}
        saved={saved}
        form={form}
        previewTicket={previewTicket}
        onChange={setForm}
        onSettled={() => setForm(undefined)}
        actions={actions}
      />
      <VoiceFiles
        onExport={actions.onExport}
        onImport={actions.onImport}
        exportLocked={voices.length === 0 ? 'No version is saved yet.' : ''}
      />
    </SettingsSection>
  );
}

/** The browser asks before the page is closed with changes that are not saved. */
function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}
