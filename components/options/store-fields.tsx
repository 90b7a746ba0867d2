import type { ReactNode } from 'react';
import { toHost } from './check-endpoint.ts';
import type { SourceProblems } from './source-check.ts';
import type { SourceFields } from './source-fields.ts';
import { TextField } from './text-field.tsx';

export type StoreFieldsProps = {
  readonly fields: SourceFields;
  readonly problems: SourceProblems;
  readonly onChange: (fields: SourceFields) => void;
};

/** Where a vector store is: the interface's address, its id there, the key. */
export function StoreFields({ fields, problems, onChange }: StoreFieldsProps): ReactNode {
  return (
    <>
      <TextField
        label="Address"
        mono
        inputMode="url"
        value={fields.address}
        problem={problems.address}
        hint="With the version at its end, as for the model."
        placeholder="https://api.openai.com/v1"
        onChange={(address) => onChange({ ...fields, address })}
      />
      <TextField
        label="Store id"
        mono
        value={fields.storeId}
        problem={problems.storeId}
        placeholder="vs_68b1c2"
        onChange={(storeId) => onChange({ ...fields, storeId })}
      />
      <TextField
        label="Key"
        optional
        wide
        mono
        type="password"
        value={fields.key}
        problem={problems.key}
        hint={`Empty uses the key that is stored for this address. Kept where no page can read it, sent to ${toHost(fields.address) ?? 'this address'} and nowhere else.`}
        onChange={(key) => onChange({ ...fields, key })}
      />
    </>
  );
}
