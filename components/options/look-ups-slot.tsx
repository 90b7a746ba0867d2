import { useId, type ReactNode } from 'react';
import { argumentSlotSchema, type OfferedTool } from '../../utils/domain/look-up.ts';
import type { SlotForm } from './look-ups-form.ts';
import { slotNames } from './look-ups-words.ts';
import { TextField } from './text-field.tsx';

export type LookUpsSlotProps = {
  readonly parameter: OfferedTool['parameters'][number];
  readonly slot: SlotForm;
  readonly problem: string | undefined;
  readonly onChange: (slot: SlotForm) => void;
};

const choices = ['none', ...argumentSlotSchema.options.map((option) => option.shape.from.value)] as const;

/** Where one parameter of a tool comes from. */
export function LookUpsSlot({ parameter, slot, problem, onChange }: LookUpsSlotProps): ReactNode {
  const id = useId();
  const hasText = slot.from === 'pattern' || slot.from === 'fixed';
  return (
    <>
      <div className={hasText ? 'field' : 'field field-wide'}>
        <label className="field-label" htmlFor={id}>
          <span className="mono">{parameter.name}</span> {parameter.isRequired ? null : <span className="quiet">optional</span>}
        </label>
        <select
          id={id}
          className="input"
          value={slot.from}
          aria-invalid={problem !== undefined && !hasText}
          onChange={(event) => onChange({ ...slot, from: choices.find((one) => one === event.target.value) ?? 'none' })}
        >
          {choices.map((from) => (
            <option key={from} value={from}>
              {slotNames[from]}
            </option>
          ))}
        </select>
        {parameter.description === '' ? null : <p className="field-hint">{parameter.description}</p>}
        {problem && !hasText ? (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        ) : null}
      </div>
      {hasText ? (
        <TextField
          label={slot.from === 'pattern' ? `Pattern of ${parameter.name}` : `Value of ${parameter.name}`}
          mono
          value={slot.text}
          placeholder={slot.from === 'pattern' ? 'NW-\\d{6}' : ''}
          problem={problem}
          {...(slot.from === 'pattern' ? { hint: 'The newest id of this form that the requester wrote is sent.' } : {})}
          onChange={(text) => onChange({ ...slot, text })}
        />
      ) : null}
    </>
  );
}
