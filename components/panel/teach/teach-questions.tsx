import { useId, type ReactNode } from 'react';
import { Button } from '../../shared/button.tsx';
import { mendable } from './teach-words.ts';
import type { TeachViewProps } from './teach-view.tsx';

const audiences = [
  ['public', 'The requester reads it'],
  ['internal', 'Only colleagues read it'],
] as const;

/** What clicks can't say: who reads the box, which number is the ticket's, which message is the newest; and what to show anew. */
export function TeachQuestions({ teaching: { answers, proposal, shown }, onTeach }: TeachViewProps): ReactNode {
  const id = useId();
  const hasTimes = proposal?.warnings.every((warning) => !warning.startsWith('No machine-readable time')) ?? true;
  return (
    <>
      <fieldset className="teach-question">
        <legend>What you write into the box, as it is now:</legend>
        {audiences.map(([audience, label]) => (
          <label key={audience}>
            <input
              type="radio"
              className="check"
              name={`${id}-audience`}
              checked={answers.audience === audience}
              onChange={() => onTeach({ kind: 'answer', answers: { audience } })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {proposal && proposal.idPlaces.length > 0 ? (
        <div className="field">
          <label className="field-label" htmlFor={`${id}-place`}>
            Number of this ticket
          </label>
          <select
            id={`${id}-place`}
            className="input"
            value={proposal.idPlace}
            onChange={(event) => onTeach({ kind: 'answer', answers: { idPlace: Number(event.target.value) } })}
          >
            {proposal.idPlaces.map((label, index) => (
              <option key={label} value={index}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {hasTimes || !proposal ? null : (
        <div className="field">
          <label className="field-label" htmlFor={`${id}-order`}>
            The newest message is
          </label>
          <select
            id={`${id}-order`}
            className="input"
            value={proposal.order}
            onChange={({ target }) =>
              onTeach({ kind: 'answer', answers: { order: target.value === 'newest-first' ? 'newest-first' : 'oldest-first' } })
            }
          >
            <option value="oldest-first">at the bottom</option>
            <option value="newest-first">at the top</option>
          </select>
        </div>
      )}
      <h3 className="section-title">Click again</h3>
      <p className="teach-mend">
        {mendable.map(([part, name]) => (
          <Button
            key={part}
            size="sm"
            variant="outline"
            disabledReason={shown.length < 3 ? 'Show the messages first.' : undefined}
            onClick={() => onTeach({ kind: 'mend', part })}
          >
            {name}
          </Button>
        ))}
      </p>
    </>
  );
}
