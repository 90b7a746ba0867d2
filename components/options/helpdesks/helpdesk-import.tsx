import { useState, type ReactNode } from 'react';
import { JsonPicker } from '../json-picker.tsx';
import type { HelpdesksActions } from './helpdesks-section.tsx';

/** A taught helpdesk in from a file; a file that does not fit is refused with what to do. */
export function HelpdeskImport({ onImport }: Pick<HelpdesksActions, 'onImport'>): ReactNode {
  const [said, setSaid] = useState({ problem: '', done: '' });
  const take = async (file: File): Promise<void> => {
    const taken = await onImport(file);
    setSaid(
      taken.ok
        ? { problem: '', done: `${taken.value.name} was added. Allow its site when you open a ticket there.` }
        : { problem: taken.error, done: '' },
    );
  };
  return (
    <div className="helpdesk-import">
      <JsonPicker onFile={(file) => void take(file)}>Import a taught helpdesk</JsonPicker>
      <span className="second" role="status">
        {said.done}
      </span>
      {said.problem === '' ? null : (
        <p className="field-problem" role="alert">
          {said.problem}
        </p>
      )}
    </div>
  );
}
