import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../shared/button.tsx';
import type { HelpdesksActions } from './helpdesks-section.tsx';

/** A taught helpdesk in from a file; a file that does not fit is refused with what to do. */
export function HelpdeskImport({ onImport }: Pick<HelpdesksActions, 'onImport'>): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
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
      <Button size="sm" icon="file" onClick={() => picker.current?.click()}>
        Import a taught helpdesk
      </Button>
      <span className="second" role="status">
        {said.done}
      </span>
      {said.problem === '' ? null : (
        <p className="field-problem" role="alert">
          {said.problem}
        </p>
      )}
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
    </div>
  );
}
