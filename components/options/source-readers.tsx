import { useState, type ReactNode } from 'react';
import { AudienceSelect } from './audience-select.tsx';
import type { Readers } from './options-value.ts';
import { toSegments } from './source-check.ts';
import { TextField } from './text-field.tsx';

export type SourceReadersProps = { readonly value: Readers; readonly onChange: (readers: Readers) => void };

/** Who may read what is handed over next; segments by name. */
export function SourceReaders({ value, onChange }: SourceReadersProps): ReactNode {
  const [typed, setTyped] = useState((value.segments ?? []).join(', '));
  return (
    <div className="source-readers">
      <AudienceSelect
        value={value.audience}
        onChange={(audience) => onChange(audience === 'segment' ? { audience, segments: toSegments(typed) } : { audience })}
      />
      {value.audience === 'segment' ? (
        <TextField
          label="Plans or contracts"
          value={typed}
          placeholder="Enterprise, Pro"
          hint={
            toSegments(typed).length === 0
              ? 'Name at least one before you add something; until then nobody outside the team may read it.'
              : 'As your helpdesk names them, divided by commas.'
          }
          onChange={(text) => {
            setTyped(text);
            onChange({ audience: 'segment', segments: toSegments(text) });
          }}
        />
      ) : null}
    </div>
  );
}
