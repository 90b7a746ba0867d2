import { useState, type ReactNode } from 'react';
import type { TaughtHelpdesk } from '../../../utils/domain/taught-helpdesk.ts';
import { Button } from '../../shared/button.tsx';
import { TextField } from '../text-field.tsx';
import type { HelpdesksActions } from './helpdesks-section.tsx';

export type TaughtRowProps = {
  readonly helpdesk: TaughtHelpdesk;
  readonly actions: HelpdesksActions;
  readonly isRemoving: boolean;
  readonly onRemoving: (isRemoving: boolean) => void;
};

/** One taught helpdesk: its name, its host, and what can be done with it. */
export function TaughtRow({ helpdesk, actions, isRemoving, onRemoving }: TaughtRowProps): ReactNode {
  const { name, host } = helpdesk;
  const [typed, setTyped] = useState<string>();
  const rename = (): void => {
    if (typed !== undefined && typed.trim() !== '') actions.onRename(helpdesk, typed.trim().slice(0, 80));
    setTyped(undefined);
  };
  const remove = (): void => {
    // The same host may be taught again: nobody has asked to remove that one.
    onRemoving(false);
    actions.onRemove(helpdesk);
  };
  return (
    <li className="helpdesk-taught">
      {typed === undefined ? (
        <p className="rule-name wrap">{name}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            rename();
          }}
        >
          <TextField label="Name" value={typed} onChange={setTyped} />
        </form>
      )}
      <p className="rule-hint wrap">Taught, for {host} only.</p>
      {isRemoving ? (
        <div className="helpdesk-ask" role="group" aria-label={`Remove ${name}`}>
          <p>Tickets on {host} can no longer be read. What was drafted and sent stays.</p>
          <p className="row">
            <Button variant="danger" size="sm" onClick={remove} autoFocus>
              Remove
            </Button>
            <Button size="sm" onClick={() => onRemoving(false)}>
              Keep
            </Button>
          </p>
        </div>
      ) : (
        <p className="row helpdesk-actions">
          {typed === undefined ? (
            <Button size="sm" icon="edit" aria-label={`Rename ${name}`} onClick={() => setTyped(name)}>
              Rename
            </Button>
          ) : (
            <Button size="sm" variant="outline" onClick={rename}>
              Save the name
            </Button>
          )}
          <Button size="sm" icon="download" aria-label={`Export ${name}`} onClick={() => actions.onExport(helpdesk)}>
            Export
          </Button>
          <Button size="sm" icon="close" aria-label={`Remove ${name}`} onClick={() => onRemoving(true)}>
            Remove
          </Button>
        </p>
      )}
    </li>
  );
}
