import type { ReactNode } from 'react';
import { presets } from '../../../utils/backends/presets.ts';

export type PresetPickerProps = { readonly value: string; readonly onChange: (id: string) => void };

/** Who writes the drafts, as a grid of radio buttons. */
export function PresetPicker({ value, onChange }: PresetPickerProps): ReactNode {
  return (
    <fieldset>
      <legend className="visually-hidden">Preset</legend>
      <div className="presets">
        {presets.map(({ id, name, place }) => (
          <label className="preset" key={id}>
            <input type="radio" name="preset" value={id} checked={id === value} onChange={() => onChange(id)} />
            <b>{name}</b>
            <span>{place}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
