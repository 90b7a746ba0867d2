import { useState, type ReactNode } from 'react';
import type { Voice, VoiceId, VoiceProfile } from '../../../utils/domain/voice.ts';
import { describeChange, diffVoices } from '../../../utils/drafting/voice/diff-voices.ts';
import { Button } from '../../shared/button.tsx';
import type { PreviewTicket } from './preview-samples.ts';
import { VoiceExamples } from './voice-examples.tsx';
import { findVoiceProblems, isSameProfile, toProfile, type VoiceFormValue } from './voice-form-value.ts';
import { VoicePreview } from './voice-preview.tsx';
import { VoiceSound } from './voice-sound.tsx';
import type { VoiceActions } from './voice-value.ts';
import { VoiceVersions } from './voice-versions.tsx';
import { VoiceWords } from './voice-words.tsx';

export type VoiceEditorProps = {
  readonly id: VoiceId;
  readonly name: string;
  /** Absent for the built-in voice before its first version. */
  readonly voice: Voice | undefined;
  /** As last saved. */
  readonly saved: VoiceProfile;
  readonly form: VoiceFormValue;
  readonly previewTicket?: PreviewTicket | undefined;
  readonly onChange: (form: VoiceFormValue) => void;
  /** The form is as the stored voice again. */
  readonly onSettled: () => void;
  readonly actions: Pick<VoiceActions, 'onSave' | 'onRollBack'>;
};

/** One voice: how it sounds, what it keeps to, and its versions. Saved by its own button, as a version to go back to. */
export function VoiceEditor(props: VoiceEditorProps): ReactNode {
  const { id, name, voice, saved, form, actions, onSettled } = props;
  const [said, setSaid] = useState({ problem: '', done: '' });
  const change = (part: Partial<VoiceFormValue>): void => {
    setSaid({ problem: '', done: '' });
    props.onChange({ ...form, ...part });
  };
  const profile = toProfile(form);
  const problems = findVoiceProblems(form);
  const isChanged = !isSameProfile(profile, saved);
  const changes = diffVoices(saved, profile).map(describeChange);
  const settle = (answer: Awaited<ReturnType<VoiceActions['onSave']>>): void => {
    if (!answer.ok) return setSaid({ problem: answer.error, done: '' });
    onSettled();
    setSaid({
      problem: '',
      done: `Version ${answer.value.versions.at(-1)?.number ?? 1} of “${answer.value.name}” is in use from the next draft on.`,
    });
  };
  const locked = !isChanged ? 'Nothing has changed.' : Object.keys(problems).length > 0 ? 'Correct the marked fields first.' : '';
  const manyLanguages = (voice?.languages.length ?? 0) !== 1;
  return (
    <>
      <div className="voice">
        <VoiceSound form={form} problems={problems} isManyLanguages={manyLanguages} onChange={change} />
        <VoicePreview profile={profile} languages={voice?.languages ?? []} previewTicket={props.previewTicket} />
      </div>
      <VoiceWords form={form} problems={problems} onChange={change} />
      <VoiceExamples form={form} problems={problems} onChange={change} />
      <div className="voice-save">
        {isChanged ? (
          <div>
            <p className="field-label">Not saved yet</p>
            <ul className="voice-changes">
              {(changes.length === 0 ? ['The order of a list has changed.'] : changes).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <p className="voice-bar">
          <Button variant="primary" disabledReason={locked} onClick={() => void actions.onSave(id, profile).then(settle)}>
            Save as new version
          </Button>
          {isChanged ? <Button onClick={onSettled}>Discard changes</Button> : null}
          <span className="voice-said" role="status">
            {said.done}
          </span>
        </p>
        {said.problem === '' ? null : (
          <p className="field-problem" role="alert">
            {said.problem}
          </p>
        )}
      </div>
      {voice ? (
        <VoiceVersions
          key={id}
          voice={voice}
          lockedReason={isChanged ? `Save or discard your changes to “${name}” first.` : ''}
          onRollBack={(number) => void actions.onRollBack(id, number).then(settle)}
        />
      ) : null}
    </>
  );
}
