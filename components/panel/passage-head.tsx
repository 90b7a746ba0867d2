import type { ReactNode } from 'react';
import { IconButton } from '../shared/icon-button.tsx';

export type PassageHeadProps = {
  /** Of the source that is open, from 1. */
  readonly number: number;
  /** How many sources the draft has. */
  readonly of: number;
  readonly onBack: () => void;
  readonly onOpen: (number: number) => void;
};

/** The second band while a source is open: back to the draft, which source it is, its neighbours. */
export function PassageHead({ number, of, onBack, onOpen }: PassageHeadProps): ReactNode {
  return (
    <div className="subhead">
      <button type="button" className="back" onClick={onBack}>
        ← Draft
      </button>
      <span className="quiet">
        Source {number} of {of}
      </span>
      <span className="row">
        <IconButton icon="back" label="Previous source" aria-disabled={number === 1} onClick={() => onOpen(number - 1)} />
        <IconButton icon="chevron-right" label="Next source" aria-disabled={number === of} onClick={() => onOpen(number + 1)} />
      </span>
    </div>
  );
}
