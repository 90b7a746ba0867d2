import { useState, type ReactNode } from 'react';
import type { Voice, VoiceId } from '../../../utils/domain/voice.ts';
import { DEFAULT_VOICE_ID, DEFAULT_VOICE_NAME } from '../../../utils/drafting/voice/choose-voice.ts';
import { Button } from '../../shared/button.tsx';
import { Tag } from '../../shared/tag.tsx';
import { TextField } from '../text-field.tsx';
import { describeServing, findRival } from './serving.ts';
import type { VoiceOutcome } from './voice-value.ts';

export type VoiceListProps = {
  readonly voices: readonly Voice[];
  readonly selected: VoiceId;
  readonly unsaved: ReadonlySet<VoiceId>;
  readonly onSelect: (id: VoiceId) => void;
  readonly onAdd: (name: string) => Promise<VoiceOutcome>;
};

/** Every voice and the tickets it serves, the default one first. */
export function VoiceList({ voices, selected, unsaved, onSelect, onAdd }: VoiceListProps): ReactNode {
  const [name, setName] = useState<string>();
  const [problem, setProblem] = useState('');
  const stored = voices.some(({ id }) => id === DEFAULT_VOICE_ID);
  const rows: Pick<Voice, 'id' | 'name' | 'queues' | 'languages'>[] = [
    ...(stored ? [] : [{ id: DEFAULT_VOICE_ID, name: DEFAULT_VOICE_NAME, queues: [], languages: [] }]),
    ...voices,
  ];
  const add = async (): Promise<void> => {
    const added = await onAdd(name ?? '');
    setProblem(added.ok ? '' : added.error);
    if (added.ok) setName(undefined);
  };
  return (
    <div className="voice-list">
      <ul aria-label="Voices">
        {rows.map((row) => {
          const voice = voices.find(({ id }) => id === row.id);
          const rival = voice && findRival(voice, voices);
          const version = voice?.versions.at(-1)?.number;
          return (
            <li key={row.id}>
              <button
                type="button"
                className="voice-row"
                aria-current={row.id === selected ? 'true' : undefined}
                onClick={() => onSelect(row.id)}
              >
                <span className="voice-row-name">{row.name}</span>
                <span className="voice-row-serves">
                  {describeServing(row)}
                  {rival
                    ? `. “${rival.name}” serves some of them first: take those queues or languages out of one of the two`
                    : ''}
                </span>
                <span className="voice-row-tags">
                  {unsaved.has(row.id) ? <Tag tone="warning">Not saved</Tag> : null}
                  <Tag>{version === undefined ? 'Built in' : `Version ${version}`}</Tag>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {name === undefined ? (
        <p>
          <Button variant="outline" size="sm" icon="plus" onClick={() => setName('')}>
            Add a voice
          </Button>
        </p>
      ) : (
        <form
          className="voice-add"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextField
            label="Name of the new voice"
            value={name}
            problem={problem === '' ? undefined : problem}
            hint="Begins as the one that is shown. Then give it queues or languages."
            onChange={setName}
          />
          <p className="row">
            <Button variant="primary" size="sm" type="submit">
              Add
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setName(undefined);
                setProblem('');
              }}
            >
              Cancel
            </Button>
          </p>
        </form>
      )}
    </div>
  );
}
