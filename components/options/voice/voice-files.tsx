import { useState, type ReactNode } from 'react';
import { Button } from '../../shared/button.tsx';
import { JsonPicker } from '../json-picker.tsx';
import { count } from './count.ts';
import type { VoiceActions } from './voice-value.ts';

export type VoiceFilesProps = Pick<VoiceActions, 'onExport' | 'onImport'> & {
  /** Why there is nothing to export; empty when there is. */
  readonly exportLocked: string;
};

/** All voices with their versions, out to a file and in from one. */
export function VoiceFiles({ onExport, onImport, exportLocked }: VoiceFilesProps): ReactNode {
  const [said, setSaid] = useState({ problem: '', done: '' });
  const take = async (file: File): Promise<void> => {
    const taken = await onImport(file);
    if (!taken.ok) return setSaid({ problem: taken.error, done: '' });
    const { added, changed, same } = taken.value;
    const parts = [
      added > 0 ? `${count(added, 'voice')} added` : '',
      changed > 0 ? `${count(changed, 'voice')} got a new version` : '',
      same > 0 ? `${count(same, 'voice')} as they were` : '',
    ].filter((part) => part !== '');
    setSaid({ problem: '', done: `From ${file.name}: ${parts.join(', ')}.` });
  };
  return (
    <div className="voice-files">
      <p className="voice-bar">
        <Button
          size="sm"
          icon="download"
          disabledReason={exportLocked}
          onClick={() => void onExport().then((gone) => setSaid({ problem: gone.ok ? '' : gone.error, done: '' }))}
        >
          Export all voices
        </Button>
        <JsonPicker onFile={(file) => void take(file)}>Import voices</JsonPicker>
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
  );
}
