import { useState, type ReactNode } from 'react';
import type { Source } from '../../utils/domain/passage.ts';
import { Button } from '../shared/button.tsx';
import { count } from './source-time.ts';

export type SourceRemovalProps = {
  readonly source: Source;
  /** It is being read at the moment. */
  readonly isReading: boolean;
  /** `forget`: its text goes from drafts and outcomes too. */
  readonly onRemove: (forget: boolean) => void;
  readonly onKeep: () => void;
};

/** Asks before a source is removed, and says what goes with it and what stays. */
export function SourceRemoval({ source, isReading, onRemove, onKeep }: SourceRemovalProps): ReactNode {
  const [forget, setForget] = useState(false);
  const { name, articles, passages, kind } = source;
  const isStore = kind === 'vector-store';
  return (
    <div className="knowledge-ask" role="group" aria-label={`Remove ${name}`}>
      <p>
        {isStore
          ? 'It is no longer searched. What it holds stays at your provider.'
          : `Its ${count(articles, 'article')} and ${count(passages, 'passage')} are deleted from this device${isReading ? ', and reading stops' : ''}.`}{' '}
        Drafts will no longer cite them. Replies already sent keep the passages they used, so that they can still be explained.
      </p>
      <label className="knowledge-forget">
        <input className="check" type="checkbox" checked={forget} onChange={(event) => setForget(event.target.checked)} />
        <span>Forget its text there too. Only dates and figures stay.</span>
      </label>
      <p className="row">
        <Button variant="danger" size="sm" onClick={() => onRemove(forget)} autoFocus>
          Remove
        </Button>
        <Button size="sm" onClick={onKeep}>
          Keep
        </Button>
      </p>
    </div>
  );
}
