import { useId, type ReactNode } from 'react';
import { audienceSchema, type Audience } from '../../utils/domain/passage.ts';
import { audienceNames } from './audience-names.ts';

export type AudienceSelectProps = { readonly value: Audience; readonly onChange: (audience: Audience) => void };

/** Who may read what is being added. */
export function AudienceSelect({ value, onChange }: AudienceSelectProps): ReactNode {
  const id = useId();
  return (
    <div className="audience">
      <label className="quiet" htmlFor={id}>
        Who may read it
      </label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(audienceSchema.safeParse(event.target.value).data ?? 'internal')}
      >
        {audienceSchema.options.map((audience) => (
          <option key={audience} value={audience}>
            {audienceNames[audience].name}: {audienceNames[audience].meaning}
          </option>
        ))}
      </select>
    </div>
  );
}
